"""Finds the passages worth a closer look: the best of three searches, by meaning, by words and by character bigrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.everyday_words import official_words
from retrieval.index.engine import Match, Snapshot
from retrieval.models.embedder import Vectors
from retrieval.question.question import Question
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

DEPTH = 50
"""Passages taken from each search."""

CANDIDATES = 40
"""Passages that are looked at closely."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage and what the three searches say of it."""

    facts: PassageFacts
    cosine: float
    words: float
    """BM25 over words; of a passage that this search did not bring up, the most that it can be."""
    bigrams: float
    """BM25 over character bigrams, likewise."""

    @property
    def passage(self) -> Passage:
        return self.facts.passage


def find_candidates(snapshot: Snapshot, question: Question, vector: Vectors, most: int = CANDIDATES) -> list[Candidate]:
    """Up to `most` passages, by the sum of three scores, each scaled between its own search's lowest and best (Lee 1997, SIGIR)."""
    dense = snapshot.search_dense(vector, DEPTH)
    words = snapshot.search_lexical(Terms((*question.terms.words, *official_words(question.terms.words)), ()), DEPTH)
    bigrams = snapshot.search_lexical(Terms((), question.terms.bigrams), DEPTH)
    positions = sorted({match.position for match in (*dense, *words, *bigrams)})
    cosines, by_words, by_bigrams = snapshot.cosines(vector, positions), _filled(words, positions), _filled(bigrams, positions)
    scaled = (_scaled(cosines, [match.score for match in dense]), _scaled(by_words, by_words), _scaled(by_bigrams, by_bigrams))
    fused = [sum(scores) for scores in zip(*scaled, strict=True)]
    best = sorted(range(len(positions)), key=lambda row: -fused[row])[:most]  # equal sums stay in order of position
    known = snapshot.facts([positions[row] for row in best])
    return [Candidate(facts, cosines[row], by_words[row], by_bigrams[row]) for facts, row in zip(known, best, strict=True)]


def _filled(matches: Sequence[Match], positions: Sequence[int]) -> list[float]:
    """The matches' scores by position. What is not among them scores nothing, or like the last one where the search was cut off there."""
    scores = {match.position: match.score for match in matches}
    lowest = matches[-1].score if len(matches) == DEPTH else 0.0
    return [scores.get(position, lowest) for position in positions]


def _scaled(scores: Sequence[float], reference: Sequence[float]) -> list[float]:
    """Scores as shares of the way from the lowest (0, as is all below) to the highest (1) of the reference."""
    lowest, highest = min(reference, default=0.0), max(reference, default=0.0)
    return [max(0.0, score - lowest) / max(highest - lowest, 1e-6) for score in scores]
