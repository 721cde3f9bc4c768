"""Headings of a report's sections that tell of when what stands below is: 一、2021年工作回顾, 三、2022年主要目标."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.text.figure_times import LONGEST_MONTH, SHORTEST_PERIOD, figure_times
from retrieval.text.plans import announces

_LONGEST = 30
"""Characters of a heading."""
_SENTENCE = lazy_pattern(r"[。；;，,：:！!？?]")
_NUMBER = "[一二三四五六七八九十]{1,3}"
_RANKS = (lazy_pattern(rf"\s*第{_NUMBER}部分"), lazy_pattern(rf"\s*{_NUMBER}、"), lazy_pattern(rf"\s*[（(]{_NUMBER}[）)]"))
"""How headings are numbered, the highest first: what one tells holds until the next of its rank or above."""
_PLANS_UNTIL = 4
"""Month until which a section on the year that has begun tells what is meant to be."""


class Section(NamedTuple):
    """What the nearest headings above tell."""

    start: int
    """Offset into the text."""
    days: Days | None
    planned: bool
    """Whether it tells of what is meant to be."""


NOTHING_TOLD = Section(0, None, planned=False)


def sections(text: str, published: date | None) -> Sequence[Section]:
    """The sections of a text of a day, in order; none where no heading tells a time."""
    found = list(_sections(text, published))
    return found if any(section.days for section in found) else ()


def section_at(place: int, found: Sequence[Section]) -> Section:
    """The one in which a place lies."""
    before = bisect_right(found, place, key=lambda section: section.start)
    return found[before - 1] if before else NOTHING_TOLD


def _sections(text: str, published: date | None) -> Iterator[Section]:
    open_, start = [NOTHING_TOLD] * len(_RANKS), 0
    for line in text.split("\n"):
        rank = _rank(line)
        if rank is not None:
            told = _told(line, published)
            above = open_[rank - 1] if rank else NOTHING_TOLD
            here = Section(start, told, _is_planned(line, told, published)) if told else above._replace(start=start)
            open_[rank:] = [here] * (len(_RANKS) - rank)
            yield here
        start += len(line) + 1


def _rank(line: str) -> int | None:
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    return next((rank for rank, number in enumerate(_RANKS) if number.match(line)), None)


def _told(heading: str, published: date | None) -> Days | None:
    """The one time, of a month at least, that a heading tells."""
    times = {(time.first, time.last) for time in figure_times(heading, published, ()) if time.days >= SHORTEST_PERIOD}
    return times.pop() if len(times) == 1 else None


def _is_planned(heading: str, days: Days, published: date | None) -> bool:
    first, last = days
    if published is None or last <= published:
        return published is None and announces(heading)
    begun = (last - first).days >= LONGEST_MONTH and published.month <= _PLANS_UNTIL
    return first > published or begun or announces(heading)
