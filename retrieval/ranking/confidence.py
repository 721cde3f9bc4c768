"""How sure the first quote is to answer the question: a logistic model over its evidence and its lead on the next article.

What tells of another time or park than asked for is no answer, however close it comes in all else; nor is what tells of another phase,
office, respect or measure, unless the reader is sure that it is one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from retrieval.ranking.contradictions import OTHER_PARK, TIME_CONTRADICTED
from retrieval.ranking.features import ENGLISH, READER_ANSWERS
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.slots import ANSWER_LACKING

BIAS = "bias"
LEAD = "lead"
"""By how much the best passage outscores the best one of another article."""
LONGEST_LEAD = 5.0
"""A lead beyond this says no more."""
CONTRADICTIONS = (TIME_CONTRADICTED, OTHER_PARK, ANSWER_LACKING)
"""Where one is fully true of the first passage, it was right in 8 % on invented and real park news; of another park in none.

What lacks the answer by its own words is never one.
"""
IN_ENGLISH = ("place missing", "other office")
"""The same of a question in English: between two alphabets the reader sees neither another city than Suzhou nor another office."""
UNTOLD, MOST_UNTOLD, DENIED = "sentence missing", 0.6, 0.5
"""Likewise where the sentence leaves so much untold of what is asked in English, and the reader rather says that it does not answer."""
UNLESS_READ = ("other phase", "other office", "other respect", "other measure")
"""The same of these where the reader is not sure of the passage; where it was, two of three were right and the table wrong."""
READ = 0.7
"""What "reader answers" is above where the reader is sure in that sense."""
ALSO_DOUBTFUL = "other subject"
MOST_OVERRULED = 1.0
"""What the reader overrules of these and of another subject together: one table may be wrong, hardly two at once."""
CONTRADICTED = 0.1
"""The most that the confidence can be then; half of it is kept for what comes closest in all else."""


def confidence(ranked: Sequence[Ranked], weights: Mapping[str, float], left_out: Sequence[Ranked] = ()) -> float:
    """Probability, 0 to 1, that the first of the ranked passages answers the question; 0 when there is none.

    `left_out` are those, best first, that are known not to answer. The first one may lead them where no other article is left.
    """
    if not ranked:
        return 0.0
    return _probability(confidence_signals(ranked, left_out), weights)


def confidence_alone(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The same for a passage of this evidence, as though no other article came near it: the same figure of other years is no rival."""
    return _probability({**evidence, LEAD: LONGEST_LEAD}, weights)


def _probability(signals: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = weights[BIAS] + sum(weight * signals[name] for name, weight in weights.items() if name != BIAS)
    sure = 1 / (1 + math.exp(-total)) if total > -500 else 0.0
    return contradicted(sure) if _is_contradicted(signals) else sure


def contradicted(sure: float) -> float:
    """What is left of a confidence then."""
    return min(sure, CONTRADICTED * (1 + sure) / 2)


def _is_contradicted(signals: Mapping[str, float]) -> bool:
    overruled = (
        signals.get(READER_ANSWERS, 0.0) > READ and sum(signals.get(name, 0.0) for name in (*UNLESS_READ, ALSO_DOUBTFUL)) <= MOST_OVERRULED
    )
    counting = CONTRADICTIONS if overruled else (*CONTRADICTIONS, *UNLESS_READ)
    if any(signals.get(name, 0.0) >= 1 for name in counting):
        return True
    if signals.get(ENGLISH, 0.0) < 1:
        return False
    untold = signals.get(UNTOLD, 0.0) >= MOST_UNTOLD and signals.get(READER_ANSWERS, 0.0) <= DENIED
    return untold or any(signals.get(name, 0.0) >= 1 for name in IN_ENGLISH)


def confidence_signals(ranked: Sequence[Ranked], left_out: Sequence[Ranked] = ()) -> dict[str, float]:
    """What the model looks at: the first passage's features and its lead."""
    first = ranked[0]
    near, far = (_of_other_articles(first, others) for others in (ranked, left_out))
    rival = next(near, min(ranked[-1].score, next(far, ranked[-1].score)))
    return {**first.evidence.features, LEAD: min(first.score - rival, LONGEST_LEAD)}


def _of_other_articles(first: Ranked, others: Sequence[Ranked]) -> Iterator[float]:
    """The scores of those of other articles."""
    return (other.score for other in others if other.evidence.passage.article.id != first.evidence.passage.article.id)
