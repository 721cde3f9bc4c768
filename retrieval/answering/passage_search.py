"""Finds the passages for a question in one index version, best first: search, evidence, near-duplicates left out, close reading."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from retrieval.answering.ranked_part import Keep, RankedPart
from retrieval.index.engine import Snapshot
from retrieval.models.embedder import Embedder, Vectors
from retrieval.question.question import Question
from retrieval.ranking.asked_part import asked_part_first
from retrieval.ranking.candidates import CANDIDATES, find_candidates
from retrieval.ranking.close_reading import CloseReading
from retrieval.ranking.contradicting import asked_park_first, asked_time_first, telling_first
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.folding import fold_near_duplicates
from retrieval.ranking.honouring_first import handed_out_then_first
from retrieval.ranking.part_reading import PartReading
from retrieval.ranking.ranker import Ranked, rank
from retrieval.ranking.reranker import Reranker
from retrieval.text.analyzer import Analyzer
from retrieval.text.embedded_form import embedded_form


@dataclass(frozen=True, slots=True)
class PassageSearch:
    """What it takes to find passages; safe to use from several threads."""

    embedder: Embedder
    analyzer: Analyzer
    weights: Mapping[str, float]
    """Of the evidence; see `retrieval.ranking.ranker`."""
    reranker: Reranker | None = None
    close_reading: CloseReading | None = None
    go_on: Callable[[], None] = lambda: None
    """Called before each part of the work; what it raises ends that."""

    def load(self) -> None:
        """Load what reads closely, which otherwise waits for the first passage. Raises ReaderUnavailable."""
        if self.close_reading:
            self.close_reading.reader.load()

    def look_up(
        self, asked: Sequence[Question], snapshot: Snapshot, only: Collection[str] | None = None, keep: Keep | None = None
    ) -> list[RankedPart]:
        """What is found for each of some questions, after a closer look at the best of it; with `keep`, folded to what it keeps.

        With `only`, passages of the articles of these ids alone.
        """
        return self.look_closely(asked, self.rank(asked, snapshot, only), snapshot, keep)

    def look_closely(
        self, asked: Sequence[Question], rankings: Sequence[list[Ranked]], snapshot: Snapshot, keep: Keep | None = None
    ) -> list[RankedPart]:
        """Leave out near-duplicates, and read the best of the passages that are left together with their question."""
        folded = [fold_near_duplicates(ranking, snapshot, self.analyzer.normalize) for ranking in rankings]
        parts = list(map(RankedPart, asked, rankings, folded))
        if keep:
            parts = [part.left_to(partial(keep, part.question)) for part in parts]
        parts = [replace(part, folded=_asked_first(part.question, part.folded)) for part in parts]
        if self.close_reading is None:
            return parts
        return list(map(self._weighed_in, parts, self.close_reading.read(asked, [part.folded for part in parts])))

    def rank(self, asked: Sequence[Question], snapshot: Snapshot, only: Collection[str] | None = None) -> list[list[Ranked]]:
        """The passages for each of some questions, with their evidence, and the best of them read again where there is a reranker."""
        rankings = self.rank_by_evidence(asked, snapshot, only)
        return self.reranker.rerank([part.text for part in asked], rankings) if self.reranker and asked else rankings

    def rank_by_evidence(
        self, asked: Sequence[Question], snapshot: Snapshot, only: Collection[str] | None = None, most: int = CANDIDATES
    ) -> list[list[Ranked]]:
        """The same by evidence alone, out of so many candidates of each search."""
        if not asked:
            return []
        return [self._rank(part, vector, snapshot, only, most) for part, vector in zip(asked, self._vectors(asked), strict=True)]

    def _vectors(self, asked: Sequence[Question]) -> Vectors:
        """One for each question, in one go."""
        return self.embedder.encode_queries([embedded_form(question.in_full) for question in asked])

    def _rank(self, question: Question, vector: Vectors, snapshot: Snapshot, only: Collection[str] | None, most: int) -> list[Ranked]:
        self.go_on()
        examiner = Examiner(question, snapshot, self.analyzer)
        candidates = find_candidates(snapshot, question, vector, most)
        wanted = [each for each in candidates if only is None or each.passage.article.id in only]
        return rank(examiner.examine(wanted), self.weights)

    def _weighed_in(self, part: RankedPart, reading: PartReading) -> RankedPart:
        ranked, folded, left_out = reading.weigh_in(self.weights, part.ranked, part.folded, part.left_out)
        folded = handed_out_then_first(part.question, _asked_first(part.question, folded))
        return RankedPart(part.question, ranked, folded, reading, left_out)


def _asked_first(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    return telling_first(question, asked_time_first(question, asked_part_first(asked_park_first(ranked))))
