"""Times that something is only compared with: 比2020年 and 跟2017年比 in a question, 由2021年的19% in a sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.times import TimeExpression

_BEFORE = lazy_pattern(r"(?<![占同环对])(?:比|相较于?|较)$")
_BESIDE, _BEHIND = lazy_pattern(r"(?:[跟与和同]|相对)$"), lazy_pattern(r"(?:的|同期|年?底|全年)*[，,]?(?:相比|对比|来比|比(?![例重率如]))")
_LONGEST = 4
"""Characters before a time that say so."""
_TOLD = r"[由从]{year}年(?:\d+月)?[底末初]?的?[^，,。；;\d]{{0,4}}\d"


def without_bases(times: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """The times of a question, without those that it asks for a comparison with."""
    return [time for time in times if not _is_base(time, text)]


def _is_base(time: TimeExpression, text: str) -> bool:
    before = text[max(0, time.span.start - _LONGEST) : time.span.start]
    if _BEFORE.search(before):
        return True
    return _BESIDE.search(before) is not None and _BEHIND.match(text, time.span.end) is not None


def is_told_as_base(asked: TimeExpression, sentence: str) -> bool:
    """Whether a sentence tells the figure of a year only to say what became of it: 由2021年的19%提高到71%."""
    year = asked.first.year
    return asked.last.year == year and _told_of(year).search(sentence) is not None


@functools.cache
def _told_of(year: int) -> re.Pattern[str]:
    return re.compile(_TOLD.format(year=year))
