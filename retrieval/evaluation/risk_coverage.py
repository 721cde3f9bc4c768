"""The risk-coverage curve: how many of the answers are wrong, as more and more questions are answered.

El-Yaniv and Wiener 2010, "On the foundations of noise-free selective classification", JMLR.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """One point per distinct confidence, the surest questions first."""

    thresholds: Vector
    coverage: Vector
    """Share of all questions that are answered at this threshold."""
    risk: Vector
    """Share of those whose first quote does not answer."""

    def at(self, threshold: float) -> tuple[float, float]:
        """Coverage and risk when every question of at least this confidence is answered; 0 and 0 when none is."""
        answered = int((self.thresholds >= threshold).sum())
        return (float(self.coverage[answered - 1]), float(self.risk[answered - 1])) if answered else (0.0, 0.0)


def risk_coverage(confidence: Vector, right: NDArray[np.bool_]) -> RiskCoverage:
    """Answer the surest question, then the next, and so on; questions of equal confidence come together."""
    order = np.argsort(-confidence, kind="stable")
    sure, wrong = confidence[order], np.cumsum(~right[order])
    last = np.flatnonzero(np.diff(sure, append=-np.inf))
    return RiskCoverage(sure[last], (last + 1) / len(sure), wrong[last] / (last + 1))


def draw(curve: RiskCoverage, threshold: float, title: str, path: Path) -> None:
    """Draw the curve as PNG and mark the threshold in use. Raises ModuleNotFoundError without matplotlib."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.add_subplot(xlabel="coverage: share of questions answered", ylabel="risk: share of answers that are wrong", title=title)
    axes.step(curve.coverage, curve.risk, where="post")
    axes.plot(*curve.at(threshold), "o", label=f"threshold {threshold:g}")
    axes.set(xlim=(0, 1), ylim=(0, None))
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(path, dpi=150)
