"""Tells in a line what was understood of a question: 我的理解：园区 沐江经开区 · 时间 2021年."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bot.messages.one_line import one_line
from bot.texts.wording import Texts
from corpus.language.asking_words import Kind
from retrieval.question.understanding import Understanding

LINE_LENGTH = 300
"""Characters; a question may name any number of times."""


def understood_line(understood: Understanding, texts: Texts) -> str:
    """Parks, times, what is asked for and the parts, as far as they were understood; empty where nothing was."""
    found = " · ".join(_found(understood, texts))
    return one_line(texts.understood.format(found=found), LINE_LENGTH) if found else ""


def _found(understood: Understanding, texts: Texts) -> Iterator[str]:
    if understood.parks:
        yield texts.understood_parks.format(parks=texts.comma.join(understood.parks))
    if understood.times:
        periods = dict.fromkeys(period(time.first, time.last, texts) for time in understood.times)
        yield texts.understood_times.format(times=texts.comma.join(periods))
    if understood.kind is not Kind.OTHER:
        yield texts.understood_kind.format(kind=texts.kinds[understood.kind])
    if understood.parts:
        parts = texts.comma.join(texts.quoted.format(text=part) for part in understood.parts)
        yield texts.understood_parts.format(parts=parts)


def period(first: date, last: date, texts: Texts) -> str:
    """Days in the largest units that they fill: 2021年, 2021年1月至6月, 2021年3月5日."""
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return _range(texts.year.format(year=first.year), texts.year.format(year=last.year), texts)
    parts = [
        texts.months[day.month] if whole_months else texts.day.format(month=texts.months[day.month], day=day.day) for day in (first, last)
    ]
    if first.year == last.year:
        return texts.in_year.format(year=first.year, part=_range(parts[0], parts[1], texts))
    ends = [texts.in_year.format(year=day.year, part=part) for day, part in zip((first, last), parts, strict=True)]
    return _range(ends[0], ends[1], texts)


def _range(first: str, last: str, texts: Texts) -> str:
    return first if first == last else texts.period.format(first=first, last=last)
