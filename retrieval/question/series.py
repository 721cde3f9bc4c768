"""Reads whether a question asks for something year by year: 历年税收, 近三年, 2019到2023年的走势, over the years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus.language.comparing_words import EACH, EACH_YEAR, SURELY_EACH_YEAR, TREND
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.question.marked import Marked
from retrieval.question.sides import side_by_side as run_of
from retrieval.question.splicing import is_chinese, side_by_side
from retrieval.question.years import part_of_year

_LONG = 500
"""Days from which a time is several years."""
_TO = lazy_pattern(r"\s*(?:到|至|~|～|—|–|-|to|until)\s*")
_YEAR = lazy_pattern(r"(?:19|20)?\d\d年?")
_IN_FIGURES = lazy_pattern(r"(?:19|20)\d\d")
_BEFORE = lazy_pattern(r"(?:从|自|由|\b(?:from|since|in|during|over|between))\s*$")
_AFTER = lazy_pattern(r"^(?:以来|期间|之?间|里)?的?")
_LISTING = r"请|并|分别|逐[一年]|列[出举]|给出|说说|说明|即|也就是|包括|例如|\b(?:please|list|namely|for|in|over)\b"
_LEADS = lazy_pattern(
    rf"(?:[\s,，。.;；:：?？—]*(?:{_LISTING}|[\s,，])+|[:：—]+)$|[\s,，:：—]*[（(](?:即|也就是)?\s*$",
    re.IGNORECASE,
)
"""What leads to years that are listed behind a word that stands for them: 历年税收（2022、2023年）, 历年税收？请列出2022年和2023年."""
_ENDS = lazy_pattern(r"\s*[)）]?(?:这[几两三四五]年)?(?:的(?:数据|数字|情况)(?=[?？。]*$))?")
_ANY_CHANGE = lazy_pattern(r"(?:都|各)?(?:有|发生)了?(?:什么|哪些|怎样的|何|啥)(?:变化|变动|走势|趋势)")
"""Asks for the years where these are listed; alone it asks what is new."""


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
    years: tuple[int, ...] = ()
    """Those that it lists, of which alone it asks: 2021、2022、2024年."""

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
    years: tuple[int, ...] = ()
    """Where each of them is listed."""


def series_of(question: Marked, times: Sequence[TimeExpression], asked_in: int) -> Series | None:
    """The series that a question asks for in a year; `times` are those that it marks. None where it asks for none."""
    text = question.text
    word, trend = EACH_YEAR.search(text), TREND.search(text)
    several = [span for span, time in zip(question.times, times, strict=True) if time.days > _LONG]
    change = _ANY_CHANGE.search(text)
    named = (_years_listed(question, times) if word or trend or change or several else None) or _years_named(question, times)
    if named:
        spans = [named.span, *several, *([Span(*word.span())] if word else [])]
    elif word:
        spans = [Span(*word.span())]
    elif trend and not times:
        spans = [Span(*(question.parks[0].end,) * 2) if question.parks else Span(0, 0)]
    else:
        return None
    before, after = _around(text, spans)
    surely = bool(trend or (named and named.years) or (word and SURELY_EACH_YEAR.search(word[0])))
    in_figures = named is not None and _IN_FIGURES.search(text, *named.span) is not None
    first, last, years = (named.first, min(named.last, asked_in), named.years) if named else (None, None, ())
    return Series(before, after, first, last, surely, in_figures, years)


def _around(text: str, spans: Sequence[Span]) -> tuple[str, str]:
    """What stands on both sides of the first of the spans that stand for the years, without the others and what leads to them."""
    place = min(spans)
    after = text[place.end :]
    for span in sorted({span for span in spans if not span.overlaps(place) and span != place}, reverse=True):
        ends = _ENDS.match(text, span.end)
        after = _LEADS.sub("", after[: span.start - place.end]) + after[(ends.end() if ends else span.end) - place.end :]
    before = _BEFORE.sub("", _plain(_BEFORE.sub("", text[: place.start])))
    return before, _AFTER.sub("", _plain(after))


def _years_listed(question: Marked, times: Sequence[TimeExpression]) -> _Named | None:
    """Two or more years with only conjunctions between them, each as a whole or in the part that the last one tells."""
    run = run_of(question.text, question.times)
    years = [time.first.year for span, time in zip(question.times, times, strict=True) if span in run and time.days <= _LONG]
    if len(years) < len(run) or len(set(years)) < max(len(years), 2):
        return None
    parts = {part_of_year(word) for word in question.words(run)} - {""}
    if len(parts) > 1 or (parts and not part_of_year(question.words(run)[-1])):
        return None
    return _Named(Span(run[0].start, _end_of_year(question.text, run[-1])), min(years), max(years), tuple(years))


def _years_named(question: Marked, times: Sequence[TimeExpression]) -> _Named | None:
    """A time of several years, those in figures before 近三年, or two years with 到 between them."""
    marked = list(zip(question.times, times, strict=True))
    several = [_Named(span, time.first.year, time.last.year) for span, time in marked if time.days > _LONG]
    ranges = [
        _Named(Span(one.start, _end_of_year(question.text, other)), first.first.year, last.first.year)
        for (one, first), (other, last) in pairwise(marked)
        if _TO.fullmatch(question.text, one.end, other.start) and first.first.year < last.first.year
    ]
    in_figures = (named for named in (*several, *ranges) if _IN_FIGURES.search(question.text, *named.span))
    return next(in_figures, next(iter((*several, *ranges)), None))


def _end_of_year(text: str, time: Span) -> int:
    """Where the year of a time ends: the 一季度 of 2024年一季度 is asked for in every year."""
    year = _YEAR.match(text, *time)
    return year.end() if year else time.end


def _plain(text: str) -> str:
    """Without the words that ask for each year."""
    return EACH.sub("", TREND.sub("", EACH_YEAR.sub("", _ANY_CHANGE.sub("", text))))
