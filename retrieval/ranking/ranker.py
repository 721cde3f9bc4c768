"""Ranks candidates by a weighted sum of their evidence. The weights are learned and stand in learned_weights.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from operator import mul

from retrieval.ranking.evidence import Evidence
from retrieval.text.passage_facts import PassageFacts, own_times


@dataclass(frozen=True, slots=True)
class Ranked:
    """Evidence and the score that it adds up to."""

    evidence: Evidence
    score: float


def rank(found: Sequence[Evidence], weights: Mapping[str, float]) -> list[Ranked]:
    """Best first; equal scores keep the order of the searches."""
    return sorted((Ranked(evidence, score(evidence, weights)) for evidence in found), key=lambda ranked: -ranked.score)


def in_turn(rankings: Sequence[Sequence[Ranked]], *, by_time: bool = False) -> list[Ranked]:
    """Several rankings as one: the best of each, then the next of each, no passage twice; with `by_time` the best in order of time."""
    if len(rankings) == 1:
        return list(rankings[0])
    rounds = [[ranked for ranked in turn if ranked is not None] for turn in zip_longest(*rankings)]
    if by_time and rounds:
        rounds[0].sort(key=lambda ranked: _day(ranked.evidence.facts))
    passages: dict[tuple[str, int], Ranked] = {}
    for ranked in (ranked for turn in rounds for ranked in turn):
        passages.setdefault((ranked.evidence.passage.article.id, ranked.evidence.passage.start), ranked)
    return list(passages.values())


def _day(facts: PassageFacts) -> date:
    """The day that a passage is of: its article's, or else the first that it speaks of."""
    return facts.passage.article.published or next((time.first for time in own_times(facts, date.max)), date.max)


def score(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The weighted sum; comparable between the candidates of one question, not between questions."""
    total: float = sum(map(mul, map(weights.__getitem__, evidence.features), evidence.features.values()))
    return total
