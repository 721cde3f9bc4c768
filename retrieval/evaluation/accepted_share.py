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
    """By share, the least confidence that keeps to it on the mean over groups of unanswerable questions, given each question's confidence.

    Each group counts the same, however many questions it holds. In one corpus more false answers come, in another fewer: a reindex
    measures how many in the corpus at hand.
    """
    large = [group for group in groups if len(group) >= LEAST_QUESTIONS]
    return {share: _least(large, share) for share in SHARES} if large else {}


def _least(groups: Sequence[NDArray[np.float64]], share: float) -> float:
    """The least confidence, to three decimals, that no more than this share of questions reaches on the mean."""
    sure = np.concatenate(groups)
    weight = np.concatenate([np.full(len(group), 1 / len(group) / len(groups)) for group in groups])
    order = np.argsort(-sure, kind="stable")
    reached = np.cumsum(weight[order])
    surest_refused = float(sure[order][np.searchsorted(reached, share + 1e-9)])
    return min(1.0, (math.floor(surest_refused * 1000) + 1) / 1000)
