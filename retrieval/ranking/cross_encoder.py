"""Reranks the best passages with a cross-encoder, a model that reads question and passage together.

It is slow, so it reads from the top for as long as a budget of time lasts (Nogueira and Cho 2019, "Passage Re-ranking with BERT").

What it gives the passages that it read is brought to the mean and spread of their scores in the ranking, and the two are averaged.
So the scores stay on the scale that the confidence was learned on: where both agree, the first passage keeps its lead over the next;
where they disagree, the lead shrinks, and the confidence with it. The rest of the confidence is the evidence of the passage that now
comes first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retrieval.ranking.ranker import Ranked
from retrieval.text.context import with_context

Scores = NDArray[np.float64]

BATCH = 2
"""Passages read at a time; the clock is looked at between batches."""
DEPTH = 10 * BATCH
"""Passages of each part of a question that are read at most."""


@dataclass(frozen=True, slots=True)
class CrossEncoderReranker:
    """Reads the best passages of each part in turn. The first batch is always read; another only if it likely ends within the budget."""

    score: Callable[[str, Sequence[str]], NDArray[np.float32]]
    """How well each text answers a question; higher is better, on any scale."""
    budget: float
    """Seconds for all parts of a question together."""
    clock: Callable[[], float] = time.perf_counter

    def rerank(self, parts: Sequence[str], rankings: Sequence[Sequence[Ranked]]) -> list[list[Ranked]]:
        return [blend(ranking, scores) for ranking, scores in zip(rankings, self._read(parts, rankings), strict=True)]

    def _read(self, parts: Sequence[str], rankings: Sequence[Sequence[Ranked]]) -> list[list[float]]:
        """By part, the scores of the passages that were read in time, from the top."""
        scores: list[list[float]] = [[] for _ in parts]
        now = self.clock()
        deadline, slowest = now + self.budget, 0.0
        for part, batch in _batches(rankings):
            if now + slowest > deadline:
                break
            texts = [with_context(candidate.evidence.passage) for candidate in batch]
            scores[part].extend(self.score(parts[part], texts).tolist())
            before, now = now, self.clock()
            slowest = max(slowest, now - before)
        return scores


def _batches(rankings: Sequence[Sequence[Ranked]]) -> list[tuple[int, Sequence[Ranked]]]:
    """The first batch of each part, then the second of each, and so on."""
    return [
        (part, ranking[first : first + BATCH])
        for first in range(0, DEPTH, BATCH)
        for part, ranking in enumerate(rankings)
        if first < len(ranking)
    ]


def blend(ranking: Sequence[Ranked], scores: Sequence[float]) -> list[Ranked]:
    """The first passages ordered by the mean of their score and what they are given here; the others stay below them as they were."""
    if not scores:
        return list(ranking)
    read, unread = ranking[: len(scores)], ranking[len(scores) :]
    ranked = np.array([candidate.score for candidate in read])
    blended = (ranked + _on_the_scale_of(ranked, np.array(scores))) / 2
    order = np.argsort(-blended, kind="stable")
    lowest = float(blended.min())
    return [
        *(replace(read[row], score=float(blended[row])) for row in order),
        *(replace(candidate, score=min(candidate.score, lowest)) for candidate in unread),
    ]


def _on_the_scale_of(ranked: Scores, scores: Scores) -> Scores:
    rescaled: Scores = ranked.mean() + ranked.std() * (scores - scores.mean()) / (scores.std() + 1e-9)
    return rescaled
