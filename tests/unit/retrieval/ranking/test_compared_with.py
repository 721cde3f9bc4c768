"""What a sentence says of one park may be told by how far another is from it."""

from __future__ import annotations

import pytest

from retrieval.ranking.compared_with import only_compared

PARK = "青屏经开区"


@pytest.mark.parametrize(
    "sentence",
    [
        "北岭高新区增长6.4%,增速高于青屏经开区1.3个百分点。",
        "北岭高新区产值比青屏经开区多9亿元。",
        "总量超过青屏经开区,但仍低于青屏经开区三年前。",
    ],
)
def test_a_park_that_another_is_compared_with(sentence: str) -> None:
    assert only_compared(PARK, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "青屏经开区增长5.1%,高于全市0.7个百分点。",
        "北岭高新区增长6.4%,高于青屏经开区,青屏经开区增长5.1%。",
        "北岭高新区增长6.4%。",
        "评比青屏经开区排第二。",
    ],
)
def test_a_park_that_is_told_of(sentence: str) -> None:
    assert not only_compared(PARK, sentence)
