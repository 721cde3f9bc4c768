"""Passages that tell of something else than asked for: another year, park, office. None is shown beside an answer that was found."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.ranking.ranker import Ranked

OF_SOMETHING_ELSE = ("time contradicted", "other park", "other subject", "other phase", "other office")
"""Features that say so where they are 1."""


def without_contradicting(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The first candidate, and of the others those that tell of what was asked for."""
    return [candidate for place, candidate in enumerate(ranked) if place == 0 or not contradicts(candidate)]


def contradicts(candidate: Ranked) -> bool:
    """Whether the candidate's best sentence tells of something else."""
    return any(candidate.evidence.features.get(name, 0.0) >= 1 for name in OF_SOMETHING_ELSE)
