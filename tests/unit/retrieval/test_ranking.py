"""A weighted sum, best first."""

from __future__ import annotations

import pytest

from retrieval.evidence import Evidence
from retrieval.passage import Passage, Span
from retrieval.ranking import rank, score
from tests.park_reports import article


def evidence(name: str, **features: float) -> Evidence:
    return Evidence(Passage(article(name, "园区。"), 0, 3), Span(0, 3), features)


WEIGHTS = {"words": 2.0, "time": -1.0}


def test_the_score_is_the_weighted_sum() -> None:
    assert score(evidence("a", words=0.5, time=0.25), WEIGHTS) == 0.75


def test_best_first_and_equals_in_the_order_of_the_searches() -> None:
    found = [evidence("low", words=0.1), evidence("tie-1", words=0.5), evidence("tie-2", words=0.5), evidence("high", words=0.9)]
    ranked = rank(found, WEIGHTS)
    assert [one.evidence.passage.article.id for one in ranked] == ["high", "tie-1", "tie-2", "low"]
    assert [one.score for one in ranked] == [1.8, 1.0, 1.0, 0.2]
    assert rank([], WEIGHTS) == []


def test_a_feature_without_a_weight_is_an_error_rather_than_nothing() -> None:
    with pytest.raises(KeyError):
        score(evidence("a", novelty=1.0), WEIGHTS)
