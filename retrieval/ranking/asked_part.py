"""Of a report on several parks, the part on the park asked for comes first."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article
from retrieval.ranking.contradicting import NEAREST, first_fitting, of_other_park
from retrieval.ranking.ranker import Ranked


def asked_part_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order; where the first is surely of another park, what its report tells of the park asked for before it."""
    nearest = ranked[:NEAREST]
    if not nearest or len(_article(nearest[0]).parks) < 2 or of_other_park(nearest[0]) < 1:
        return list(ranked)
    same = (each for each in nearest if _article(each).id == _article(nearest[0]).id)
    return first_fitting(ranked, (each for each in same if not of_other_park(each)))


def _article(candidate: Ranked) -> Article:
    return candidate.evidence.passage.article
