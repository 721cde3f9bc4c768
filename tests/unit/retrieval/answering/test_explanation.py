from __future__ import annotations

import math

import pytest

from retrieval.answering.explanation import Contribution, contributions


def test_each_value_times_its_weight_the_most_first() -> None:
    assert contributions({"a": 0.5, "b": 2.0, "c": 1.0}, {"a": 3.0, "b": -1.0, "c": 4.0, "unused": 9.0}) == (
        Contribution("c", 1.0, 4.0, 4.0),
        Contribution("a", 0.5, 3.0, 1.5),
        Contribution("b", 2.0, -1.0, -2.0),
    )


@pytest.mark.parametrize(("value", "weight"), [(0.0, -1.0), (0.0, 1.0), (2.0, -0.0)])
def test_nothing_is_not_negative(value: float, weight: float) -> None:
    (only,) = contributions({"a": value}, {"a": weight})
    assert math.copysign(1, only.adds) == 1
