"""Whether what a sentence tells is of another time than the one asked for: another year, half of it, or planned for it.

In finding, time is a soft prior; in saying "found" it is not. A sentence of which nothing tells the time contradicts none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.language.asking_words import Kind
from corpus.language.english_times import MONTH
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import simplified
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.question.question import Question
from retrieval.ranking.base_times import is_told_as_base, without_bases
from retrieval.ranking.honours import handed_out, honours
from retrieval.ranking.other_event import OtherEvent, is_other_event, times_told
from retrieval.ranking.time_agreement import LONG_PERIOD
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.figure_times import CLAUSE, SHORTEST_PERIOD, figure_times
from retrieval.text.passage_facts import SentenceFacts
from retrieval.text.periods import Period
from retrieval.text.plans import asks_of_aims

MOST_PART = 0.95
"""Share of a period up to which a time in it is a part of it: figures of one are none of the other."""
PERIOD_END = 62
"""Days; what is so at the end of a period is so of the whole: 2023年底."""
AT_THAT_TIME = 92
"""Days around a month in which an office is mostly held by who held it then."""
AFTER_ITS_END = timedelta(days=92)
"""From the end of a year, up to which what is reported of it says no year: 年末."""
LEAST_SHARED = 0.5
"""Share of the shorter time that lies in the longer one where both speak of one time."""

_END = lazy_pattern(r"[底末中]|截[至止]|到|\b(?:end|middle|close) of\b", re.IGNORECASE)
"""What asks how things stand at the end of a time, which those tell that are of all of it up to then; 10月当月 asks for no 1—10月."""
_BEFORE = 7
"""Characters before the time in which 截至 or "end of" stands."""
_NOW = lazy_pattern(r"目前|现在|当前|如今|眼下|现阶段|为止|迄今|截[至止到]|now|current|today|present|so far|to date", re.IGNORECASE)
_STATE = lazy_pattern(r"目前|现在|眼下|如今")
"""What asks, beside a year, how things stood when that year's reports were written: 现在有多少种鱼 2024."""
_AIM_OF_YEAR = lazy_pattern(
    r"全年[^;；。]{0,24}?(?:目标|力争|确保|突破|控制|达到|不少于|冲)|(?:目标|力争|确保)[^;；。]{0,12}全年"
    r"|(?:强调|要求|提出|部署)[,，]?要[^;；。]*全年"
)
"""What is aimed at in the year of a report that tells of its first half."""
_YEAR = lazy_pattern(r"(?<!\d)20\d\d年?(?=\D)|[去明]年")
_LEAST_MATTER = 3
"""Characters of what is asked for by which a clause surely names it: 进出口总值."""
_RELATIVE = lazy_pattern(r"[今去前本]年|[本上]月|(?<![\d年])\d{1,2}(?:月|[至到~-]\d{1,2}月)")
"""Times of which nobody knows the year where the day of publication is unknown."""
_WITHOUT_YEAR = lazy_pattern(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|[至到~—–-](?:\d{1,2}|[一二三四五六七八九十]{1,2})月)(?:份|[底末]|\d{1,2}[日号])?"
    r"|年[底末]|(?:第?[一二三四1-4]季度|[上下]半年)"
    rf"|(?:{MONTH}\.?(?: ?[-–] ?| (?:to|and|until|till|through) ))?{MONTH}\.?(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|q[1-4]|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:quarter|half)"
    r"|first (?:[a-z]+|[0-9]{1,2}) (?:months|quarters)",
    re.IGNORECASE,
)
"""Days, months and parts of a year that are asked for without one: those of the reports that there are."""
_LAST_YEAR = lazy_pattern(r"\W*(?:去|上一?)年")
_SINCE, _SUM = lazy_pattern(r"以来|至今"), lazy_pattern(r"累计|[总一]共|加起来|截[至止]")
"""What tells a sum since a day, and what asks for one."""
_WHOLE_YEAR, _HARDLY_BEGUN, _NEARLY_OVER = 360, 180, 20
"""Days, and those that are left of a year."""
_RESULT = lazy_pattern(r"最[后终]|实际(?!使用|利用|到位)|完成了?(?:多少|几)|达到了?(?:多少|几)|一共|总共")
_HELD = lazy_pattern(
    r"谁|[书记主局处厅任长].{0,6}叫什么|(?:书记|主任|局长|区长)(?:是?哪[位个])?[ ?？\d年]*$|会上[^，,]*哪"
    r"|(?:作|做)了?(?:的)?[^，,]{0,4}报告"
)
"""Who holds an office, or acted at a meeting, does so when it is reported, whatever year is looked back on."""
_MET = lazy_pattern(r"完成|实现|达到了|达成|达标|够|没有?$|了[吗没]|实际|meet|met|reach|achieve", re.IGNORECASE)


