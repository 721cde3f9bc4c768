"""Years, and parts of years that leave theirs to what is said beside them: 一季度 … 2023, 2022年上半年和下半年."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.language.english_times import MONTH
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.times import TimeExpression, find_times

_NUMBER = r"[\d一二三四五六七八九十]+"
_PART = lazy_pattern(
    rf"第?[一二三四1-4]季度|前[二三两23]个?季度|[上下]半年|年[底末初中]|前{_NUMBER}个?月|{_NUMBER}月?[至到~–—-]{_NUMBER}月|{_NUMBER}月(?:份|底|初|[上中下]旬|{_NUMBER}[日号])?|"
    rf"q[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?:half|quarter)|{MONTH}"
)
_YEAR = lazy_pattern(r"(?P<year>(?:19|20)\d\d)\s*年?|(?P<short>\d\d)年")
_NAMED_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_RELATIVE_YEAR = lazy_pattern(
    r"(?:大前|[前去上今本明后])年|[\d一二三四五六七八九十两]+年[以之]?前|\b(?:this|last|next) year\b|\byears? ago\b"
)
_IN_FIGURES = lazy_pattern(r"\d{4}|[〇零○]")


def is_part_of_year(text: str) -> bool:
    """Whether a time is a part of a year that it does not name: 上半年, 3月, Q2."""
    return _PART.fullmatch(text.lower()) is not None


def part_of_year(text: str) -> str:
    """The part of a year that a time names after the year: 一季度 of 2024年一季度; empty where it is the whole year."""
    year = _YEAR.match(text)
    rest = text[year.end() :] if year else ""
    return rest if is_part_of_year(rest) else ""


def is_year_named(text: str) -> bool:
    """Whether a time names the year that it is in: 2022年3月, 二〇二二年, 去年3月."""
    return _IN_FIGURES.search(text) is not None or _RELATIVE_YEAR.search(text) is not None


def bare_year(text: str) -> int | None:
    """The year that is all that a time names: 2022年, 2022, 22年."""
    year = _YEAR.fullmatch(text)
    return int(year["year"] or f"20{year['short']}") if year else None


def in_year(text: str, year: int) -> str:
    """A time in another year: 2022年一季度 for 2023年一季度; the year itself where the text names none."""
    return _NAMED_YEAR.sub(str(year), text, count=1) if _NAMED_YEAR.search(text) else f"{year}年"


def in_named_years(times: Sequence[TimeExpression], plain: str) -> list[TimeExpression]:
    """The times of a text, where a part of a year is of the year named before it, or else after it; not where two times are compared."""
    texts = [plain[slice(*time.span)] for time in times]
    years = [(place, time.first.year) for place, (time, text) in enumerate(zip(times, texts, strict=True)) if _NAMED_YEAR.match(text)]
    if not years or "比" in plain:
        return list(times)
    placed = list(times)
    for place, text in enumerate(texts):
        if is_part_of_year(text):
            year = next((year for other, year in reversed(years) if other < place), years[0][1])
            placed[place] = _in_year(times[place], text, year)
    return [_narrowed(time, text, placed) for time, text in zip(placed, texts, strict=True)]


def _in_year(time: TimeExpression, text: str, year: int) -> TimeExpression:
    """A part of a year, of that year."""
    return next((replace(found, span=time.span) for found in find_times(text, date(year, 12, 31))), time)


def _narrowed(time: TimeExpression, text: str, times: Sequence[TimeExpression]) -> TimeExpression:
    """A bare year means the part of it that is named apart."""
    if bare_year(text) is None:
        return time
    parts = [
        other for other in times if other is not time and time.first <= other.first and other.last <= time.last and other.days < time.days
    ]
    return replace(parts[0], span=time.span) if len(parts) == 1 else time
