"""The fakes keep what they promise, or tests built on them prove nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import HashingEmbedder


@given(st.text())
def test_any_text_gives_one_unit_vector_that_depends_on_nothing_else(text: str) -> None:
    vector = HashingEmbedder().encode_passages([text])
    beside_others = HashingEmbedder().encode_queries(["别的", text])[1:]
    assert np.isclose(np.linalg.norm(vector), 1.0)
    assert np.array_equal(vector, beside_others)


def test_similar_texts_are_nearer_than_different_ones(hashing_embedder: HashingEmbedder) -> None:
    query = hashing_embedder.encode_queries(["园区奖励企业多少钱"])[0]
    near, far = hashing_embedder.encode_passages(["园区今年奖励企业两千万元", "气象台发布暴雨蓝色预警"])
    assert query @ near > query @ far + 0.2