class TimeContradiction:
    """Compares sentences with the times of one question."""

    def __init__(self, question: Question) -> None:
        self._text = text = simplified(question.text)
        times = [time for time in without_bases(question.times, text) if not _NOW.search(text[slice(*time.span)])]
        self._now = _STATE.search(question.plain) is not None
        self._plans = question.asks_of_plans
        times = [_whole_year(time) if self._plans and "年初" in question.said else time for time in times]
        self._of_act = question.kind is Kind.PERSON or _HELD.search(question.plain) is not None
        self._of_cause = question.kind is Kind.REASON
        self._event = OtherEvent(text, times)
        self._asked = [time for time in times if time not in self._event.times]
        self._matter = "".join(str(mention.meaning) for mention in question.matter)
        self._handed_out = handed_out(question, self._asked)
        self._number = question.kind in (Kind.NUMBER, Kind.OTHER)
        self._target = asks_of_aims(question.plain) and not _MET.search(question.plain)
        self._result = self._number and _RESULT.search(question.said) is not None
        self._amount = question.kind is Kind.NUMBER
        self._named_in_words = not self._number or (question.kind is Kind.OTHER and question.in_english and not question.only_names)
        self._whole = self._amount and "全年" in question.said
        self._sum = _SUM.search(question.said) is not None
        self._without_year = [time for time in times if _WITHOUT_YEAR.fullmatch(text[slice(*time.span)])]
        self._agrees = functools.cache(self._agrees_with_any)

    def found_in(self, sentence: SentenceFacts, article: ArticleFacts, published: date | None) -> bool:
        """Whether the sentence's figures are of times that contradict all those asked for, or its article of another event."""
        if not self._asked:
            return bool(self._event.times) and self._event.found_in(sentence, article, published, self._without_year)
        if self._of_act and all(time.days <= PERIOD_END for time in self._asked) and self._is_far(times_told(sentence, article, published)):
            return True
        if published and (self._is_yet_to_come(sentence, published) or self._is_later(published)):
            return True
        contradicts = self._contradicts(sentence, published) or self._is_told_of_other(sentence, published) if sentence.periods else False
        if not contradicts or self._is_dated_in_itself(sentence):
            return False
        if self._hands_out(sentence, article) or self._is_dated_otherwise(sentence, published):
            return False
        may_be_of_article = self._of_act or self._of_cause  # the cause of what was so in a year may lie in the year before
        return not may_be_of_article or is_other_event(self._asked, times_told(sentence, article, published))

    def _is_far(self, told: Iterable[TimeExpression | Period]) -> bool:
        """Whether all days and months told are far from those asked for: who held an office in February may be another in December."""
        times = [time for time in told if time.days <= PERIOD_END]
        return bool(times) and not any(_shared(asked, time) > -AT_THAT_TIME for time in times for asked in self._asked)

    def met_in(self, sentence: SentenceFacts) -> bool:
        """Whether the sentence's figures are of a time asked for; what was handed out then may be for another."""
        of_honours = self._handed_out and honours(sentence.text)
        return bool(self._asked and sentence.periods and not of_honours) and not self._contradicts(sentence)

    def _contradicts(self, sentence: SentenceFacts, published: date | None = None) -> bool:
        if self._target and sentence.plans:  # 1—9月4860万美元，完成年度目标的74.8%: the target is that of the year
            return not any(_shared(asked, period) > 0 for period in sentence.periods for asked in self._asked)
        periods = self._of_figures(sentence.periods)
        met = [_is_planned(period, sentence, published) for period in periods if self._agrees(period.first, period.last)]
        if not met or not self._number:
            return not met
        return not any(met) if self._target else all(met) and not self._plans

    def _of_figures(self, periods: Sequence[Period]) -> Sequence[Period]:
        """The times that a figure of a year or a part of it can be of: beside such a time not the day on which it was told."""
        if not self._amount or any(asked.days <= PERIOD_END for asked in self._asked):
            return periods
        summed = [period for period in periods if period.days >= SHORTEST_PERIOD]
        told = self._result or not all(period.planned for period in summed)  # 到2025年400亿元，目前236亿元: of that day
        return summed if summed and told else periods

    def _is_yet_to_come(self, sentence: SentenceFacts, published: date) -> bool:
        """Whether what came of a year is asked for, and all that is told of it was told when it had hardly begun; 全年, before its end."""
        if self._plans or not (self._whole or self._result):
            return False
        agreeing = [period for period in sentence.periods if self._agrees(period.first, period.last)]
        if not self._whole and len(agreeing) < len(sentence.periods):
            return False
        left = _NEARLY_OVER if self._whole else _HARDLY_BEGUN
        return bool(agreeing) and all(period.days >= _WHOLE_YEAR and (period.last - published).days > left for period in agreeing)

    def _is_later(self, published: date) -> bool:
        """Whether all times of which a figure is asked as it was were still to come when the report was written."""
        times = [time for time in self._asked if time not in self._without_year]
        return (
            self._amount
            and not self._plans
            and len(times) == len(self._asked)
            and min(each.first for each in times) > published + AFTER_ITS_END
        )

    def _is_dated_in_itself(self, sentence: SentenceFacts) -> bool:
        """Whether no figure is asked, and the sentence tells a time asked for, of whatever: 2020年停工，2024年拆除."""
        return not self._number and not self._of_act and any(self._agrees(time.first, time.last) for time in sentence.times)

    def _is_told_of_other(self, sentence: SentenceFacts, published: date | None) -> bool:
        """Whether the very clauses that name what is asked tell another time, whatever the others do: 现有27家，去年进出口总值93亿元."""
        surely_named = len(self._matter) >= _LEAST_MATTER and self._matter in sentence.text
        if published is None or not self._number or self._target or len(sentence.periods) < 2 or not surely_named:
            return False
        if any(self._agrees(time.first, time.last) for time in figure_times(sentence.text, published, ())):
            return False
        naming = [clause[0] for clause in CLAUSE.finditer(sentence.text) if self._matter in clause[0]]
        told = [[time for time in figure_times(clause, published, ()) if time.days >= SHORTEST_PERIOD] for clause in naming]
        return all(times and not any(self._agrees(time.first, time.last) for time in times) for times in told) and bool(told)

    def _is_dated_otherwise(self, sentence: SentenceFacts, published: date | None) -> bool:
        """Whether it may be of a time asked for by more than the times that its figures are of."""
        if not self._target and any(is_told_as_base(asked, sentence.text) for asked in self._asked):
            return True
        if published is None:
            return _RELATIVE.search(sentence.text) is not None
        if not sentence.times and self._is_reported_in_asked(published):
            return True
        reported_then = any(asked.first.year <= published.year <= asked.last.year for asked in self._asked)
        if reported_then and (self._now or (self._target and _AIM_OF_YEAR.search(sentence.text))):
            return _YEAR.search(sentence.text) is None
        return any(self._may_be_of(period, sentence, published) for period in sentence.periods)

    def _is_reported_in_asked(self, published: date) -> bool:
        """Whether a sum or no figure is asked of the very days in which the report was written, so that it needs to tell no time."""
        in_those_days = any(time.days <= PERIOD_END and time.first <= published <= time.last for time in self._asked)
        return in_those_days and (self._sum or self._named_in_words)

    def _may_be_of(self, period: Period, sentence: SentenceFacts, published: date) -> bool:
        """A year that was not over is meant; a sum since a day is of all days up to its report; what has no year is of its year."""
        if self._target and period.days >= _WHOLE_YEAR and period.last > published and self._agrees(period.first, period.last):
            return True
        if (
            self._sum
            and _SINCE.search(sentence.text)
            and any(period.first <= asked.last and asked.first <= published for asked in self._asked)
        ):
            return True
        of_report = period.first.year == (published - AFTER_ITS_END).year or period.first.year == published.year
        return of_report and any(_is_same_in_year(asked, period) for asked in self._without_year)

    def _hands_out(self, sentence: SentenceFacts, article: ArticleFacts) -> bool:
        """Whether it tells of honours, and its article is of the time asked for; the year that they are for may be another."""
        if not self._handed_out:
            return False
        times = [Period(time.first, time.last, False, Span(0, 0)) for time in article.times if time.days <= LONG_PERIOD]
        at_that_time = any(_shared(asked, time) > 0 for time in times for asked in self._handed_out)
        return at_that_time and honours(sentence.text)

    def _agrees_with_any(self, first: date, last: date) -> bool:
        """Whether a time told agrees with one asked for; candidates tell the same times over and over."""
        told = Period(first, last, False, Span(0, 0))
        return any(self._agree(asked, told) for asked in self._asked)

    def _agree(self, asked: TimeExpression, told: Period) -> bool:
        shared = _shared(asked, told)
        if shared <= 0:
            return False
        shorter, longer = sorted((asked.days, told.days))
        if not self._number or longer > LONG_PERIOD or shorter < SHORTEST_PERIOD:
            return True
        end = (asked if asked.days > told.days else told).last
        of_end = asked.days > told.days or _END.search(self._text, max(0, asked.span.start - _BEFORE), asked.span.end) is not None
        at_end = of_end and shorter <= PERIOD_END and max(asked.first, told.first) <= end <= min(asked.last, told.last)
        return at_end or (shared >= LEAST_SHARED * shorter and shorter >= MOST_PART * longer)


def _is_same_in_year(asked: TimeExpression, told: Period) -> bool:
    """Whether a time lies in the same days of whatever year."""
    return _in_year(asked.first) <= _in_year(told.first) <= _in_year(told.last) <= _in_year(asked.last)


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def _whole_year(time: TimeExpression) -> TimeExpression:
    """What was planned at the beginning of a year is planned for all of it."""
    begins = (time.first.month, time.first.day, time.last.month) == (1, 1, 2)
    return replace(time, last=date(time.last.year, 12, 31)) if begins else time


def _is_planned(period: Period, sentence: SentenceFacts, published: date | None) -> bool:
    """What was last year is no plan, whatever else a sentence tells of what is to be: 去年的演练在10月举行."""
    over = published is not None and period.last.year < published.year
    return period.planned and not (over and _LAST_YEAR.match(sentence.text))


def _shared(asked: TimeExpression, told: TimeExpression | Period) -> int:
    """Days."""
    return (min(asked.last, told.last) - max(asked.first, told.first)).days + 1
