"""From a question to its answer: the one path that the bot, the command line and the evaluation share."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from retrieval.answering.allowance import Allowance
from retrieval.answering.answer import Answer
from retrieval.answering.differing import differing
from retrieval.answering.finding_missing import MOST_TOLD, MissingFinder
from retrieval.answering.findings import Findings
from retrieval.answering.gazetteers import GazetteerCache
from retrieval.answering.listing import MOST_LOOKED_AT, one_of_each, telling_best
from retrieval.answering.missing import Missing, ToldTime
from retrieval.answering.newest_first import newest_first
from retrieval.answering.offered_times import offered_times
from retrieval.answering.passage_search import PassageSearch
from retrieval.answering.ranked_part import RankedPart
from retrieval.answering.reports import ReportsCache
from retrieval.answering.side_by_side import SideBySide
from retrieval.answering.untold_sides import DOUBT, leaves_side_untold
from retrieval.answering.years import tells_as_one, years_of
from retrieval.errors import QuestionTooCostly
from retrieval.index.engine import Snapshot
from retrieval.index.live_index import LiveIndex
from retrieval.question.follow_up import FollowUp, follow_up
from retrieval.question.question import Question
from retrieval.question.reading import read_in_years, read_question
from retrieval.question.same_day import day_told
from retrieval.ranking.answering_cells import with_cells
from retrieval.ranking.confidence import CONTRADICTED, confidence, confidence_alone
from retrieval.ranking.contradicting import contradicting_last, set_aside
from retrieval.ranking.folding import fold_near_duplicates, name_near_duplicates
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.ranking.quote import Quote
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked, in_turn
from retrieval.ranking.scoping import with_scopes
from retrieval.text.analyzer import Analyzer

if TYPE_CHECKING:
    from retrieval.answering.explanation import Explanation

MOST_NEAR = 3
"""Quotes that are shown as the nearest."""
OFFERED = 0.65
"""Of the threshold, what is enough to offer another time: the reader knows less of a question without its time."""
NEAR = 0.5
"""Share of the threshold from which on one of them may answer nevertheless."""
MOST_LACKING = 0.5
"""Share of what is asked that a sentence may leave untold and still tell it of another time; what no one has read may seem sure."""


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from the newest index version; safe to use from several threads."""

    index: LiveIndex
    search: PassageSearch
    weights: LearnedWeights
    threshold: float
    """Least confidence for "found", 0 to 1."""
    quote_length: int
    """Characters that a quote aims at."""
    seconds: float = math.inf
    """Of processor time that a question may take; `retrieval.factory` sets it."""
    gazetteers: GazetteerCache = field(default_factory=GazetteerCache, repr=False, compare=False)
    reports: ReportsCache = field(default_factory=ReportsCache, repr=False, compare=False)

    @property
    def analyzer(self) -> Analyzer:
        """What texts are compared with."""
        return self.search.analyzer

    def read(self, text: str, asked_on: date | None = None) -> Question:
        """Read a question as asked on a day, by default today. Raises QuestionTooLong, IndexUnavailable."""
        with self.index.open() as (_, snapshot):
            return self.read_for(snapshot, text, asked_on or date.today())

    def read_for(self, snapshot: Snapshot, text: str, asked_on: date) -> Question:
        """Read a question with the parks of one index version. Raises QuestionTooLong."""
        return read_question(text, asked_on, self.analyzer, self.gazetteers.of(snapshot, self.analyzer))

    def follow_up(self, typed: Question, before: Question | None) -> FollowUp:
        """What something typed asks after the question before it. Raises IndexUnavailable."""
        with self.index.open() as (_, snapshot):
            return follow_up(typed, before, self.gazetteers.of(snapshot, self.analyzer))

    def ask(
        self, text: str, *, asked_on: date | None = None, top: int = 3, explain: bool = False, only: Collection[str] | None = None
    ) -> Answer:
        """Read a question and answer it. Raises QuestionRefused, IndexUnavailable."""
        return self.answer(self.read(text, asked_on), top=top, explain=explain, only=only)

    def answer(self, question: Question, *, top: int = 3, explain: bool = False, only: Collection[str] | None = None) -> Answer:
        """The best quotes for a question, also below the threshold, with `explain` also why it is these.

        With `only`, the articles of these ids alone may answer, as though no other spoke of it. Raises QuestionTooCostly, IndexUnavailable.
        """
        started = time.perf_counter()
        with self.index.open() as (version, snapshot):
            findings = self._within(self.seconds)._find(question, snapshot, only, top)
            took = (time.perf_counter() - started) * 1000
            explanation = self._explain(findings, snapshot) if explain else None
        return Answer(
            question=findings.question,
            quotes=findings.quotes,
            confidence=findings.confidence,
            found=bool(findings.quotes) and (findings.listed > 0 or findings.confidence >= self.threshold),
            index_version=version,
            took_ms=took,
            ranking=findings.ranking,
            sides=findings.sides,
            leaves_out=findings.leaves_out,
            aside=findings.aside,
            listed=findings.listed,
            differ=findings.differ,
            explanation=explanation,
        )

    def with_missing(self, answer: Answer) -> Answer:
        """The answer; where it tells nothing, with what is missing and what there is instead. Raises IndexUnavailable."""
        return answer if answer.tells else replace(answer, missing=self.missing(answer.question, answer.quotes))

    def missing(self, question: Question, quotes: Sequence[Quote] | None = None) -> Missing:
        """What is missing for a question that found nothing but these quotes; without them they are looked for. Raises IndexUnavailable."""

        def near() -> set[ToldTime]:
            nearest = self._quotes_of(question, MOST_NEAR) if quotes is None else quotes
            return self._times_told(nearest[:MOST_NEAR], question, max(self.threshold * NEAR, CONTRADICTED))

        with self.index.open() as (_, snapshot):
            reports, known = self.reports.of(snapshot, self.analyzer.normalize), self.gazetteers.of(snapshot, self.analyzer)
            return MissingFinder(snapshot, reports, known, self.analyzer, self.read, self._told_of).find(question, near)

    def _told_of(self, question: Question) -> set[ToldTime]:
        """The times of the quotes each of which would answer a question by itself."""
        return self._times_told(self._quotes_of(question, MOST_TOLD), question, self.threshold * OFFERED)

    def _times_told(self, quotes: Sequence[Quote], question: Question, least: float) -> set[ToldTime]:
        """The times of the quotes each of which answers a question by itself with that confidence."""
        of_park = [quote for quote in quotes if not question.parks or quote.evidence["park"] == 1]
        of_matter = [quote for quote in of_park if quote.evidence["sentence missing"] <= MOST_LACKING]
        of_kind = [quote for quote in of_matter if quote.scope.planned == question.asks_of_plans]
        sure = [quote for quote in of_kind if confidence_alone(quote.evidence, self.weights.confidence) >= least]
        return offered_times(sure, question, self.analyzer.normalize)

    def _quotes_of(self, question: Question, most: int) -> tuple[Quote, ...]:
        """Up to so many quotes for a question that is asked besides; none where it is too costly."""
        try:
            return Answerer.answer(self, question, top=most).quotes
        except QuestionTooCostly:  # the answer itself is there, and does without
            return ()

    def _within(self, seconds: float) -> Answerer:
        """The same for one question that may make so many seconds of work; what has to be loaded first is no work of its."""
        self.search.load()
        return replace(self, search=replace(self.search, go_on=Allowance(seconds).check))

    def _find(self, question: Question, snapshot: Snapshot, only: Collection[str] | None, top: int) -> Findings:
        """The quotes of a question; where it sets parks or years beside each other, those of each side that anything tells of."""
        if question.told_by_all and (listed := self._list(question, snapshot, only, top)):
            return listed
        if question.series and not question.series.surely:
            whole = self._find_each(question, snapshot, only, top)
            if whole.quotes and whole.confidence >= self.threshold and tells_as_one(whole.parts[0].folded[0]):
                return whole
        asked = self._in_years(question, snapshot)
        if asked.differ_in:
            return self._side_by_side(asked, snapshot, only).find(asked, top)
        return self._find_each(asked, snapshot, only, top)

    def _list(self, question: Question, snapshot: Snapshot, only: Collection[str] | None, top: int) -> Findings | None:
        """One quote of each article that tells of something; None where none has all words of it."""
        topic = self.read_for(snapshot, question.told_by_all, question.asked_on)
        [ranking] = self.search.rank_by_evidence([topic], snapshot, only, MOST_LOOKED_AT)
        folded = fold_near_duplicates(ranking, snapshot, self.analyzer.normalize)
        found = one_of_each(topic, folded, self.gazetteers.of(snapshot, self.analyzer).parks)
        if not found:
            return None
        return Findings(
            question=question,
            parts=(RankedPart(topic, ranking, folded),),
            quotes=tuple(quote for each in found[:top] for quote in self._quotes([telling_best(topic, each, ranking)], topic, snapshot, 1)),
            confidence=self._sureness(topic, folded),
            ranking=tuple(ranked.evidence.passage.article.id for ranked in found),
            listed=len(found),
        )

    def _find_each(self, question: Question, snapshot: Snapshot, only: Collection[str] | None, top: int) -> Findings:
        """The quotes of a question, or those of its parts in turn."""
        asked = [part for part in question.parts or (question,) if part.text.strip()]
        parts = self._look_up_event(question, asked, snapshot, only) if question.event else self.search.look_up(asked, snapshot, only)
        rankings, folded = [part.ranked for part in parts], [part.folded for part in parts]
        doubt = DOUBT if len(asked) == 2 and leaves_side_untold(question, parts) else 1.0
        sureness = [doubt * self._sureness(part.question, part.folded) for part in parts]
        if other := differing(question, folded[0], self.analyzer.normalize) if len(asked) == 1 else None:
            folded = [[folded[0][0], other, *(ranked for ranked in folded[0][1:] if ranked is not other)]]
        certain = all(sure >= self.threshold for sure in sureness)
        if certain and len(asked) == 1 and other is None:
            folded = [newest_first(question, folded[0], self.search.weights, self.analyzer.dictionary_words)]
        if not certain and not question.event and max(sureness) >= self.threshold:  # what is told in part has a line for each part
            return self._side_by_side(question, snapshot, only).of_parts(question, parts, top)
        by_time = certain and question.in_time
        if not certain and not question.event:  # where one part may be wrong, the surest comes first
            rankings, folded = (_by_sureness(each, sureness) for each in (rankings, folded))
        alone, best_first = certain and len(parts) == 1, in_turn(folded, by_time=by_time)
        quotes = self._quotes(contradicting_last(best_first) if alone else best_first, question, snapshot, top)
        shown, aside = set_aside(quotes) if alone else (quotes, ())
        return Findings(
            question=question,
            parts=tuple(parts),
            quotes=shown,
            aside=aside,
            confidence=_together(question, sureness),
            differ=other is not None,
            ranking=tuple(dict.fromkeys(candidate.evidence.passage.article.id for candidate in in_turn(rankings, by_time=by_time))),
        )

    def _quotes(self, found: Sequence[Ranked], question: Question, snapshot: Snapshot, most: int) -> tuple[Quote, ...]:
        """Up to so many quotes out of the passages that were found, each with what it is of."""
        cut = with_cells(cut_quotes(found, most, self.quote_length), question, self.analyzer.normalize)
        return name_near_duplicates(with_scopes(cut, found, question, self.analyzer.normalize), snapshot)

    def _in_years(self, question: Question, snapshot: Snapshot) -> Question:
        """A question for something year by year with its years as parts."""
        if not question.series:
            return question
        years = years_of(question, self.reports.of(snapshot, self.analyzer.normalize))
        return read_in_years(question, years, self.analyzer, self.gazetteers.of(snapshot, self.analyzer))

    def _side_by_side(self, question: Question, snapshot: Snapshot, only: Collection[str] | None) -> SideBySide:
        reports = self.reports.of(snapshot, self.analyzer.normalize).on(question.parks[0]) if question.series else ()
        return SideBySide(
            snapshot=snapshot,
            analyzer=self.analyzer,
            weights=self.weights,
            threshold=self.threshold,
            parks=self.gazetteers.of(snapshot, self.analyzer).parks,
            look_up=lambda parts, keep: self.search.look_up(parts, snapshot, only, keep),
            read=lambda text: self.read_for(snapshot, text, question.asked_on),
            quote=lambda found, part, most: self._quotes(found, part, snapshot, most),
            reported=frozenset(year for report in reports for year in report.years),
        )

    def _look_up_event(
        self, question: Question, asked: Sequence[Question], snapshot: Snapshot, only: Collection[str] | None
    ) -> list[RankedPart]:
        """An event, the last part, and what is asked of its day, with the day that was found for it."""
        *first, event = asked
        [of_event] = self.search.look_up([event], snapshot, only)
        if question.event and (day := self._day_of_event(of_event.folded, question.asked_on)):
            first[0] = self.read_for(snapshot, question.event.on(day), question.asked_on)
        return [*self.search.look_up(first, snapshot, only), of_event]

    def _sureness(self, part: Question, ranking: Sequence[Ranked]) -> float:
        """How sure the first passage is to answer a part of a question; 😀 and 这是什么 ask nothing."""
        return confidence(ranking, self.weights.confidence) if part.says_something else 0.0

    def _day_of_event(self, ranking: Sequence[Ranked], asked_on: date) -> date | None:
        """The day of what was found for an event; None where it is not surely that event."""
        sure = confidence(ranking, self.weights.confidence) >= self.threshold
        return day_told(ranking[0].evidence.facts, asked_on) if sure and ranking else None

    def _explain(self, findings: Findings, snapshot: Snapshot) -> Explanation:
        """Why these quotes, from each part of the question with its ranking, whole and with near-duplicates folded."""
        from retrieval.answering.explaining import Explainer

        return Explainer(findings.quotes, snapshot, self.analyzer, self.weights).explain(findings.parts, self.threshold)


def _together(question: Question, sureness: Sequence[float]) -> float:
    """How sure all parts of a question are: as the least sure one, but what is asked of an event also as the event."""
    if question.event:
        return math.fsum(sureness) / len(sureness)
    return min(sureness, default=0.0)


def _by_sureness(rankings: Sequence[list[Ranked]], sureness: Sequence[float]) -> list[list[Ranked]]:
    return [ranking for _, ranking in sorted(zip(sureness, rankings, strict=True), key=lambda pair: -pair[0])]
