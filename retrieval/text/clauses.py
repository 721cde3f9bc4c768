"""The clauses of a sentence, each with its time: told in it, or else in the clauses before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import MINYEAR, date
from typing import NamedTuple

from corpus.language.span import Span
from corpus.language.times import TimeExpression, find_times
from retrieval.text.plans import announces
from retrieval.text.told_times import is_yardstick

_CLAUSE = re.compile(r"[^，,；;。：:\n]+[，,；;。：:\n]?")
_UNTIL = re.compile(r"到(?=20\d\d)")
_AGAINST_PLAN = re.compile(r"(?:超[出过额]|没有?|未|离|比|较|达到)[^，,。；;]{0,8}(?:目标|任务|计划|预期)")
"""A result that is held against a plan."""
_ENDS_PLAN = "；;。"
_DONE = "已"
_MEETING = re.compile(
    r"(?![^，,。；;、\s]{0,10}总结)[^，,。；;、\s]{0,14}"
    r"(?:工作会|工作报告|会议|大会|年会|论坛|峰会|动员会|推进会|座谈会|部署会|活动|仪式|集中(?:开工|签约|竣工)|名单|榜单|称号|项目(?:一览|情况)?表|清单|目录)"
)
"""What follows the year of a meeting, another event or a list of the best. A meeting that sums up a year tells of that year."""
_GROWING, _GROWN = re.compile(r"[由从][^，。；]*$"), re.compile(r"[^，。；]*(?:[到至为]\d)")
"""What stands around the time that a figure grew from: 由2021年末的4.9万人增加到6.2万人."""
_YEAR_BEGINS = re.compile(r"年初")
"""What is said of it was meant then, or is compared with it."""
_PAST_YEAR = re.compile(r"(?<!回顾)(?<!总结)过去的?一年|(?<![一-鿿])一年来|(?<![年今明])全年(?![任目])")
_REVIEWED = re.compile(r"(?:(?<=回顾)|(?<=总结))过去")
"""What a meeting looks back on, and none of the figures after it is of: 会议回顾过去一年的成绩."""
_SUMS_UP_UNTIL = 4
"""Month until which 一年来 and 全年 are the calendar year before."""
_OWN_YEAR = re.compile(r"\d{4}|[一二][\d〇零○一二三四五六七八九]{3}|[大前去上今本明后近过最这截到迄目当现如眼]|\d\d年")
"""How a time begins that does not leave its year to the day it is told on."""
_SHORTEST = 28
"""Days of a part of a year that can lie in the year before."""


class Clause(NamedTuple):
    """A part of a sentence up to a comma, a semicolon or a colon."""

    span: Span
    """Offsets into the sentence."""
    times: tuple[tuple[date, date], ...]
    """First and last days."""
    planned: bool
    """Whether it tells of what is meant to be."""
    figure: bool
    """Whether it has one, beside its times."""


def clauses(sentence: str, published: date | None, carried: Sequence[tuple[date, date]], *, planned: bool = False) -> Iterator[Clause]:
    """The clauses of a sentence of a day, in order; `carried` and `planned` are what was told before it."""
    times = times_of_figures(sentence, published)
    current = tuple(carried)
    for match in _CLAUSE.finditer(sentence):
        own = [time for time in times if match.start() <= time.span.start < match.end()]
        current = tuple((time.first, time.last) for time in own) or current
        planned = _announces(match[0], own, published) or (planned and not own and _DONE not in match[0])
        yield Clause(Span(*match.span()), current, planned, has_figure(sentence, Span(*match.span()), own))
        planned = planned and match[0][-1] not in _ENDS_PLAN


def _announces(clause: str, own: Sequence[TimeExpression], published: date | None) -> bool:
    """到2024年底 announces nothing where that is over."""
    over = published is not None and bool(own) and all(time.last <= published for time in own)
    told = _AGAINST_PLAN.sub("", clause)
    return announces(_UNTIL.sub("", told) if over else told)


def has_figure(sentence: str, clause: Span, times: Sequence[TimeExpression]) -> bool:
    """Whether a part of a sentence has a digit beside its times."""
    places = (place for place in range(*clause) if sentence[place].isdigit())
    return any(not any(time.span.start <= place < time.span.end for time in times) for place in places)


def times_of_figures(text: str, published: date | None) -> list[TimeExpression]:
    """The times that a text tells of figures. Of a text without a date, those that are the same whenever it was written."""
    if published is None:
        early, late = (find_times(text, day) for day in (date(1990, 6, 15), date(2040, 6, 15)))
        told = [time for time in late if time in early]
    else:
        told = [_in_the_past(time, text, published) for time in find_times(text, published)]
    past = list(_year_before(text, published))
    return [*past, *(time for time in told if _is_of_figures(text, time) and not any(_within(time, year) for year in past))]


def _within(time: TimeExpression, other: TimeExpression) -> bool:
    return other.span.start <= time.span.start < other.span.end


def _is_of_figures(text: str, time: TimeExpression) -> bool:
    """Not one that they are compared with, or grew from; nor the year of a meeting."""
    start, end = time.span
    if _MEETING.match(text, end) or _REVIEWED.match(text, start):
        return False
    grown = _GROWING.search(text, 0, start) and _GROWN.match(text, end)
    return not (is_yardstick(text, time) or grown or _YEAR_BEGINS.fullmatch(text, start, end))


def _year_before(text: str, published: date | None) -> Iterator[TimeExpression]:
    """一年来 in a report of the first months of a year; 全年 too, unless it is a plan for the one that begins."""
    if published and published.month <= _SUMS_UP_UNTIL and published.year > MINYEAR:
        first, last = date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
        found = (TimeExpression(first, last, Span(*match.span())) for match in _PAST_YEAR.finditer(text))
        yield from (time for time in found if not announces(_clause_of(text, time)))


def _in_the_past(time: TimeExpression, text: str, published: date) -> TimeExpression:
    """1—11月 told in January is last year's: a part of a year that is not over yet, and not planned, is of the year before."""
    ahead = (time.last.year, time.last.month) > (published.year, published.month)
    if not ahead or time.days < _SHORTEST or _OWN_YEAR.match(text, time.span.start) or announces(_clause_of(text, time)):
        return time
    return TimeExpression(_year_earlier(time.first), _year_earlier(time.last), time.span)


def _year_earlier(day: date) -> date:
    return day.replace(year=max(MINYEAR, day.year - 1), day=28 if (day.month, day.day) == (2, 29) else day.day)


def _clause_of(text: str, time: TimeExpression) -> str:
    return next((match[0] for match in _CLAUSE.finditer(text) if match.start() <= time.span.start < match.end()), text)
