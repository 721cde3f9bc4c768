"""Finds the passages worth a closer look: the best of three searches, by meaning, by words and by character bigrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.embedder import Vectors
from retrieval.engine.protocol import Match, Snapshot, Terms
from retrieval.passage import Passage
from retrieval.question import Question

DEPTH = 50
"""Passages taken from each search."""

CANDIDATES = 40
"""Passages that are looked at closely."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage and what the three searches say of it."""

    passage: Passage
    cosine: float
    words: float
    """BM25 over words; a passage that this search did not bring up gets the lowest score that it did."""
    bigrams: float
    """BM25 over character bigrams, likewise."""


def find_candidates(snapshot: Snapshot, question: Question, vector: Vectors) -> list[Candidate]:
    """The passages with the highest sum of three scores, each scaled between its own search's last and best (Lee 1997, SIGIR)."""
    dense = snapshot.search_dense(vector, DEPTH)
    words = snapshot.search_lexical(Terms(question.terms.words, ()), DEPTH)
    bigrams = snapshot.search_lexical(Terms((), question.terms.bigrams), DEPTH)
    positions = sorted({match.position for match in (*dense, *words, *bigrams)})
    cosines = snapshot.cosines(vector, positions)
    legs = (cosines, _filled(words, positions), _filled(bigrams, positions))
    fused = [
        sum(scores)
        for scores in zip(*(_scaled(leg, matches) for leg, matches in zip(legs, (dense, words, bigrams), strict=True)), strict=True)
    ]
    rows = sorted(range(len(positions)), key=lambda row: (-fused[row], positions[row]))[:CANDIDATES]
    return [Candidate(snapshot.passage(positions[row]), *(leg[row] for leg in legs)) for row in rows]


def _filled(matches: Sequence[Match], positions: Sequence[int]) -> list[float]:
    """The matches' scores by position, the lowest of them for positions that are not among them."""
    scores = {match.position: match.score for match in matches}
    lowest = min(scores.values(), default=0.0) if len(scores) == DEPTH else 0.0
    return [scores.get(position, lowest) for position in positions]


def _scaled(scores: Sequence[float], matches: Sequence[Match]) -> list[float]:
    if not matches:
        return [0.0] * len(scores)
    highest, lowest = matches[0].score, matches[-1].score
    spread = max(highest - lowest, 1e-6)
    return [max(0.0, (score - lowest) / spread) for score in scores]
