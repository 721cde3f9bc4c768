"""Ranges of days by calendar: years, months, quarters, weeks, as first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


def one_day(day: date) -> Days:
    """A range that is one day long."""
    return day, day


def years(one: int, other: int) -> Days:
    """Both years, in either order, and all between them."""
    return date(min(one, other), 1, 1), date(max(one, other), 12, 31)


def five_year_plan(number: int) -> Days:
    """The years of a plan: the fourteenth is 2021 to 2025."""
    first = 1956 + 5 * (number - 1)
    return years(first, first + 4)


def months(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last of another; into the next year where that one comes earlier in it."""
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def shifted_month(today: date, by: int) -> date:
    """The first day of the month that lies `by` months from today's."""
    count = today.year * 12 + today.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def same_day(today: date, year: int) -> date:
    """Today's day in another year; 28 February for the 29th where that year has none."""
    return date(year, today.month, min(today.day, monthrange(year, today.month)[1]))


def past(today: date, count: int, unit: str) -> Days:
    """The last years, quarters, months, weeks or days up to today, from the beginning of the first year or month."""
    if unit in ("年", "year"):
        return date(today.year - count, 1, 1), today
    if unit in ("月", "month"):
        return shifted_month(today, -count), today
    if unit == "quarter":
        return shifted_month(today, -3 * count), today
    return today - timedelta(days=count * _DAYS[unit]), today


def around(today: date, step: int, unit: str) -> Days:
    """The day, week, month, quarter or year that lies `step` units from today's."""
    if unit in ("年", "year"):
        return years(today.year + step, today.year + step)
    if unit in ("月", "month"):
        month = shifted_month(today, step)
        return months(month.year, month.month, month.month)
    if unit in ("季度", "quarter"):
        month = shifted_month(today, 3 * step)
        quarter = (month.month - 1) // 3
        return months(month.year, 3 * quarter + 1, 3 * quarter + 3)
    if _DAYS[unit] == 1:
        return one_day(today + timedelta(days=step))
    monday = today + timedelta(days=7 * step - today.weekday())
    return monday, monday + timedelta(days=6)


_DAYS = {"天": 1, "日": 1, "day": 1, "周": 7, "星期": 7, "week": 7}
