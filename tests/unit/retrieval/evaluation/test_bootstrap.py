"""Measures of whole sets against scikit-learn and against counting by hand, and the intervals around them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from retrieval.evaluation.bootstrap import DRAWS, Statistic, auroc, calibration_error, draw_questions, estimate, false_share_at, mean

LabelledCandidates = list[tuple[float, bool]]
"""Scores, and whether each belongs to a positive question."""
labelled_questions = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]), st.booleans()), min_size=2, max_size=30).filter(
    lambda candidates: 0 < sum(positive for _, positive in candidates) < len(candidates)
)


def columns(candidates: LabelledCandidates) -> tuple[np.ndarray, np.ndarray]:
    return np.array([score for score, _ in candidates]), np.array([positive for _, positive in candidates])


def of_the_set(statistic: Statistic, questions: int) -> float:
    return float(statistic(np.ones((1, questions)))[0])


@given(labelled_questions)
def test_auroc_as_scikit_learn_has_it(candidates: LabelledCandidates) -> None:
    scores, positive = columns(candidates)
    assert of_the_set(auroc(scores, positive), len(candidates)) == pytest.approx(roc_auc_score(positive, scores))


@given(labelled_questions, st.sampled_from([0.5, 0.92, 1.0]))
def test_false_share_is_that_of_the_highest_threshold_that_covers_enough(candidates: LabelledCandidates, coverage: float) -> None:
    scores, positive = columns(candidates)
    enough = [score for score in scores if (scores[positive] >= score).mean() >= coverage - 1e-9]
    expected = (scores[~positive] >= max(enough)).mean()
    assert of_the_set(false_share_at(coverage, scores, positive), len(candidates)) == pytest.approx(expected)


@given(labelled_questions)
def test_a_question_drawn_twice_counts_twice(candidates: LabelledCandidates) -> None:
    scores, positive = columns(candidates)
    times = np.arange(len(candidates)) % 3
    again = np.repeat(np.arange(len(candidates)), times)
    if not 0 < positive[again].sum() < len(again):
        return
    for statistic_of in (auroc, calibration_error, lambda values, _: mean(values), lambda *of: false_share_at(0.8, *of)):
        weighted = statistic_of(scores, positive)(times[None].astype(float))[0]
        assert weighted == pytest.approx(of_the_set(statistic_of(scores[again], positive[again]), len(again)))


def test_calibration_error_by_hand() -> None:
    confidence = np.array([0.95, 0.95, 0.95, 0.95, 0.25, 1.0])
    right = np.array([True, True, True, False, False, False])
    highest = abs((0.95 * 4 + 1.0) - 3)
    assert of_the_set(calibration_error(confidence, right), 6) == pytest.approx((highest + 0.25) / 6)
    assert of_the_set(calibration_error(np.array([0.0, 1.0]), np.array([False, True])), 2) == 0


def test_the_mean_passes_over_what_is_unknown() -> None:
    assert of_the_set(mean(np.array([1.0, np.nan, 0.0, 1.0])), 4) == pytest.approx(2 / 3)


def test_intervals_narrow_with_more_questions() -> None:
    few, many = (np.tile([1.0, 1.0, 1.0, 0.0], times) for times in (10, 1000))
    narrow, wide = (estimate(mean(values), draw_questions(len(values))) for values in (many, few))
    assert (wide.value, narrow.value) == (0.75, 0.75)
    assert 0.2 < wide.high - wide.low < 0.3  # 2 × 1.96 × √(.75 × .25 / 40) = .27
    assert 0.02 < narrow.high - narrow.low < 0.03
    assert wide.low < narrow.low < 0.75 < narrow.high < wide.high


def test_a_draw_without_the_questions_that_matter_is_passed_over() -> None:
    scores, positive = np.array([0.1, 0.9]), np.array([False, True])
    assert estimate(auroc(scores, positive), draw_questions(2)) == (1.0, 1.0, 1.0)


def test_draws_are_the_same_every_time() -> None:
    draws = draw_questions(7)
    assert draws.shape == (DRAWS, 7)
    assert (draws.sum(axis=1) == 7).all()
    assert (draws == draw_questions(7)).all()
