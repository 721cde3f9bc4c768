"""A question as the reader is asked it: in standard words, with its years in four digits, and what other times mean behind it."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.times import TimeExpression, find_times
from retrieval.question.question import Question

_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_WHOLE_YEAR, _TOO_LONG = 300, 4000
"""Days: more of one year are the year, and a longer time says nothing."""


def spelt_out(question: Question) -> str:
    """23年GDP → 2023年GDP, 上个月产值 → 上个月产值（2024年5月）: in training, times were spelt out the same way."""
    text = question.in_full
    clear = {(time.first, time.last) for time in find_times(text, question.asked_on) if _YEAR.search(text[slice(*time.span)])}
    unclear = (time for time in question.times if (time.first, time.last) not in clear)
    names = dict.fromkeys(name for time in unclear if (name := _name(time)))
    return f"{text}（{'，'.join(names)}）" if names else text


def _name(time: TimeExpression) -> str:
    first, last = time.first, time.last
    if first.year != last.year:
        return f"{first.year}年至{last.year}年" if time.days < _TOO_LONG else ""
    if time.days > _WHOLE_YEAR:
        return f"{first.year}年"
    return f"{first.year}年{first.month}月" + (f"至{last.month}月" if first.month != last.month else "")
