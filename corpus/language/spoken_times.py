"""How a time is said in a few characters: 2023年, 2023年上半年, 2024年1—11月."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

PARTS = {(1, 12): "", (1, 6): "上半年", (7, 12): "下半年", (1, 3): "一季度", (4, 6): "二季度", (7, 9): "三季度", (10, 12): "四季度"}
"""Months of a year that have a name together."""


def spoken(first: date, last: date) -> str:
    """The shortest exact name of the time from the first day to the last, simplified: years, months or days."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year != last.year:
        return f"{first.year}—{last.year}年"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    return _day(first) if first == last else f"{_day(first)}至{_day(last)}"


def _months(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{first.year}年{first.month}月至{last.year}年{last.month}月"
    if (part := PARTS.get((first.month, last.month))) is not None:
        return f"{first.year}年{part}"
    return f"{first.year}年{first.month}月" if first.month == last.month else f"{first.year}年{first.month}—{last.month}月"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
