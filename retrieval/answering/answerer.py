"""From a question to its answer: the one path that the bot, the command line and the evaluation share."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean
from typing import TYPE_CHECKING

from retrieval.answering.answer import Answer
from retrieval.answering.gazetteers import GazetteerCache
from retrieval.index.engine import Snapshot
from retrieval.index.live_index import LiveIndex
from retrieval.models.embedder import Embedder
from retrieval.question.follow_up import FollowUp, follow_up
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.question.same_day import day_told
from retrieval.ranking.candidates import find_candidates
from retrieval.ranking.confidence import confidence
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.folding import fold_near_duplicates, name_near_duplicates
from retrieval.ranking.learned_weights import LearnedWeights
from retrieval.ranking.quote import Quote
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked, in_turn, rank
from retrieval.ranking.reranker import Reranker
from retrieval.ranking.scoping import with_scopes
from retrieval.text.analyzer import Analyzer
from retrieval.text.embedded_form import embedded_form

if TYPE_CHECKING:
    from retrieval.answering.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from the newest index version; safe to use from several threads."""

    index: LiveIndex
    embedder: Embedder
    analyzer: Analyzer
    weights: LearnedWeights
    threshold: float
    """Least confidence for "found", 0 to 1."""
    quote_length: int
    """Characters that a quote aims at."""
    reranker: Reranker | None = None
    gazetteers: GazetteerCache = field(default_factory=GazetteerCache, repr=False, compare=False)

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
        """Read a question and answer it. Raises QuestionTooLong, IndexUnavailable."""
        return self.answer(self.read(text, asked_on), top=top, explain=explain, only=only)

    def answer(self, question: Question, *, top: int = 3, explain: bool = False, only: Collection[str] | None = None) -> Answer:
        """The best quotes for a question, also below the threshold, with `explain` also why it is these. Raises IndexUnavailable.

        With `only`, the articles of these ids alone may answer, as though no other spoke of it.
        """
        started = time.perf_counter()
        asked = [part for part in question.parts or (question,) if part.text.strip()]
        with self.index.open() as (version, snapshot):
            rankings = [self.rank(part, snapshot, only) for part in asked]
            if question.event and (day := self._day_of_event(rankings[-1], question.asked_on)):
                asked[0] = self.read_for(snapshot, question.event.on(day), question.asked_on)
                rankings[0] = self.rank(asked[0], snapshot, only)
            if self.reranker:
                rankings = self.reranker.rerank([part.text for part in asked], rankings)
            folded = [fold_near_duplicates(ranking, snapshot, self.analyzer.normalize) for ranking in rankings]
            sureness = list(map(self._sureness, asked, folded))
            found = list(zip(asked, rankings, folded, strict=True))
            certain = all(sure >= self.threshold for sure in sureness)
            by_time = certain and question.in_time
            if not certain and not question.event:  # where one part may be wrong, the surest comes first
                rankings, folded = (_by_sureness(each, sureness) for each in (rankings, folded))
            shown = in_turn(folded, by_time=by_time)
            cut = cut_quotes(shown, top, self.quote_length)
            quotes = name_near_duplicates(with_scopes(cut, shown, question.times, self.analyzer.normalize), snapshot)
            sure = fmean(sureness) if sureness else 0.0
            took = (time.perf_counter() - started) * 1000
            explanation = self._explain(found, quotes, snapshot) if explain else None
        return Answer(
            question=question,
            quotes=quotes,
            confidence=sure,
            found=bool(quotes) and sure >= self.threshold,
            index_version=version,
            took_ms=took,
            ranking=tuple(dict.fromkeys(candidate.evidence.passage.article.id for candidate in in_turn(rankings, by_time=by_time))),
            explanation=explanation,
        )

    def rank(self, question: Question, snapshot: Snapshot, only: Collection[str] | None = None) -> list[Ranked]:
        """The passages that come into question about one thing, best first, with their evidence; with `only`, those of these articles."""
        vector = self.embedder.encode_queries([embedded_form(question.in_full)])[0]
        examiner = Examiner(question, snapshot, self.analyzer)
        candidates = find_candidates(snapshot, question, vector)
        wanted = [each for each in candidates if only is None or each.passage.article.id in only]
        return rank(examiner.examine(wanted), self.weights.ranking)

    def _sureness(self, part: Question, ranking: Sequence[Ranked]) -> float:
        """How sure the first passage is to answer a part of a question; 😀 and 。 ask nothing."""
        return confidence(ranking, self.weights.confidence) if any(map(str.isalnum, part.text)) else 0.0

    def _day_of_event(self, ranking: Sequence[Ranked], asked_on: date) -> date | None:
        """The day of what was found for an event; None where it is not surely that event."""
        sure = confidence(ranking, self.weights.confidence) >= self.threshold
        return day_told(ranking[0].evidence.facts, asked_on) if sure and ranking else None

    def _explain(
        self, found: Iterable[tuple[Question, list[Ranked], list[Ranked]]], quotes: Sequence[Quote], snapshot: Snapshot
    ) -> Explanation:
        """Why these quotes, from each part of the question with its ranking, whole and with near-duplicates folded."""
        from retrieval.answering.explaining import Explainer, RankedPart

        parts = [RankedPart(*part) for part in found]
        return Explainer(quotes, snapshot, self.analyzer, self.weights).explain(parts, self.threshold)


def _by_sureness(rankings: Sequence[list[Ranked]], sureness: Sequence[float]) -> list[list[Ranked]]:
    return [ranking for _, ranking in sorted(zip(sureness, rankings, strict=True), key=lambda pair: -pair[0])]
