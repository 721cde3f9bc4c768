"""Weighted logistic regression with a pull towards zero (L2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

REGULARISATION = 1e-3
NO_SPREAD = 1e-9


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
    """Weights and bias; rows are standardised for the fit only."""
    from scipy.optimize import minimize

    mean = sample.rows.mean(axis=0) if with_bias else np.zeros(sample.rows.shape[1])
    spread = sample.rows.std(axis=0)
    spread[spread < NO_SPREAD] = 1.0  # a column that never differs stays as it is
    rows = np.column_stack([(sample.rows - mean) / spread, np.full(len(sample.rows), float(with_bias))])
    solution = minimize(
        _loss(rows, np.where(sample.wanted, 1.0, -1.0), sample.weight), np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B"
    )
    weights = solution.x[:-1] / spread
    return weights, float(solution.x[-1] - weights @ mean)


def _loss(rows: Matrix, sign: Matrix, weight: Matrix) -> Callable[[Matrix], tuple[float, Matrix]]:
    """Weighted logistic loss with L2 on all but the bias, and its gradient."""

    def loss(parameters: Matrix) -> tuple[float, Matrix]:
        margin = sign * (rows @ parameters)
        penalised = np.append(parameters[:-1], 0.0)
        slope = -(weight * sign / (1 + np.exp(margin))) @ rows
        value = weight @ np.logaddexp(0, -margin) + REGULARISATION * (penalised @ penalised)
        return float(value), slope + 2 * REGULARISATION * penalised

    return loss
