"""Finds all articles that tell of something: those with a passage that has every word of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from retrieval.answering.telling import tells_of
from retrieval.question.question import Question
from retrieval.ranking.ranker import Ranked

MOST_LOOKED_AT = 200
"""Passages; the searches bring up no more than three times fifty."""
_ALL_WORDS = 0.999


def one_of_each(topic: Question, ranking: Sequence[Ranked], parks: Collection[str]) -> list[Ranked]:
    """The best passage of each article that tells of a topic, the newest first; `parks` are all that are known, normalised."""
    best: dict[str, Ranked] = {}
    for ranked in ranking:
        if ranked.evidence.features["word coverage"] >= _ALL_WORDS and tells_of(topic, ranked, parks):
            best.setdefault(ranked.evidence.passage.article.id, ranked)
    return sorted(best.values(), key=lambda ranked: ranked.evidence.passage.article.published or date.min, reverse=True)
