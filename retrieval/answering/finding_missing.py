"""Finds out why nothing was found: no report on that park, none of that time, or none that mentions what was asked for.

What is asked of another time is told only where the same question without its time is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from corpus.language.vocabulary import word_list
from retrieval.answering.missing import Missing, ToldTime
from retrieval.answering.reports import Report, Reports
from retrieval.answering.told_words import ToldWords
from retrieval.index.engine import Snapshot
from retrieval.question.alike_parks import alike_parks
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.understanding import park_as_written
from retrieval.text.analyzer import Analyzer

MOST_TOLD = 12
NUMERALS = frozenset("一二三四五六七八九十")

ToldOf = Callable[[Question], Iterable[ToldTime]]
"""The times of the quotes each of which would answer a question by itself."""
Near = Callable[[], Iterable[ToldTime]]
"""The times of the quotes that came near to what was asked."""


@dataclass(frozen=True, slots=True)
class MissingFinder:
    """Looks into one index version."""

    snapshot: Snapshot
    reports: Reports
    known: Gazetteer
    analyzer: Analyzer
    read: Callable[[str, date], Question]
    told_of: ToldOf

    def find(self, question: Question, near: Near) -> Missing:
        """What is missing for a question that found nothing; of one about several things or parks only that a park is unknown."""
        parks = [(park, self.reports.on(park)) for park in question.parks]
        if unknown := next((park for park, reports in parks if not reports), None):
            is_open = unknown in self.known.kinds  # 沐江 is 经开区 and 高新区
            alike = tuple(map(self.known.written, alike_parks(question, self.known)))
            return Missing(None if is_open else park_as_written(question, unknown), alike)
        if len(parks) > 1 or question.parts:
            return Missing()
        found = Missing(of=park_as_written(question, parks[0][0])) if parks else Missing()
        reports = parks[0][1] if parks else self.reports.every
        times = _times(question)
        reported = _reported(times, reports)
        every = self._told_of_times(question, times)
        told = _others(every, times)
        word = None if every else self._missing_word(question, reports)
        if word or (reported and not every):
            return replace(found, word=word)
        if times and (every.intersection(times) or _is_of(times, near())):
            return replace(found, unsure=True)
        return replace(found, times=times, told=told, reported=reported) if told or parks else found

    def _told_of_times(self, question: Question, asked: Sequence[ToldTime]) -> set[ToldTime]:
        """The times that what was asked is told of; none where nothing answers the question without its times either."""
        timeless = question.without(*question.of(MentionKind.TIME)) if asked else ""
        return set(self.told_of(self.read(timeless, question.asked_on))) if timeless else set()

    def _missing_word(self, question: Question, reports: Sequence[Report]) -> str | None:
        """The longest word of what is asked of a park, or name, that none of the reports has, whatever other words there are for it."""
        told = ToldWords(self.snapshot, self.analyzer, reports)
        missing = (word for word, *others in self._words(question) if not any(map(told.have, (word, *others))))
        return max(missing, key=len, default=None)

    def _words(self, question: Question) -> Iterator[tuple[str, ...]]:
        """Names and places, and the words of what is asked of a park; as the question and as reports write them: Yinchuan, 银川."""
        yield from ((mention.text, str(mention.meaning)) for mention in question.of(MentionKind.NAME, MentionKind.PLACE))
        for mention in question.matter if question.parks and not question.in_english else ():
            matter = str(mention.meaning).removeprefix(question.unit or "")  # 家规 is no word of 多少家规上企业
            start = len(mention.text) - len(matter)
            for word, following in pairwise((*self.analyzer.dictionary_words(matter), "")):
                in_figure = word[-1] in NUMERALS and following[:1] in NUMERALS  # 双十 is no word of 双十一
                if len(word) > 1 and word not in word_list("says_nothing.txt") and not in_figure:
                    yield (mention.text[start : start + len(word)],)
                start += len(word)


def _times(question: Question) -> tuple[ToldTime, ...]:
    """The times asked for; 目前 and 近三年, which end on the day of asking, are none that a report could be of."""
    asked = (time for time in question.times if time.last != question.asked_on)
    return tuple(dict.fromkeys(ToldTime(time.first, time.last) for time in asked))


def _others(told: set[ToldTime], asked: Sequence[ToldTime]) -> tuple[ToldTime, ...]:
    """The times told beside those asked for, in order; none that lies in another one of them."""
    others = told.difference(asked)
    return tuple(sorted(time for time in others if not any(map(time.lies_in, others))))[-MOST_TOLD:]


def _is_of(asked: Iterable[ToldTime], told: Iterable[ToldTime]) -> bool:
    """Whether a time told is one asked for, or has a part of it that is no answer by itself."""
    wanted = set(asked)
    return any(time in wanted or any(want.lies_in(time) for want in wanted) for time in told)


def _reported(times: Iterable[ToldTime], reports: Iterable[Report]) -> tuple[int, ...]:
    """The years in which these times lie and of which there are reports, in order."""
    asked = {year for first, last in times for year in range(first.year, last.year + 1)}
    if not asked:
        return ()  # and no headline need be read
    return tuple(sorted(asked.intersection(year for report in reports for year in report.years)))
