"""The times that a text tells of its figures: neither what they are compared with, nor the day of a meeting that reviews them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import MINYEAR, date

from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression, find_times
from retrieval.text.plans import announces
from retrieval.text.told_times import is_yardstick

CLAUSE = lazy_pattern(r"[^，,；;。：:\n]+[，,；;。：:\n]?")
AGAINST_PLAN = lazy_pattern(
    r"(?:超[出过额]|对照|[低高]于|不及|没有?|未|离|距离?|比|较|达到|与|(?<!定)为|占|完成|超)[^，,。；;]{0,14}?(?:目标|任务|计划|预期)(?!任务)(?:的?\d|完成)?"
    r"|(?:目标|任务|计划)(?:没有?|未能?|没能|均已?|都已?|全部|已|超额|提前|如期|顺利|基本)(?:完成|实现|达成|达到)"
)
"""A result that is held against a plan."""
SHORTEST_PERIOD = 28
"""Days from which a time is one that figures are summed over: a month."""

_MEETING = lazy_pattern(
    r"(?![^，,。；;、\s]{0,10}总结)[^，,。；;、\s]{0,14}"
    r"(?:工作会|工作报告|会议|大会|年会|论坛|峰会|动员会|推进会|座谈会|部署会|例会|活动|仪式|集中(?:开工|签约|竣工)|名单|榜单|称号|项目(?:一览|情况)?表|清单|目录)"
)
"""What follows the year of a meeting, another event or a list of the best. A meeting that sums up a year tells of that year."""
_HELD = lazy_pattern(r"[^。；;]{0,40}?(?:(?:召开|主持)[^。；;]{0,30}会|会议?召开)")
"""What follows the day of a meeting."""
_GROWING, _GROWN = lazy_pattern(r"[由从][^，。；]*$"), lazy_pattern(r"[^，。；]*(?:[到至为]\d)")
"""What stands around the time that a figure grew from: 由2021年末的4.9万人增加到6.2万人."""
_BORN = lazy_pattern(r".{0,3}出生")
_YEAR_BEGINS = lazy_pattern(r"年初")
"""What is said of it was meant then, or is compared with it."""
_OF_PLAN = lazy_pattern(r"[”\"’」]?(?:开局|收官|规划|关键|的?[第头首最])")
"""What follows a plan of five years that only says which year another one is."""
_PAST_YEAR = lazy_pattern(r"(?<!回顾)(?<!总结)过去的?一年|(?<![一-鿿])一年来")
_REVIEWED = lazy_pattern(r"(?:(?<=回顾)|(?<=总结))过去")
"""What a meeting looks back on, and none of the figures after it is of: 会议回顾过去一年的成绩."""
_NEW_YEAR = lazy_pattern(r"新的一年")
_HALF = lazy_pattern(r"(?<![上下过去近这前后])半年(?=来|成绩|答卷|交卷|大?考|报|工作|经济|任务|运行)|期中考")
_HALF_IS_TOLD = range(6, 10)
"""Months in which the first half of the year is summed up."""
_WHOLE = lazy_pattern(r"全(?<![年度]全)年(?!龄)")
_THAT_YEAR = lazy_pattern(r"当年(?!的?[^，,。；;\d]{0,6}[老人])|(?<![\d一二两三四五六七八九十几数多近])年内(?=[一-鿿])")
"""The year of the time told before it: 2022年4月点火，当年出砖3亿块."""
_SOON = 60
"""Days within which a day without a year is still to come, unless the text is about the year before."""
_UP_TO_CLAUSE = lazy_pattern(r"[；;。]")
_SUMS_UP_UNTIL = 4
"""Month until which 一年来 is the calendar year before."""
_THIS_MONTH = lazy_pattern(r"[本当]月")
_GOES_AHEAD = lazy_pattern(r"排[到至]|排满")
"""What orders are booked until is still to come, though it is no plan."""
LONGEST_MONTH = 31
_OWN_YEAR = lazy_pattern(r"\d{4}|[一二][\d〇零○一二三四五六七八九]{3}|[大去今本明后近过最这截到迄目当现如眼]|上(?!半年)|前[年天]|\d\d年")
"""How a time begins that does not leave its year to the day it is told on."""
_ENGLISH_YEAR = lazy_pattern(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d|\b(?:last|this|next|past|previous|before|ago|today|yesterday|decade|year)\b", re.IGNORECASE
)
"""The same of a time in English, which says it anywhere: February 2025, the second half of last year."""


def figure_times(text: str, published: date | None, carried: Sequence[Days]) -> list[TimeExpression]:
    """The times of a text of a day; of one without a day, those that are the same whenever it was written. `carried` was told before."""
    if published is None:
        early, late = (find_times(text, day) for day in (date(1990, 6, 15), date(2040, 6, 15)))
        told = [time for time in late if time in early]
    else:
        told = [_in_its_year(time, text, published, carried) for time in find_times(text, published)]
    said = list(_said_of_years(text, published))
    told = [*said, *(time for time in told if _is_of_figures(text, time) and not any(_within(time, year) for year in said))]
    told = [time for time in told if not _is_wider(time, told, text) and not (carried and text.startswith("本年度", time.span.start))]
    return [*told, *_those_years(text, told), *_whole_years(text, told, published, carried)]


def _within(time: TimeExpression, other: TimeExpression) -> bool:
    return other.span.start <= time.span.start < other.span.end


def _is_of_figures(text: str, time: TimeExpression) -> bool:
    """Not one that they are compared with, or grew from; nor the year or day of a meeting."""
    start, end = time.span
    if _MEETING.match(text, end) or _BORN.match(text, end) or _REVIEWED.match(text, start):
        return False
    if (time.days == 1 and _HELD.match(text, end)) or ("五" in text[start:end] and _OF_PLAN.match(text, end)):
        return False
    grown = _GROWING.search(text, 0, start) and _GROWN.match(text, end)
    return not (is_yardstick(text, time) or grown or _YEAR_BEGINS.fullmatch(text, start, end))


def _is_wider(time: TimeExpression, others: Sequence[TimeExpression], text: str) -> bool:
    """今年以来 where another time tells of which part of it."""
    return "以来" in text[time.span.start : time.span.end + 2] and any(
        time.first <= other.first and other.last <= time.last and other.days < time.days for other in others
    )


def _said_of_years(text: str, published: date | None) -> Iterator[TimeExpression]:
    """一年来 and 新的一年 in a report of the first months of a year, 半年成绩单 in one of the summer."""
    if published is None:
        return
    if published.month <= _SUMS_UP_UNTIL and published.year > MINYEAR:
        yield from (_year(published.year - 1, match) for match in _PAST_YEAR.finditer(text))
        yield from (_year(published.year, match) for match in _NEW_YEAR.finditer(text))
    if published.month in _HALF_IS_TOLD:
        first, last = date(published.year, 1, 1), date(published.year, 6, 30)
        yield from (TimeExpression(first, last, Span(*match.span())) for match in _HALF.finditer(text))


def _those_years(text: str, told: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """当年 and 年内, where a part of that year is told before."""
    for match in _THAT_YEAR.finditer(text):
        before = [time for time in told if time.span.end <= match.start()]
        if before and before[-1].first.year == before[-1].last.year:
            yield _year(before[-1].last.year, match)


def _whole_years(text: str, told: Sequence[TimeExpression], published: date | None, carried: Sequence[Days]) -> Iterator[TimeExpression]:
    """全年: of the year of the time told before it, else of the year that the report sums up."""
    against = [match.span() for match in AGAINST_PLAN.finditer(text)]
    for match in _WHOLE.finditer(text):
        if any(start <= match.start() < end for start, end in against):
            continue
        before = [(time.first, time.last) for time in told if time.span.start < match.start()]
        planned = announces(_UP_TO_CLAUSE.split(text[: match.start()])[-1] + _clause_at(text, match.start()))
        known = before if planned and published else [*carried, *before]
        year = _summed_up(known, published, planned=planned)
        if year is not None:
            yield _year(year, match)


def _summed_up(told: Sequence[Days], published: date | None, *, planned: bool) -> int | None:
    year = next((last.year for first, last in reversed(told) if (last - first).days + 1 >= SHORTEST_PERIOD), None)
    if published is None or (year is not None and year != published.year):
        return year
    if planned:
        return published.year
    return published.year - 1 if published.year > MINYEAR and published.month <= _SUMS_UP_UNTIL else year


def _year(year: int, match: re.Match[str]) -> TimeExpression:
    return TimeExpression(date(year, 1, 1), date(year, 12, 31), Span(*match.span()))


def _in_its_year(time: TimeExpression, text: str, published: date, carried: Sequence[Days]) -> TimeExpression:
    """本月 in a report of a month is that month. 1—11月 told in January is last year's; 力争四季度 told in summer is still to come.

    So is 3月4日报名 told in February.
    """
    month = next((days for days in carried if _is_month(days)), None)
    if month and _THIS_MONTH.match(text, time.span.start):
        return TimeExpression(*month, time.span)
    if _OWN_YEAR.match(text, time.span.start) or _ENGLISH_YEAR.search(text, *time.span):
        return time
    if time.days < SHORTEST_PERIOD:
        soon = 0 < (_shifted(time.first, 1) - published).days <= _SOON
        return _moved(time, 1) if soon and not any(first <= time.first <= last for first, last in carried) else time
    ahead = (time.last.year, time.last.month) > (published.year, published.month)
    planned = announces(_clause_of(text, time)) or _GOES_AHEAD.search(_clause_at(text, time.span.start)) is not None
    if ahead == planned or (planned and time.last.year >= published.year):
        return time
    return _moved(time, 1 if planned else -1)


def _is_month(days: Days) -> bool:
    first, last = days
    return SHORTEST_PERIOD <= (last - first).days + 1 <= LONGEST_MONTH


def _moved(time: TimeExpression, by: int) -> TimeExpression:
    """Some years later."""
    return TimeExpression(_shifted(time.first, by), _shifted(time.last, by), time.span)


def _shifted(day: date, by: int) -> date:
    return day.replace(year=max(MINYEAR, day.year + by), day=28 if (day.month, day.day) == (2, 29) else day.day)


def _clause_of(text: str, time: TimeExpression) -> str:
    """The clause in which a time stands; where it is all of it, with the next: 下半年，该区将力争全年突破360亿元."""
    clause = _clause_at(text, time.span.start)
    alone = clause.strip("，, ") == text[slice(*time.span)]
    return clause + _clause_at(text, time.span.start + len(clause)) if alone else clause


def _clause_at(text: str, place: int) -> str:
    return next((match[0] for match in CLAUSE.finditer(text) if match.start() <= place < match.end()), text)
