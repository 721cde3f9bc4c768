"""What every embedder promises, whatever model is inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from retrieval.models.bundled_embedder import BundledEmbedder
from retrieval.models.embedder import Embedder
from retrieval.models.sentence_transformer import SentenceTransformerEmbedder
from tests.fakes import HashingEmbedder

TEXTS = [
    "园区奖励企业二十家",
    "今日天气晴",
    "",
    "  \n\t ",
    "新项目 9 个 new projects",
    "🏗️" * 5,
    "nul\x00 and \udfff",
    "多少钱" * 40,
    "园区奖励企业二十家",
]


@pytest.fixture(scope="module", params=["hashing", "bundled", "bundled in bulk", "sentence-transformers"])
def make(request: pytest.FixtureRequest, bundled_cache: Path, tiny_model: Path) -> Callable[[], Embedder]:
    def bundled_in_bulk() -> Embedder:
        embedder = BundledEmbedder(bundled_cache)
        embedder.encode_passages(["开工"] * 40)
        return embedder

    makers: dict[str, Callable[[], Embedder]] = {
        "hashing": HashingEmbedder,
        "bundled": lambda: BundledEmbedder(bundled_cache),
        "bundled in bulk": bundled_in_bulk,
        "sentence-transformers": lambda: SentenceTransformerEmbedder(str(tiny_model)),
    }
    return makers[request.param]


@pytest.fixture(scope="module")
def embedder(make: Callable[[], Embedder]) -> Embedder:
    return make()


@pytest.fixture(params=["encode_queries", "encode_passages"])
def encode(request: pytest.FixtureRequest, embedder: Embedder) -> Callable[[list[str]], np.ndarray]:
    method: Callable[[list[str]], np.ndarray] = getattr(embedder, request.param)
    return method


def test_vectors_are_rows_of_unit_length(encode: Callable[[list[str]], np.ndarray], embedder: Embedder) -> None:
    vectors = encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_no_texts_give_no_rows(encode: Callable[[list[str]], np.ndarray], embedder: Embedder) -> None:
    assert encode([]).shape == (0, embedder.dimension)
    assert encode([]).dtype == np.float32


def test_a_row_depends_on_its_own_text_alone(encode: Callable[[list[str]], np.ndarray]) -> None:
    together = encode(TEXTS)
    alone = np.vstack([encode([text]) for text in TEXTS])
    assert np.einsum("ij,ij->i", together, alone).min() >= 0.9995
    assert together[0] @ together[-1] == pytest.approx(1.0, abs=1e-3)


def test_different_texts_get_different_vectors(encode: Callable[[list[str]], np.ndarray]) -> None:
    reward, weather = encode(TEXTS[:2])
    assert reward @ weather < 0.99


def test_the_fingerprint_is_the_same_every_time(make: Callable[[], Embedder], embedder: Embedder) -> None:
    assert embedder.fingerprint == make().fingerprint
    assert embedder.fingerprint.strip()
