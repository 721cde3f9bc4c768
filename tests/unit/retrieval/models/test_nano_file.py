from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.models import nano_file
from retrieval.models.nano_file import BLOCK, MalformedModel, Network
from tests.nano_models import CHARACTERS, FEED_FORWARD, HIDDEN, LAYERS, SPECIAL, quantise


def test_header_and_vocabulary_are_read(tiny_model_file: Path) -> None:
    model = nano_file.read(tiny_model_file)
    assert model.network == Network(HIDDEN, LAYERS, 2, FEED_FORWARD, len(SPECIAL) + len(CHARACTERS), 512, 2, pytest.approx(1e-12))
    assert model.vocabulary.pieces() == [*((piece, 0.0) for piece in SPECIAL), *((piece, -2.0) for piece in CHARACTERS)]
    assert model.vocabulary.piece(2) == "</s>"
    assert (model.vocabulary.begin, model.vocabulary.padding, model.vocabulary.end, model.vocabulary.unknown) == (0, 1, 2, 3)


def test_a_block_holds_two_weights_in_each_byte() -> None:
    block = np.zeros(1, dtype=BLOCK)
    block["scale"] = 0.5
    block["nibbles"][0, 0] = 0xF0  # weight 0 is (0 - 8) / 2, weight 16 is (15 - 8) / 2
    block["nibbles"][0, 1:] = 0x88
    weights = nano_file.dequantise(block)
    assert weights[0] == -4.0
    assert weights[16] == 3.5
    assert np.count_nonzero(weights) == 2


@given(st.lists(st.floats(-4, 4, width=16), min_size=32, max_size=32).filter(any))
def test_decoded_weights_are_within_half_a_level_of_the_original(values: list[float]) -> None:
    original = np.array(values, dtype=np.float32)
    scale = np.float16(np.abs(original).max() / 7)
    if scale == 0:
        return
    decoded = nano_file.dequantise(np.frombuffer(quantise(original), BLOCK))
    assert np.abs(decoded - original).max() <= float(scale) * 0.51


def test_a_tensor_of_another_shape_is_refused(tiny_model_file: Path) -> None:
    model = nano_file.read(tiny_model_file)
    assert model.tensor("l1.fi.w", (FEED_FORWARD, HIDDEN)).shape == (FEED_FORWARD, HIDDEN)
    with pytest.raises(MalformedModel, match=r"l1\.fi\.w"):
        model.tensor("l1.fi.w", (FEED_FORWARD, HIDDEN + 1))
    with pytest.raises(MalformedModel, match=r"l9\.q\.w"):
        model.tensor("l9.q.w", (HIDDEN, HIDDEN))


@given(st.floats(0, 1, exclude_max=True))
def test_a_truncated_file_is_refused(tmp_path_factory: pytest.TempPathFactory, tiny_model_file: Path, share: float) -> None:
    content = tiny_model_file.read_bytes()
    cut = tmp_path_factory.getbasetemp() / "cut.bin"
    cut.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(MalformedModel, match=r"cut\.bin"):
        nano_file.read(cut)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(1000))
    with pytest.raises(MalformedModel, match="GGUF"):
        nano_file.read(other)


def test_pieces_that_do_not_follow_one_another_are_refused(tiny_model_file: Path, tmp_path: Path) -> None:
    offset_of_second = struct.calcsize("<4sI7ifi5iQ") + 4
    content = bytearray(tiny_model_file.read_bytes())
    content[offset_of_second : offset_of_second + 4] = struct.pack("<I", 1 << 20)
    (tmp_path / "muddled.bin").write_bytes(content)
    with pytest.raises(MalformedModel, match="do not follow one another"):
        nano_file.read(tmp_path / "muddled.bin")


def test_rows_are_those_of_the_whole_tensor_also_where_another_file_took_its_place(tiny_model_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(tiny_model_file.read_bytes())
    model = nano_file.read(path)
    vocabulary = model.network.vocabulary
    whole = model.tensor("emb.word", (vocabulary, HIDDEN))
    (tmp_path / "upgrade.bin").write_bytes(b"of another version")
    (tmp_path / "upgrade.bin").replace(path)
    places = [vocabulary - 1, 0, 3, 3]
    rows = nano_file.dequantise(model.rows("emb.word", HIDDEN, places)).reshape(len(places), HIDDEN)
    assert np.array_equal(rows, whole[places])


def test_rows_beyond_the_end_of_the_file_are_refused(tiny_model_file: Path) -> None:
    model = nano_file.read(tiny_model_file)
    with pytest.raises(MalformedModel, match=r"emb\.word"):
        model.rows("emb.word", HIDDEN, [1_000_000])
