"""The file of weights and the code that reads it know the same names."""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace

import pytest

from retrieval.ranking.confidence import BIAS, LEAD
from retrieval.ranking.features import FEATURES
from retrieval.ranking.learned_weights import LearnedWeights, as_toml, load_weights


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


@pytest.mark.parametrize(
    ("accepted", "least"), [(0.0, 1.0), (0.01, 0.9), (0.02, 0.8), (0.05, 0.6), (0.08, 0.4), (0.54, 0.2), (0.9999, 0.0), (1.0, 0.0)]
)
def test_the_threshold_lies_on_lines_between_learned_shares(accepted: float, least: float) -> None:
    weights = LearnedWeights({}, {}, {0.08: 0.4, 0.02: 0.8})
    assert weights.threshold(accepted) == pytest.approx(least, abs=1e-3)


def test_the_shipped_thresholds_fall_as_more_false_answers_are_accepted() -> None:
    weights = load_weights()
    found = [weights.threshold(share) for share in (0.0, 0.02, 0.08, 0.2, 1.0)]
    assert found == sorted(found, reverse=True)
    assert 0.05 < weights.threshold(0.08) < 0.95


def test_the_digest_tells_weights_apart() -> None:
    one, same = (LearnedWeights({"a": 1.0, "b": 2.0}, {"bias": 0.0}, {}), LearnedWeights({"b": 2.0, "a": 1.0}, {"bias": 0.0}, {}))
    other = LearnedWeights({"a": 1.0, "b": 2.5}, {"bias": 0.0}, {})
    assert one.digest == same.digest != other.digest


def test_the_file_holds_what_was_learned() -> None:
    weights = LearnedWeights({"time": 1.25}, {"bias": -2.0, "lead": 0.5}, {0.02: 0.8, 0.1: 0.25})
    written = tomllib.loads(as_toml(weights, ("one", "two")))
    assert written == {"ranking": weights.ranking, "confidence": weights.confidence, "thresholds": {"0.02": 0.8, "0.1": 0.25}}
