"""Whole dates as pages write them: 2022-02-09, 2022年2月9日, 二〇二二年二月九日, February 9, 2022."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from corpus.language.chinese_times import month_of
from corpus.language.english_times import MONTH, month_number
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import HAN_DIGITS, HAN_YEAR, digit_by_digit, integer
from corpus.language.script import unified
from corpus.language.span import Span

_YEAR = r"(?:19|20)\d\d"
_MONTH_OF_YEAR, _DAY_OF_MONTH = r"1[0-2]|0?[1-9]", r"3[01]|[12]\d|0?[1-9]"
_HAN = f"[{HAN_DIGITS}十]"
_DATE = lazy_pattern(
    rf"(?<!\d)(?P<iy>{_YEAR})\s?(?P<mark>[-/.])\s?(?P<im>{_MONTH_OF_YEAR})\s?(?P=mark)\s?(?P<id>{_DAY_OF_MONTH})(?!\d)[日号]?"
    rf"|(?<!\d)(?P<cy>{_YEAR}|{HAN_YEAR})\s?年\s?(?P<cm>{_MONTH_OF_YEAR}|元|{_HAN}{{1,2}})\s?月"
    rf"\s?(?P<cd>(?:{_DAY_OF_MONTH})(?!\d)|{_HAN}{{1,3}}(?=[日号]))[日号]?"
    rf"|(?<![a-z])(?P<em>{MONTH})\.?\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<ey>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<fm>{MONTH})\.?,?[\s-]+(?P<fy>{_YEAR})(?!\d)"
)
_COMPACT = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


class WrittenDate(NamedTuple):
    """A day, and where a text writes it."""

    day: date
    span: Span


def find_dates(text: str) -> list[WrittenDate]:
    """Return every date with a year, in order; what names no real day is left out."""
    return [WrittenDate(day, Span(*match.span())) for match in _DATE.finditer(unified(text)) if (day := _day(match))]


def parse_date(text: str) -> date | None:
    """Return the first date in `text`, in any usual writing; also 20220209 when that is all there is."""
    if written := find_dates(text):
        return written[0].day
    compact = (real_day(*map(int, match.groups())) for match in _COMPACT.finditer(text))
    return next((day for day in compact if day), None)


def real_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar; None for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date | None:
    if match["iy"]:
        return real_day(int(match["iy"]), int(match["im"]), int(match["id"]))
    if match["cy"]:
        try:
            return real_day(digit_by_digit(match["cy"]), month_of(match["cm"]), integer(match["cd"]))
        except ValueError:
            return None
    prefix = "e" if match["ey"] else "f"
    return real_day(int(match[f"{prefix}y"]), month_number(match[f"{prefix}m"]), int(match[f"{prefix}d"]))
