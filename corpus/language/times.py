"""Finds the times that a text speaks of and resolves them to ranges of days: 去年, 2022年一季度, 上个月, 近三年, 十四五, last year.

A question is resolved against the day it is asked on, a passage against the day its article was published: 去年 in a report of
February 2022 and 2021年 in a question then mean the same days.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from corpus.language import chinese_times, english_times
from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import rewritten
from corpus.language.script import unified
from corpus.language.span import Span
from corpus.language.written_years import WRITINGS, years_in_full

_TIME = lazy_pattern(
    rf"(?=[{chinese_times.BEGINNINGS}])(?:{chinese_times.PATTERN})|(?=[{english_times.BEGINNINGS}])(?:{english_times.PATTERN})", re.VERBOSE
)
"""Where no time can begin, none of the alternatives is tried: that is most of a text."""
FINGERPRINT = f"times:2-{sha256((_TIME.pattern + WRITINGS).encode()).hexdigest()[:8]}"
"""Names this reading: the number stands for the rules, the rest for the patterns."""
_RULES = chinese_times.RULES | english_times.RULES
_TO_THIS_DAY = lazy_pattern(r"(?:[之以]来|起?至今|到(?:现在|目前))")
_SINCE = lazy_pattern(r"(?:since|自从?|从)[ ]?$")
_ONWARD = lazy_pattern(r"起|开始")
_TEXTS_IN_MEMORY = 256
"""Texts whose times are kept as written: a sentence is read for its figures, for the list that follows it, as a lead, on several days."""


class _Written(NamedTuple):
    """A text as it writes times, before it is known on which day."""

    text: str
    """Half width, lower case, lightly simplified, with years in full."""
    origins: tuple[int, ...] | None
    """The offset that each of its characters comes from; None where it is the character's own."""
    times: tuple[re.Match[str], ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text speaks of: first and last day, and where it stands in the text."""

    first: date
    last: date
    span: Span

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def find_times(text: str, today: date) -> list[TimeExpression]:
    """Every time expression of a text, in reading order; offsets are into `text`. What names no real day is left out."""
    written = _written(text)
    found, origins = _found(written, today), written.origins
    if origins is None:
        return found
    return [replace(time, span=Span(origins[time.span.start], origins[time.span.end - 1] + 1)) for time in found]


def times_within(span: Span, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Those of some times that begin in a part of their text."""
    return tuple(time for time in times if span.start <= time.span.start < span.end)


@functools.lru_cache(_TEXTS_IN_MEMORY)
def _written(text: str) -> _Written:
    plain = unified(text)
    edits = list(years_in_full(plain))
    written, origins = rewritten(plain, range(len(plain)), edits) if edits else (plain, None)
    return _Written(written, origins, tuple(_TIME.finditer(written)))


def _found(written: _Written, today: date) -> list[TimeExpression]:
    found: list[TimeExpression] = []
    for match in written.times:
        days = _resolve(match, today)
        told_already = bool(found) and match.start() < found[-1].span.end  # 今年至今年: 至今 went with the first
        if days is not None and not told_already:
            found.append(_to_this_day(TimeExpression(*days, Span(*match.span())), written.text, today))
    return found


def agreement(asked: TimeExpression, told: TimeExpression) -> float:
    """How well a told time answers an asked one, 0 to 1: the days they share over the days of the longer one (Jaccard's index)."""
    shared = (min(asked.last, told.last) - max(asked.first, told.first)).days + 1
    return max(0, shared) / (asked.days + told.days - max(0, shared))


def _resolve(match: re.Match[str], today: date) -> Days | None:
    for name, rule in _RULES.items():
        if match[name] is not None:
            try:
                return rule(match, today)
            except (ValueError, OverflowError):
                return None
    return None


def _to_this_day(time: TimeExpression, text: str, today: date) -> TimeExpression:
    """2020年以来, 自2020年起 and since 2020 last until today; 今年以来 stays this year, as its reports count it."""
    start, end = time.span
    since = _SINCE.search(text, max(0, start - 6), start)
    lasting = _TO_THIS_DAY.match(text, end) or (since and _ONWARD.match(text, end))
    if lasting or (since and since[0].startswith("since")):
        return TimeExpression(time.first, max(time.last, today), Span(start, lasting.end() if lasting else end))
    return time
