from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

import retrieval.index.in_process.vectors as vectors_module
from retrieval.errors import IndexDamaged
from retrieval.index.engine import Match
from retrieval.index.in_process.vectors import DenseIndex, amend_vectors, write_vectors
from retrieval.models.embedder import Vectors


def topical_vectors(seed: int, rows: int, dimension: int = 32) -> Vectors:
    """Unit vectors in one cone, gathered about 60 topics: cosines lie close together, as those of a text model do."""
    random = np.random.default_rng(seed)
    topics = np.random.default_rng(0).normal(size=(60, dimension))
    vectors = 4 * topics[:1] + topics[random.integers(0, 60, rows)] + 0.5 * random.normal(size=(rows, dimension))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what serves many rows come into use at a size that is quick to test."""
    monkeypatch.setattr(vectors_module, "EXACT_UP_TO", 1_000)
    monkeypatch.setattr(vectors_module, "COMPARED_AGAIN", 200)


def test_equal_scores_come_in_order_of_position(tmp_path: Path) -> None:
    write_vectors(tmp_path / "v", np.tile(np.eye(2, dtype=np.float32), (4, 1)))
    assert DenseIndex(tmp_path / "v").search(np.array([1, 0], dtype=np.float32), 4) == [Match(row, 1.0) for row in (0, 2, 4, 6)]


def test_a_view_of_other_vectors_is_stored_as_it_reads(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 20)[::2]
    write_vectors(tmp_path / "v", vectors)
    assert DenseIndex(tmp_path / "v").cosines(vectors[3], [3]) == pytest.approx([1.0])


@pytest.mark.usefixtures("many")
def test_of_many_vectors_nearly_all_are_found_that_exact_search_finds(tmp_path: Path) -> None:
    vectors, questions = topical_vectors(1, 4_000), topical_vectors(2, 100)
    write_vectors(tmp_path / "v", vectors)
    index = DenseIndex(tmp_path / "v")
    best = np.argsort(-(questions @ vectors.T), axis=1)[:, :10]
    found = [{match.position for match in index.search(question, 10)} for question in questions]
    assert np.mean([len(set(wanted) & got) / 10 for wanted, got in zip(best.tolist(), found, strict=True)]) >= 0.95


@pytest.mark.usefixtures("many")
def test_the_more_vectors_there_are_the_more_are_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors_module, "COMPARED_AGAIN", 20)
    vectors, questions = topical_vectors(1, 4_000), topical_vectors(2, 20)
    write_vectors(tmp_path / "v", vectors)
    index, found = DenseIndex(tmp_path / "v"), []
    for share in (0, 1):
        monkeypatch.setattr(vectors_module, "SHARE_COMPARED_AGAIN", share)
        found.append([[match.position for match in index.search(question, 10)] for question in questions])
    best = np.argsort(-(questions @ vectors.T), axis=1)[:, :10]
    few, every = (np.mean([len({*got} & {*wanted}) for got, wanted in zip(each, best.tolist(), strict=True)]) for each in found)
    assert few < every
    assert every >= 9.8


@pytest.mark.usefixtures("many")
def test_of_many_vectors_cosines_are_those_of_half_precision(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 4_000)
    write_vectors(tmp_path / "v", vectors)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < vectors.nbytes * 0.7
    rows = [5, 3_999, 0]
    assert DenseIndex(tmp_path / "v").cosines(vectors[9], rows) == pytest.approx((vectors[rows] @ vectors[9]).tolist(), abs=0.001)


@pytest.mark.usefixtures("many")
def test_vectors_that_lie_very_close_together_are_told_apart(tmp_path: Path) -> None:
    random = np.random.default_rng(4)
    close = np.ones((2_000, 32)) + 0.02 * random.normal(size=(2_000, 32))
    vectors = (close / np.linalg.norm(close, axis=1, keepdims=True)).astype(np.float32)
    write_vectors(tmp_path / "v", vectors)
    index = DenseIndex(tmp_path / "v")
    best = np.argsort(-(vectors[:50].astype(float) @ vectors.T.astype(float)), axis=1)[:, :10]
    found = [{match.position for match in index.search(vector, 10)} for vector in vectors[:50]]
    assert np.mean([len(set(wanted) & got) / 10 for wanted, got in zip(best.tolist(), found, strict=True)]) >= 0.95


@pytest.mark.usefixtures("many")
def test_the_same_vectors_give_the_same_files(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 1_500)
    for name in ("a", "b"):
        write_vectors(tmp_path / name, vectors)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a.npy").read_bytes() == (tmp_path / "b.npy").read_bytes()


@pytest.mark.parametrize("rows", [500, 1_500])
@pytest.mark.usefixtures("many")
def test_changes_count_and_what_is_gone_does_not(tmp_path: Path, rows: int) -> None:
    vectors, new = topical_vectors(1, rows), topical_vectors(3, 4)
    write_vectors(tmp_path / "v", vectors)
    amend_vectors(tmp_path / "1", tmp_path / "none", [7], new[:3], rows)
    amend_vectors(tmp_path / "2", tmp_path / "1", [rows + 1], new[3:], rows + 3)
    index = DenseIndex(tmp_path / "v", tmp_path / "2", [7])
    assert len(index) == rows + 2
    assert [index.search(vector, 1)[0].position for vector in new[[0, 2, 3]]] == [rows, rows + 2, rows + 3]
    assert not {7, rows + 1} & {match.position for vector in (vectors[7], new[1]) for match in index.search(vector, 50)}
    assert index.cosines(new[0], [rows + 3, 5]) == pytest.approx([new[3] @ new[0], vectors[5] @ new[0]], abs=0.001)


@pytest.mark.usefixtures("many")
def test_a_file_that_is_cut_while_it_is_mapped_is_damage_and_no_end(tmp_path: Path) -> None:
    vectors = topical_vectors(1, 2_000)
    write_vectors(tmp_path / "v", vectors)
    index = DenseIndex(tmp_path / "v")
    os.truncate(tmp_path / "v.npy", 200)
    for read in (lambda: index.search(vectors[0], 5), lambda: index.cosines(vectors[0], [1_999])):
        with pytest.raises(IndexDamaged, match=r"v\.npy is damaged \(200 of \d+ bytes\): run `parkqa reindex`"):
            read()
