"""The file of weights and the code that reads it know the same names."""

from __future__ import annotations

import math

from retrieval.confidence import BIAS, LEAD
from retrieval.evidence import FEATURES
from retrieval.learned_weights import load_weights


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    weights = load_weights()
    assert list(weights.ranking) == list(FEATURES)
    assert BIAS in weights.confidence
    assert set(weights.confidence) - {BIAS, LEAD} <= set(FEATURES)


def test_all_weights_are_finite_numbers() -> None:
    weights = load_weights()
    assert all(math.isfinite(weight) for weight in (*weights.ranking.values(), *weights.confidence.values()))
