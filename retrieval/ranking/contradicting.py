"""Passages that tell of something else than asked for: another year, park, office. None is shown beside an answer that was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.language.times import TimeExpression, agreement
from retrieval.question.question import Question
from retrieval.ranking.contradictions import OTHER_PARK, TIME_CONTRADICTED
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.slots import ANSWER_LACKING

OF_SOMETHING_ELSE = (TIME_CONTRADICTED, OTHER_PARK, "other subject", "other phase", "other office")
"""Features that say so where they are 1."""
NEAREST = 3
"""Candidates of which one may come first for what its article is of: as many as are read where there is time."""
LACKING = ("other respect", "other measure", ANSWER_LACKING)
"""Features that say so of what is not told at all."""
NEAR_IN_ENGLISH = 2.0
"""By how much a score may be less there."""
CLOSE = 1.3
"""By how much a score may be less: what another time costs by the learned weights, so that it leads by less than is known against it."""


def contradicts(features: Mapping[str, float]) -> bool:
    """Whether the best sentence of a passage tells of something else."""
    return any(features.get(name, 0.0) >= 1 for name in OF_SOMETHING_ELSE)


def asked_park_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order, but one from an article on the park asked for first, where another park's would be that.

    Of the nearest the first that tells of nothing else, whether read or not; a sentence of a report on another park may name both, and is
    none such. One of a report on several is, where it stands in the part of the park asked for.
    """
    nearest = ranked[:NEAREST]
    others = {each.evidence.passage.article.id for each in nearest if of_other_park(each) >= 1}
    if not others or of_other_park(ranked[0]) < 1:
        return list(ranked)
    return first_fitting(ranked, (each for each in nearest if each.evidence.passage.article.id not in others or _is_own_part(each)))


def _is_own_part(candidate: Ranked) -> bool:
    return len(candidate.evidence.passage.article.parks) > 1 and of_other_park(candidate) == 0


def asked_time_first(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order, but one whose best sentence is of the time asked for before a close one of another time."""
    if not ranked or not question.times or ranked[0].evidence.features.get(TIME_CONTRADICTED, 0.0) < 1:
        return list(ranked)
    close = (each for each in ranked[:NEAREST] if ranked[0].score - each.score <= CLOSE)
    return first_fitting(ranked, (each for each in close if _is_of_asked_time(question, each)))


def telling_first(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of a question in English in their order, but a close one that tells what is asked before one that does not tell it.

    Across languages scores are nearer to each other, and the reader is less sure of either.
    """
    if not ranked or not question.in_english or not _lacks(ranked[0]):
        return list(ranked)
    near = (each for each in ranked[:NEAREST] if ranked[0].score - each.score <= NEAR_IN_ENGLISH and not _lacks(each))
    return first_fitting(ranked, near)


def _lacks(candidate: Ranked) -> bool:
    return any(candidate.evidence.features.get(name, 0.0) >= 1 for name in LACKING)


def _is_of_asked_time(question: Question, candidate: Ranked) -> bool:
    told = [TimeExpression(period.first, period.last, period.span) for period in candidate.evidence.told.periods]
    return any(agreement(asked, time) > 0 for asked in question.times for time in told)


def first_fitting(ranked: Sequence[Ranked], wanted: Iterable[Ranked]) -> list[Ranked]:
    """The candidates in their order, but the first of those `wanted` that tells of nothing else before all others."""
    first = next((each for each in wanted if not contradicts(each.evidence.features)), ranked[0])
    return [first, *(each for each in ranked if each is not first)]


def of_other_park(candidate: Ranked) -> float:
    """1 where it tells of another park than asked for, half where it may."""
    return candidate.evidence.features.get(OTHER_PARK, 0.0)


def contradicting_last(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates in their order, those after the first that tell of something else behind all others."""
    return [*ranked[:1], *sorted(ranked[1:], key=lambda candidate: contradicts(candidate.evidence.features))]


def set_aside(quotes: Sequence[Quote]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The first quote with those that tell of what was asked for, and the others."""
    fitting = [quote for place, quote in enumerate(quotes) if place == 0 or not contradicts(quote.evidence)]
    return tuple(fitting), tuple(quote for quote in quotes[1:] if contradicts(quote.evidence))
