"""Measures of a whole set of questions, each with the range that other questions of the same sort would put it in.

A bootstrap (Efron 1979) draws the questions again and again, with replacement. Every measure is therefore a function of how often each
question was drawn: it takes weights of shape (draws, questions) and returns one value per draw. All of ones measures the set itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]
Statistic = Callable[[Matrix], Vector]

DRAWS = 1000
INTERVAL = (2.5, 97.5)
"""Percentiles between which 95 % of the draws lie."""
BINS = 10
"""Of equal width, for the calibration error."""


class Estimate(NamedTuple):
    """A measure and its 95 % confidence interval."""

    value: float
    low: float
    high: float


def draw_questions(questions: int) -> Matrix:
    """How often each question comes up in each draw, shape (DRAWS, questions); the same whenever it is asked for."""
    return np.random.default_rng(0).multinomial(questions, np.full(questions, 1 / questions), size=DRAWS).astype(float)


def estimate(statistic: Statistic, draws: Matrix) -> Estimate:
    """Measure the set and all its draws; a draw that holds none of the questions that matter is passed over."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = statistic(np.ones((1, draws.shape[1])))[0]
        low, high = np.nanpercentile(statistic(draws), INTERVAL)
    return Estimate(float(value), float(low), float(high))


def mean(values: Vector) -> Statistic:
    """The mean of what is not NaN."""
    known = ~np.isnan(values)

    def statistic(weights: Matrix) -> Vector:
        return np.asarray(weights[:, known] @ values[known] / weights[:, known].sum(axis=1))

    return statistic


def auroc(scores: Vector, positive: Mask) -> Statistic:
    """How often a positive question scores higher than a negative one; equal scores count half (area under the ROC curve)."""

    def statistic(weights: Matrix) -> Vector:
        ours, others = _by_score(scores, weights * positive), _by_score(scores, weights * ~positive)
        above = others.sum(axis=1, keepdims=True) - others.cumsum(axis=1) + others / 2
        return np.asarray((ours * above).sum(axis=1) / (ours.sum(axis=1) * others.sum(axis=1)))

    return statistic


def false_share_at(coverage: float, scores: Vector, positive: Mask) -> Statistic:
    """The share of negative questions that score no less than the threshold which `coverage` of the positive ones reach."""

    def statistic(weights: Matrix) -> Vector:
        ours, others = _by_score(scores, weights * positive).cumsum(axis=1), _by_score(scores, weights * ~positive).cumsum(axis=1)
        reached = np.argmax(ours >= coverage * ours[:, -1:] - 1e-9, axis=1)
        return np.asarray(others[np.arange(len(others)), reached] / others[:, -1])

    return statistic


def calibration_error(confidence: Vector, right: Mask) -> Statistic:
    """By how much confidence and the share of right answers differ, on average (ECE: Guo et al. 2017, ICML)."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = (right - confidence)[:, None] * (bins[:, None] == np.arange(BINS))

    def statistic(weights: Matrix) -> Vector:
        return np.asarray(np.abs(weights @ gaps).sum(axis=1) / weights.sum(axis=1))

    return statistic


def _by_score(scores: Vector, weights: Matrix) -> Matrix:
    """Weights added up over questions of equal score, highest score first; shape (draws, distinct scores)."""
    order = np.argsort(-scores, kind="stable")
    starts = np.flatnonzero(np.diff(scores[order], prepend=np.inf))
    return np.add.reduceat(weights[:, order], starts, axis=1)
