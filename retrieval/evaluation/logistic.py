"""Weighted logistic regression with a pull towards zero (L2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

REGULARISATION = 1e-3
"""What the squares of the standardised weights cost beside the mean loss of a row."""

TOLERANCE, MOST_STEPS = 1e-6, 1000


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows to learn from: `wanted` says which should score high, `weight` how much each counts."""

    rows: Matrix
    wanted: Mask
    weight: Matrix

    def scaled(self) -> Sample:
        """The same with weights that add up to 1."""
        return Sample(self.rows, self.wanted, self.weight / self.weight.sum())


def joined(samples: Sequence[Sample]) -> Sample:
    """All rows of several samples, each of which counts the same."""
    scaled = [sample.scaled() for sample in samples]
    return Sample(
        np.concatenate([sample.rows for sample in scaled]),
        np.concatenate([sample.wanted for sample in scaled]),
        np.concatenate([sample.weight for sample in scaled]),
    ).scaled()


def fit(sample: Sample, *, with_bias: bool) -> tuple[Matrix, float]:
    """Weights and bias; rows are standardised for the fit only.

    Without a bias all rows may be wanted: a comparison turned round says the same. With one, ValueError is raised where no row is wanted or
    all are.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler(with_mean=with_bias)
    rows, wanted, weight = scaler.fit_transform(sample.rows), sample.wanted, sample.weight
    if not with_bias:
        rows, wanted, weight = np.concatenate([rows, -rows]), np.concatenate([wanted, ~wanted]), np.tile(weight / 2, 2)
    model = LogisticRegression(C=1 / (2 * REGULARISATION), fit_intercept=with_bias, tol=TOLERANCE, max_iter=MOST_STEPS)
    model.fit(rows, wanted, sample_weight=weight)
    weights: Matrix = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_) if with_bias else 0.0
