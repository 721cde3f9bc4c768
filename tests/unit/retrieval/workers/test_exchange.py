from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.workers.exchange import Batch, WorkerState, batch_from, signature, state_from, vectors_as_bytes, vectors_from
from tests.fakes import HashingEmbedder


@given(st.builds(Batch, st.text(), st.lists(st.text(st.characters(exclude_categories=()))).map(tuple), st.integers(), st.integers()))
def test_a_batch_comes_as_it_was_sent(batch: Batch) -> None:
    assert batch_from(batch.as_bytes()) == batch


@given(st.builds(WorkerState, st.text(), st.integers(), st.booleans()))
def test_a_state_likewise(state: WorkerState) -> None:
    assert state_from(state.as_bytes()) == state


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"model": "m", "texts": 1, "done": 0, "total": 0}', b'{"model": "m"}'])
def test_what_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        batch_from(body)
    with pytest.raises(ValueError, match=r"."):
        state_from(body)


def test_vectors_come_bit_for_bit() -> None:
    vectors = HashingEmbedder().encode_passages(["集中开工", "签约", ""])
    assert vectors_from(vectors_as_bytes(vectors), 3, 64).tobytes() == vectors.tobytes()


@pytest.mark.parametrize(
    "body", [b"", b"1234567", vectors_as_bytes(np.zeros((3, 64), np.float32)), vectors_as_bytes(np.full((3, 64), np.nan, np.float32))]
)
def test_what_are_no_vectors_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        vectors_from(body, 3, 64)


def test_whatever_is_said_has_another_signature() -> None:
    said = [("one", "n", "/state", b""), ("two", "n", "/state", b""), ("one", "m", "/state", b""), ("one", "n", "/passages", b"")]
    assert len({signature(*each) for each in [*said, ("one", "n", "/state", b"x")]}) == 5
