"""The file of weights and the code that reads it know the same names."""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace

from retrieval.confidence import BIAS, LEAD
from retrieval.evidence import FEATURES
from retrieval.learned_weights import as_toml, load_weights


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    weights = load_weights()
    assert list(weights.ranking) == list(FEATURES)
    assert BIAS in weights.confidence
    assert set(weights.confidence) - {BIAS, LEAD} <= set(FEATURES)


def test_all_weights_are_finite_numbers() -> None:
    weights = load_weights()
    assert all(math.isfinite(weight) for weight in (*weights.ranking.values(), *weights.confidence.values()))


def test_written_weights_are_read_again() -> None:
    weights = replace(load_weights(), ranking=dict.fromkeys(FEATURES, -0.1234), confidence={BIAS: 12.0, "bigram coverage": 0.0006})
    text = as_toml(weights, ["one set", "other"])
    tables = tomllib.loads(text)
    assert tables["ranking"] == dict.fromkeys(FEATURES, -0.123)
    assert tables["confidence"] == {BIAS: 12.0, "bigram coverage": 0.001}
    assert text.splitlines()[0].startswith("# Learned from one set, other by `parkqa tune`")
    assert text.endswith("\n")
