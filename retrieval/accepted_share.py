"""How sure an answer must be for false answers to stay as rare as is accepted: learned from questions that cannot be answered."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHARES = (0.02, 0.05, 0.1, 0.2, 0.5)
"""Shares of false answers that a confidence is learned for: few, so that the straight lines between them smooth out single questions."""

LEAST_QUESTIONS = 30
"""Of fewer questions, single ones would decide."""


def learn_thresholds(groups: Sequence[NDArray[np.float64]]) -> dict[float, float]:
    """By share, the least confidence that keeps to it in each group of unanswerable questions, given the confidence of each question.

    In each, not on average: how easily a wrong answer is taken for a right one differs far more between corpora than between questions.
    """
    large = [group for group in groups if len(group) >= LEAST_QUESTIONS]
    return {share: max(_least(group, share) for group in large) for share in SHARES} if large else {}


def _least(confidence: NDArray[np.float64], share: float) -> float:
    """The least confidence, to three decimals, that no more than this share reaches."""
    allowed = int(share * len(confidence) + 1e-9)
    surest_refused = float(np.sort(confidence)[-1 - allowed])
    return min(1.0, (math.floor(surest_refused * 1000) + 1) / 1000)
