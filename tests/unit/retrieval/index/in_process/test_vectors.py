from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import retrieval.index.in_process.vectors as vectors_module
from retrieval.index.engine import Match
from retrieval.index.in_process.vectors import DenseIndex, write_vectors
from retrieval.models.embedder import Vectors


def topical_vectors(seed: int, rows: int, dimension: int = 32) -> Vectors:
    """Unit vectors in one cone, gathered about 60 topics: cosines lie close together, as those of a text model do."""
    random = np.random.default_rng(seed)
    topics = np.random.default_rng(0).normal(size=(60, dimension))
    vectors = 4 * topics[:1] + topics[random.integers(0, 60, rows)] + 0.5 * random.normal(size=(rows, dimension))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def inverted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the inverted file come into use at a size that is quick to test."""
    monkeypatch.setattr(vectors_module, "EXACT_UP_TO", 1_000)
    monkeypatch.setattr(vectors_module, "PROBES", 24)


def test_equal_scores_come_in_order_of_position(tmp_path: Path) -> None:
    write_vectors(tmp_path / "v", np.tile(np.eye(2, dtype=np.float32), (4, 1)))
    assert DenseIndex(tmp_path / "v").search(np.array([1, 0], dtype=np.float32), 4) == [Match(row, 1.0) for row in (0, 2, 4, 6)]


def test_a_view_of_other_vectors_is_stored_as_it_reads(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 20)[::2]
    write_vectors(tmp_path / "v", vectors)
    assert DenseIndex(tmp_path / "v").cosines(vectors[3], [3]) == pytest.approx([1.0])


@pytest.mark.usefixtures("inverted")
def test_an_inverted_file_finds_nearly_all_that_exact_search_finds(tmp_path: Path) -> None:
    vectors, questions = topical_vectors(1, 4_000), topical_vectors(2, 100)
    write_vectors(tmp_path / "v", vectors)
    index = DenseIndex(tmp_path / "v")
    best = np.argsort(-(questions @ vectors.T), axis=1)[:, :10]
    found = [{match.position for match in index.search(question, 10)} for question in questions]
    assert np.mean([len(set(wanted) & got) / 10 for wanted, got in zip(best.tolist(), found, strict=True)]) >= 0.95


@pytest.mark.usefixtures("inverted")
def test_an_inverted_file_is_a_quarter_the_size_and_keeps_cosines(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 4_000)
    write_vectors(tmp_path / "v", vectors)
    assert (tmp_path / "v").stat().st_size < vectors.nbytes * 0.6  # a quarter, and the lists' centres
    rows = [5, 3_999, 0]
    assert DenseIndex(tmp_path / "v").cosines(vectors[9], rows) == pytest.approx((vectors[rows] @ vectors[9]).tolist(), abs=0.005)


@pytest.mark.usefixtures("inverted")
def test_the_same_vectors_give_the_same_file(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 1_500)
    for name in ("a", "b"):
        write_vectors(tmp_path / name, vectors)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
