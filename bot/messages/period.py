"""Names days as people do, in the largest units that they fill: 2021年, 2021年上半年, 2021年3月5日."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.texts.wording import Texts


def period(first: date, last: date, texts: Texts) -> str:
    """Years, halves and quarters, months, days: 2021年, 2021年一季度, 2021年1月至11月, 2021年3月5日."""
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return _range(texts.year.format(year=first.year), texts.year.format(year=last.year), texts)
    if whole_months and first.year == last.year and (part := texts.parts_of_year.get((first.month, last.month))):
        return texts.in_year.format(year=first.year, part=part)
    parts = [
        texts.months[day.month] if whole_months else texts.day.format(month=texts.months[day.month], day=day.day) for day in (first, last)
    ]
    if first.year == last.year:
        return texts.in_year.format(year=first.year, part=_range(parts[0], parts[1], texts))
    ends = [texts.in_year.format(year=day.year, part=part) for day, part in zip((first, last), parts, strict=True)]
    return _range(ends[0], ends[1], texts)


def told_time(first: date, last: date, texts: Texts, *, planned: bool) -> str:
    """A time that something is told of, or was meant to be by then: 2024年, 2024年目标."""
    time = period(first, last, texts)
    return texts.of_target.format(time=time) if planned else time


def _range(first: str, last: str, texts: Texts) -> str:
    return first if first == last else texts.period.format(first=first, last=last)
