"""Of a report on several parks, the part on the park asked for comes first."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article
from retrieval.ranking.contradicting import contradicts
from retrieval.ranking.contradictions import OTHER_PARK
from retrieval.ranking.ranker import Ranked

NEAREST = 3
"""Candidates that are looked at."""


def asked_part_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order; where the first is surely of another park, what its report tells of the park asked for before it."""
    nearest = ranked[:NEAREST]
    if not nearest or len(_article(nearest[0]).parks) < 2 or _of_other_park(nearest[0]) < 1:
        return list(ranked)
    same = (each for each in nearest if _article(each).id == _article(nearest[0]).id)
    first = next((each for each in same if not _of_other_park(each) and not contradicts(each.evidence.features)), nearest[0])
    return [first, *(each for each in ranked if each is not first)]


def _article(candidate: Ranked) -> Article:
    return candidate.evidence.passage.article


def _of_other_park(candidate: Ranked) -> float:
    return candidate.evidence.features.get(OTHER_PARK, 0.0)
