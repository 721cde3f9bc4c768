"""The clauses of a sentence, each with its time: told in it, or else in the clauses before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from corpus.language.day_ranges import Days, years
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.text.figure_times import AGAINST_PLAN, CLAUSE, LONGEST_MONTH, figure_times
from retrieval.text.plans import announces, sets_aims

_UNTIL = lazy_pattern(r"到(?=20\d\d)")
_ENDS_PLAN = "；;。"
_ITEM, _FIRST_ITEM = lazy_pattern(r"[一二三四五六七八九]是"), "一是"
"""How an item of a list within a sentence begins, which is not of the times of those before it."""
_SUM = lazy_pattern(r"[一二三四五六七八九十百千两兩〇零]+[万亿萬億]|百分之[一二三四五六七八九十百]")
_DONE = "已"
_SETS_AIMS_UNTIL = 10
"""Month until which what a report wants to reach is meant for the year that it is written in."""


class Clause(NamedTuple):
    """A part of a sentence up to a comma, a semicolon or a colon."""

    span: Span
    """Offsets into the sentence."""
    times: tuple[Days, ...]
    """First and last days."""
    planned: bool
    """Whether it tells of what is meant to be."""
    figure: bool
    """Whether it has one, beside its times."""


def clauses(
    sentence: str, published: date | None, carried: Sequence[Days], *, planned: bool = False, throughout: bool = False
) -> Iterator[Clause]:
    """The clauses of a sentence of a day, in order; `carried` and `planned` are what was told before it.

    `throughout` where it stands in a section of plans, so that no semicolon ends them.
    """
    times = figure_times(sentence, published, carried)
    current, aimed = tuple(carried), tuple[Days, ...]()
    listed = current
    for match in CLAUSE.finditer(sentence):
        item = _ITEM.match(match[0])
        listed = current if item and item[0] == _FIRST_ITEM else listed
        current = listed if item else current
        own = [time for time in times if match.start() <= time.span.start < match.end()]
        current = tuple(dict.fromkeys((time.first, time.last) for time in own)) or current
        announced = _announces(match[0], own, published)
        stays = all(_is_whole(sentence, time) or _is_ahead(time, published) for time in own)
        planned = announced or (planned and stays and _DONE not in match[0])
        aimed = _year_ahead(current, published) if announced and not own and sets_aims(match[0]) else aimed if planned and not own else ()
        yield Clause(Span(*match.span()), aimed or current, planned, has_figure(sentence, Span(*match.span()), own))
        planned = throughout or (planned and match[0][-1] not in _ENDS_PLAN)


def _is_whole(sentence: str, time: TimeExpression) -> bool:
    """Whether a time is no other than that of a plan before it: 今年的目标是：全年突破360亿元."""
    return sentence[slice(*time.span)] == "全年"


def _is_ahead(time: TimeExpression, published: date | None) -> bool:
    """Whether most of a time is still to come: 会议提出，2025年税收增长8%, reported at the beginning of 2025."""
    if published is None or time.last <= published:
        return False
    return time.first > published or (time.days > LONGEST_MONTH and published.month <= _SETS_AIMS_UNTIL)


def _announces(clause: str, own: Sequence[TimeExpression], published: date | None) -> bool:
    """到2024年底 announces nothing where that is over."""
    over = published is not None and bool(own) and all(time.last <= published for time in own)
    told = AGAINST_PLAN.sub("", clause)
    return announces(_UNTIL.sub("", told) if over else told)


def _year_ahead(told: tuple[Days, ...], published: date | None) -> tuple[Days, ...]:
    """What is meant to be is not of a time that is over, but of the year of the report."""
    if published is None or published.month > _SETS_AIMS_UNTIL or any(last >= published for _, last in told):
        return told
    return (years(published.year, published.year),)


def has_figure(sentence: str, clause: Span, times: Sequence[TimeExpression]) -> bool:
    """Whether a part of a sentence has a digit beside its times, or a sum in characters: 九十三亿元."""
    places = chain((place for place in range(*clause) if sentence[place].isdigit()), map(re.Match.start, _SUM.finditer(sentence, *clause)))
    return any(not any(time.span.start <= place < time.span.end for time in times) for place in places)
