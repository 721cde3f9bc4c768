"""What each question says about the answers: one number per question and measure, NaN where the question has no say in it.

Articles are judged by ir-measures (MacAvaney et al. 2022, ECIR). Our recall@k is what it calls Success@k: whether a relevant article is
among the first k. Where a question has several relevant articles, R@5 is their share among the first five, and "all relevant@5" says
whether all of them are there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation.question_outcome import QuestionOutcome

Vector = NDArray[np.float64]

OF_ARTICLES = {
    "recall@1": "Success@1",
    "recall@3": "Success@3",
    "recall@5": "Success@5",
    "R@5": "R@5",
    "MRR@10": "RR@10",
    "nDCG@10": "nDCG@10",
}
"""Our names for what ir-measures calculates."""

LOWER_IS_BETTER = frozenset({"false answers"})


def values_by_measure(outcomes: Sequence[QuestionOutcome]) -> dict[str, Vector]:
    """Shape (outcomes,) for each measure, in the order in which they are shown; a measure that no question speaks to is left out."""

    def of(judge: Callable[[QuestionOutcome], float], counts: Callable[[QuestionOutcome], bool]) -> Vector:
        return np.array([float(judge(outcome)) if counts(outcome) else np.nan for outcome in outcomes])

    articles = _articles_judged(outcomes)
    several = np.array([len(outcome.question.relevant) > 1 for outcome in outcomes])
    values = {
        **articles,
        "all relevant@5": np.where(several, articles["R@5"] == 1, np.nan),
        "answer in quote@1": of(lambda outcome: outcome.answered_within(1), _with_strings),
        "answer in quote@3": of(lambda outcome: outcome.answered_within(3), _with_strings),
        "answer around quote@1": of(lambda outcome: outcome.answered_around(1), _with_strings),
        "answer around quote@3": of(lambda outcome: outcome.answered_around(3), _with_strings),
        "answer emphasised@1": of(lambda outcome: outcome.emphasised, _with_strings),
        "answer marked@1": of(lambda outcome: outcome.marked, _with_strings),
        "verbatim": of(lambda outcome: outcome.verbatim, lambda _: True),
        "right and found": of(lambda outcome: outcome.right and outcome.answer.found, lambda outcome: outcome.answerable),
        "coverage": of(lambda outcome: outcome.answer.found, lambda outcome: outcome.answerable),
        "false answers": of(lambda outcome: outcome.answer.found, lambda outcome: not outcome.answerable),
    }
    return {name: found for name, found in values.items() if not np.isnan(found).all()}


def _with_strings(outcome: QuestionOutcome) -> bool:
    return outcome.answerable and bool(outcome.question.answers)


def _articles_judged(outcomes: Sequence[QuestionOutcome]) -> dict[str, Vector]:
    """What ir-measures says of each ranking of articles; NaN where no article is relevant."""
    import ir_measures

    asked = {str(row): outcome for row, outcome in enumerate(outcomes) if outcome.answerable}
    relevant = {row: dict.fromkeys(outcome.question.relevant, 1) for row, outcome in asked.items()}
    scores = {row: {article: -float(place) for place, article in enumerate(outcome.ranking)} for row, outcome in asked.items()}
    values = {name: np.full(len(outcomes), np.nan) for name in OF_ARTICLES}
    ours = {ir_measures.parse_measure(theirs): name for name, theirs in OF_ARTICLES.items()}
    for judged in ir_measures.iter_calc(list(ours), relevant, scores) if asked else ():
        values[ours[judged.measure]][int(judged.query_id)] = judged.value
    return values
