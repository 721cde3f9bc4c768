"""Other rankings in the place of ours: everything else that an answer goes through stays the same."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import Any
from unittest.mock import patch

from retrieval.answering.answerer import Answerer
from retrieval.answering.passage_search import PassageSearch
from retrieval.evaluation.kept_readings import remembering
from retrieval.index.engine import Match, Snapshot
from retrieval.models.embedder import Vectors
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.candidates import CANDIDATES, DEPTH, Candidate, find_candidates
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.examiner import Examiner
from retrieval.ranking.features import FEATURES
from retrieval.ranking.ranker import Ranked, rank
from retrieval.text.embedded_form import embedded_form
from retrieval.text.terms import Terms

WORDS, BIGRAMS, DENSE, RRF, SUM = "BM25, words", "BM25, bigrams", "dense", "RRF", "weighted sum"
RRF_K = 60
"""As proposed for reciprocal rank fusion (Cormack, Clarke and Büttcher 2009, SIGIR)."""
KEPT = 30
"""Passages of each of these rankings that are quoted from."""

STAGES = {
    WORDS: ("read", WORDS),
    BIGRAMS: ("read", BIGRAMS),
    DENSE: ("embed", DENSE),
    RRF: ("read", "embed", WORDS, BIGRAMS, DENSE),
    SUM: ("read", "embed", SUM),
}
"""What has to be done for each ranking; the weighted sum searches for itself."""

Choice = Callable[["LookedUp"], list[Ranked]]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """All that any ranking needs to know of a question, found once."""

    rankings: Mapping[str, list[Ranked]]
    candidates: Sequence[Evidence]
    """What our own ranking chooses from."""
    took_ms: Mapping[str, float]
    """By stage."""


@dataclass(slots=True)
class Lookup:
    """Looks each part of a question up once, for all rankings."""

    answerer: Answerer
    found: dict[str, LookedUp] = field(default_factory=dict)

    def __call__(self, question: Question, snapshot: Snapshot) -> LookedUp:
        if question.text not in self.found:
            self.found[question.text] = _look_up(self.answerer, question, snapshot)
        return self.found[question.text]

    def took_ms(self, ranking: str) -> float:
        """How long all parts of the question took to look up for a ranking."""
        return sum(part.took_ms[stage] for part in self.found.values() for stage in STAGES[ranking])


IDEAS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "questions taken apart": (
        "answerer",
        {"read_question": lambda *asked: replace(read_question(*asked), parts=(), differ_in=(), series=None)},
    ),
    "near-duplicates folded": ("passage_search", {"fold_near_duplicates": lambda ranked, snapshot, normalize: list(ranked)}),
}
"""What an answer goes through beside the ranking: where it is called, and what stands in for it there when it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRanking(PassageSearch):
    """A search with another ranking of what was found."""

    lookup: Lookup
    choose: Choice

    def _rank(
        self, question: Question, vector: Vectors, snapshot: Snapshot, only: Collection[str] | None, most: int = CANDIDATES
    ) -> list[Ranked]:
        ranked = self.choose(self.lookup(question, snapshot))
        return [each for each in ranked if only is None or each.evidence.passage.article.id in only]


def baselines(lookup: Lookup) -> dict[str, Answerer]:
    """What we are compared with; nothing reads their passages again."""
    return {name: _variant(lookup, partial(_listed, name), reranker=None, close_reading=None) for name in STAGES}


def ablations(lookup: Lookup) -> dict[str, Answerer]:
    """Ours, to be asked without one idea, or without one feature, the others weighted as they are; what has no weight is passed over."""
    weights = lookup.answerer.weights.ranking
    read_once = {"close_reading": remembering(lookup.answerer).search.close_reading}
    ideas = {name: _variant(lookup, partial(_weighted, weights), **read_once) for name in IDEAS}
    return ideas | {name: _variant(lookup, partial(_weighted, {**weights, name: 0.0}), **read_once) for name in FEATURES if weights[name]}


def leaving_out(name: str) -> AbstractContextManager[object]:
    """Inside the block every answer is made without this idea; with the name of anything else nothing changes."""
    if name not in IDEAS:
        return nullcontext()
    module, standing_in = IDEAS[name]
    without: AbstractContextManager[object] = patch.multiple(f"retrieval.answering.{module}", **standing_in)
    return without


def _variant(lookup: Lookup, choose: Choice, **others: Any) -> Answerer:  # noqa: ANN401 - fields of a search
    parts = {part.name: getattr(lookup.answerer.search, part.name) for part in fields(PassageSearch)}
    return replace(lookup.answerer, search=OtherRanking(**{**parts, **others}, lookup=lookup, choose=choose))


def _listed(name: str, looked_up: LookedUp) -> list[Ranked]:
    return looked_up.rankings[name]


def _weighted(weights: Mapping[str, float], looked_up: LookedUp) -> list[Ranked]:
    return rank(looked_up.candidates, weights)


def _look_up(answerer: Answerer, question: Question, snapshot: Snapshot) -> LookedUp:
    """Search in every way and look closely at all that was found."""
    took: dict[str, float] = {}
    with _timed(took, "read"):
        answerer.read_for(snapshot, question.text, question.asked_on)
    with _timed(took, "embed"):
        vector = answerer.search.embedder.encode_queries([embedded_form(question.in_full)])[0]
    with _timed(took, DENSE):
        dense = snapshot.search_dense(vector, DEPTH)
    with _timed(took, WORDS):
        words = snapshot.search_lexical(Terms(question.terms.words, ()), DEPTH)
    with _timed(took, BIGRAMS):
        bigrams = snapshot.search_lexical(Terms((), question.terms.bigrams), DEPTH)
    with _timed(took, SUM):
        candidates = find_candidates(snapshot, question, vector)
    examiner = Examiner(question, snapshot, answerer.analyzer)
    ours = examiner.examine(candidates)
    evidence = dict(zip(map(_place, candidates), ours, strict=True))

    def ranked(positions: Sequence[int]) -> list[Ranked]:
        found = [Candidate(facts, cosine=0.0, words=0.0, bigrams=0.0) for facts in snapshot.facts(positions[:KEPT])]
        looked_at = (evidence.get(_place(candidate)) or examiner.examine([candidate])[0] for candidate in found)
        return [Ranked(one, -float(place)) for place, one in enumerate(looked_at)]

    searches = {WORDS: words, BIGRAMS: bigrams, DENSE: dense}
    rankings = {name: ranked([match.position for match in matches]) for name, matches in searches.items()}
    rankings[RRF] = ranked(_reciprocal_rank_fusion(list(searches.values())))
    rankings[SUM] = [Ranked(one, -float(place)) for place, one in enumerate(ours)]
    return LookedUp(rankings, ours, took)


def _reciprocal_rank_fusion(searches: Sequence[Sequence[Match]]) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for matches in searches:
        for place, match in enumerate(matches, start=1):
            scores[match.position] += 1 / (RRF_K + place)
    return sorted(scores, key=lambda position: -scores[position])


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.article.id, candidate.passage.start


@contextmanager
def _timed(took: dict[str, float], stage: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    took[stage] = (time.perf_counter() - started) * 1000
