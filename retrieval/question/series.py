"""Reads whether a question asks for something year by year: 历年税收, 近三年, 2019到2023年的走势, over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus.language.comparing_words import EACH, EACH_YEAR, SURELY_EACH_YEAR, TREND
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.question.marked import Marked
from retrieval.question.splicing import is_chinese, side_by_side

_LONG = 500
"""Days from which a time is several years."""
_TO = lazy_pattern(r"\s*(?:到|至|~|～|—|–|-|to|until)\s*")
_YEAR = lazy_pattern(r"(?:19|20)?\d\d年?")
_IN_FIGURES = lazy_pattern(r"(?:19|20)\d\d")
_BEFORE = lazy_pattern(r"(?:从|自|由|\b(?:from|since|in|during|over|between))\s*$")
_AFTER = lazy_pattern(r"^(?:以来|期间|之?间|里)?的?")


@dataclass(frozen=True, slots=True)
class Series:
    """What is asked year by year: the text on both sides of the years, and the years that are named."""

    before: str
    after: str
    first: int | None
    """None, as the last, where it names no years, and all that anything is told of are meant: 历年."""
    last: int | None
    surely: bool
    """Whether its words leave nothing else: 每年 may be meant as 2020-2022年 may, as a whole."""
    in_figures: bool = False
    """Whether it names the years themselves: 2020到2022年, and not 近三年."""

    def in_year(self, year: int) -> str:
        """The question for one of the years."""
        if is_chinese(f"{self.before}{self.after}"):
            return f"{self.before}{year}年{self.after}"
        return side_by_side([self.before.rstrip(), f"in {year}", self.after.strip()])


class _Named(NamedTuple):
    """Several years as a question names them."""

    span: Span
    first: int
    last: int


def series_of(question: Marked, times: Sequence[TimeExpression], asked_in: int) -> Series | None:
    """The series that a question asks for in a year; `times` are those that it marks. None where it asks for none."""
    text = question.text
    word, trend = EACH_YEAR.search(text), TREND.search(text)
    named = _years_named(question, times)
    if named:
        span = named.span
    elif word:
        span = Span(*word.span())
    elif trend and not times:
        span = Span(*(question.parks[0].end,) * 2) if question.parks else Span(0, 0)
    else:
        return None
    before, after = _BEFORE.sub("", _plain(text[: span.start])), _AFTER.sub("", _plain(text[span.end :]))
    surely = bool(trend or (word and SURELY_EACH_YEAR.search(word[0])))
    in_figures = named is not None and _IN_FIGURES.search(text, *named.span) is not None
    return Series(before, after, named.first if named else None, min(named.last, asked_in) if named else None, surely, in_figures)


def _years_named(question: Marked, times: Sequence[TimeExpression]) -> _Named | None:
    """A time of several years, or two years with 到 between them."""
    marked = list(zip(question.times, times, strict=True))
    for span, time in marked:
        if time.days > _LONG:
            return _Named(span, time.first.year, time.last.year)
    for (one, first), (other, last) in pairwise(marked):
        if _TO.fullmatch(question.text, one.end, other.start) and first.first.year < last.first.year:
            return _Named(Span(one.start, _end_of_year(question.text, other)), first.first.year, last.first.year)
    return None


def _end_of_year(text: str, time: Span) -> int:
    """Where the year of a time ends: the 一季度 of 2024年一季度 is asked for in every year."""
    year = _YEAR.match(text, *time)
    return year.end() if year else time.end


def _plain(text: str) -> str:
    """Without the words that ask for each year."""
    return EACH.sub("", TREND.sub("", EACH_YEAR.sub("", text)))
