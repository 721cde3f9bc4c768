"""Finds out why nothing was found: no report on that park, none of that time, or none that mentions what was asked for.

What is asked of another time is told only where the same question without its time is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.language.everyday_words import official_words
from corpus.language.vocabulary import word_list
from retrieval.answering.missing import Missing, ToldTime
from retrieval.answering.reports import Report, Reports
from retrieval.index.engine import Snapshot
from retrieval.question.alike_parks import alike_parks
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.understanding import park_as_written
from retrieval.text.analyzer import Analyzer
from retrieval.text.terms import Terms

MOST_READ = 200
"""Reports on a park that are read for a word; where there are more, it is looked for in all reports at once."""
MOST_TOLD = 12

ToldOf = Callable[[Question], Iterable[ToldTime]]
"""The times of the quotes each of which would answer a question by itself."""


@dataclass(frozen=True, slots=True)
class MissingFinder:
    """Looks into one index version."""

    snapshot: Snapshot
    reports: Reports
    known: Gazetteer
    analyzer: Analyzer
    read: Callable[[str, date], Question]
    told_of: ToldOf

    def find(self, question: Question) -> Missing:
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
        if told := self._told_of_other_times(question, times):
            return replace(found, times=times, told=told, reported=reported)
        if word := self._missing_word(question, reports):
            return replace(found, word=word)
        return found if reported or not parks else replace(found, times=times)

    def _told_of_other_times(self, question: Question, asked: Sequence[ToldTime]) -> tuple[ToldTime, ...]:
        """The times that what was asked is told of, in order; none where nothing answers the question without its times either."""
        timeless = question.without(*question.of(MentionKind.TIME)) if asked else ""
        told = set(self.told_of(self.read(timeless, question.asked_on))) if timeless else set()
        whole = {time for time in told - set(asked) if not any(_lies_in(time, other) for other in told | set(asked))}
        return tuple(sorted(whole))[-MOST_TOLD:]

    def _missing_word(self, question: Question, reports: Sequence[Report]) -> str | None:
        """The longest word of what is asked of a park, or name, that none of the reports has, whatever other words there are for it."""
        missing = (word for word, *others in self._words(question) if not any(self._is_told(each, reports) for each in (word, *others)))
        return max(missing, key=len, default=None)

    def _words(self, question: Question) -> Iterator[tuple[str, ...]]:
        """Names and places, and the words of what is asked of a park; as the question and as reports write them: Yinchuan, 银川."""
        yield from ((mention.text, str(mention.meaning)) for mention in question.of(MentionKind.NAME, MentionKind.PLACE))
        for mention in question.matter if question.parks and not question.in_english else ():
            matter = str(mention.meaning).removeprefix(question.unit or "")  # 家规 is no word of 多少家规上企业
            start = len(mention.text) - len(matter)
            for word in self.analyzer.dictionary_words(matter):
                if len(word) > 1 and word not in word_list("says_nothing.txt"):
                    yield (mention.text[start : start + len(word)],)
                start += len(word)

    def _is_told(self, word: str, reports: Sequence[Report]) -> bool:
        plain = self.analyzer.normalize(word)
        forms = [plain, *map(self.analyzer.normalize, official_words((plain,)))]
        if any(self.snapshot.document_frequencies(Terms(tuple(forms), ())).words):
            return len(reports) > MOST_READ or any(form in text for text in self._texts(reports) for form in forms)
        return False

    def _texts(self, reports: Iterable[Report]) -> Iterator[str]:
        articles = (self.snapshot.article(report.id) for report in reports)
        return (self.analyzer.normalize(f"{article.title or ''}\n{article.text}") for article in articles if article)


def _times(question: Question) -> tuple[ToldTime, ...]:
    """The times asked for; 目前 and 近三年, which end on the day of asking, are none that a report could be of."""
    asked = (time for time in question.times if time.last != question.asked_on)
    return tuple(dict.fromkeys(ToldTime(time.first, time.last) for time in asked))


def _lies_in(time: ToldTime, other: ToldTime) -> bool:
    return time != other and other.first <= time.first and time.last <= other.last


def _reported(times: Iterable[ToldTime], reports: Iterable[Report]) -> tuple[int, ...]:
    """The years in which these times lie and of which there are reports, in order."""
    asked = {year for first, last in times for year in range(first.year, last.year + 1)}
    return tuple(sorted(asked.intersection(year for report in reports for year in report.years)))
