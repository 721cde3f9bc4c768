"""Lines of a chronicle that are nothing but a year or a month: what stands below is of that time.

【2021】, 2021年 or 二〇二一年 begins a year, and 3月 below it that month of it; what follows a 3月 tells days alone (9日) or none at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.times import find_times
from retrieval.text.figure_times import SHORTEST_PERIOD

_LONGEST = 16
"""Characters of such a line."""
_SIGNS = " \t\u3000【】[]（）()〔〕〖〗◆●■▲★◎—–-·•:：*#"
_BARE_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_FEWEST = 2
"""Such lines make a chronicle; one alone may be anything, a year on a cover."""


class TimeHeading(NamedTuple):
    """A heading, and the times of what stands below."""

    start: int
    """Offset into the text."""
    days: Days


def time_headings(text: str, published: date | None, titled: Sequence[Days]) -> Sequence[TimeHeading]:
    """The headings of a text, in order; none where it is no chronicle. A month is of the year above, or of the one in the title."""
    found = list(_headings(text, published, titled))
    return found if len(found) >= _FEWEST else ()


def heading_above(place: int, headings: Sequence[TimeHeading]) -> Days | None:
    """Of the last heading at a place or before it; None before the first one."""
    before = bisect_right(headings, place, key=lambda heading: heading.start)
    return headings[before - 1].days if before else None


def _headings(text: str, published: date | None, titled: Sequence[Days]) -> Iterator[TimeHeading]:
    year_ends = titled[0][1] if len(titled) == 1 else published
    start = 0
    for line in text.split("\n"):
        told = line.strip(_SIGNS) if len(line) <= _LONGEST else ""
        if told and year_ends and (days := _only(f"{told}年" if _BARE_YEAR.fullmatch(told) else told, year_ends)):
            first, last = days
            if first.month == 1 and last.month == 12:
                year_ends = last
            yield TimeHeading(start, days)
        start += len(line) + 1


def _only(line: str, today: date) -> Days | None:
    """The time that is all of a line, a month at least."""
    times = find_times(line, today)
    if len(times) != 1 or times[0].days < SHORTEST_PERIOD:
        return None
    [time] = times
    return (time.first, time.last) if time.span.start == 0 and line[time.span.end :] in ("", "份") else None
