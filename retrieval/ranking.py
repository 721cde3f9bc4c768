"""Ranks candidates by a weighted sum of their evidence. The weights are learned and stand in learned_weights.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Ranked:
    """Evidence and the score that it adds up to."""

    evidence: Evidence
    score: float


def rank(found: Sequence[Evidence], weights: Mapping[str, float]) -> list[Ranked]:
    """Best first; equal scores keep the order of the searches."""
    return sorted((Ranked(evidence, score(evidence, weights)) for evidence in found), key=lambda ranked: -ranked.score)


def score(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The weighted sum; comparable between the candidates of one question, not between questions."""
    return sum(weights[name] * value for name, value in evidence.features.items())
