"""Dense search with FAISS: every vector is compared while they are few; of more, the best of a rough comparison are compared again.

The rough comparison is of one bit a dimension (Gao and Long 2024, "RaBitQ", SIGMOD), 56 bytes and some nanoseconds a row; the best
thousand, of more than 250,000 rows one of 250, are then compared in half precision, out of a matrix that stays on disk. The vectors of E5
lie so close together that half precision alone confuses them: the mean is taken off first, which changes no order. docs/decisions/0020 has
what was measured.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.index.engine import Match
from retrieval.index.manifest import require_whole
from retrieval.models.embedder import Vectors

EXACT_UP_TO = 20_000
"""Rows up to which every vector is compared in full (1.5 kB each at 384 dimensions)."""

COMPARED_AGAIN, SHARE_COMPARED_AGAIN = 1_000, 1 / 250
"""Rows that are compared in half precision after the rough comparison: so many, or where that is more this share of all."""

SAMPLE = 50_000
"""Rows that tell the mean."""

_AT_A_TIME = 65_536
"""Rows that are turned to half precision together."""

_METRIC = faiss.METRIC_INNER_PRODUCT


def write_vectors(path: Path, vectors: Vectors) -> None:
    """Write unit-length row vectors, shape (n, dimension); the same vectors give the same files.

    Where not every vector is compared, those in half precision, less their mean, stand in a file of their own beside `path`.
    """
    if len(vectors) <= EXACT_UP_TO:
        exact = faiss.IndexFlatIP(vectors.shape[1])
        exact.add(np.ascontiguousarray(vectors))
        _save(exact, path)
        return
    rough: Any = faiss.IndexRaBitQFastScan(vectors.shape[1], _METRIC)
    rough.train(np.ascontiguousarray(vectors[:: max(1, len(vectors) // SAMPLE)]))
    rough.add(vectors)
    _save(rough, path)
    mean = _mean(rough)
    with _matrix(path).open("wb") as file:
        np.lib.format.write_array_header_1_0(file, {"descr": "<f2", "fortran_order": False, "shape": vectors.shape})
        for start in range(0, len(vectors), _AT_A_TIME):
            file.write((vectors[start : start + _AT_A_TIME] - mean).astype("<f2").tobytes())


def amend_vectors(path: Path, before: Path, gone: Sequence[int], vectors: Vectors, first: int) -> None:
    """Write the changes of a version: those of the file `before`, where there is one, less the rows `gone`, and vectors from a row on."""
    changes: Any = faiss.read_index(str(before)) if before.exists() else faiss.index_factory(vectors.shape[1], "IDMap2,Flat", _METRIC)
    changes.remove_ids(np.asarray(gone, dtype=np.int64))
    changes.add_with_ids(np.ascontiguousarray(vectors), np.arange(first, first + len(vectors), dtype=np.int64))
    _save(changes, path)


def _save(index: Any, path: Path) -> None:  # noqa: ANN401 (FAISS ships no usable types)
    path.write_bytes(faiss.serialize_index(index).data)  # python's own write reports a full disk reliably


def _mean(rough: Any) -> Vectors:  # noqa: ANN401
    """What was taken off before one bit a dimension was told."""
    mean: Vectors = faiss.vector_to_array(rough.center)
    return mean


def _matrix(path: Path) -> Path:
    return path.with_suffix(".npy")


def vector_files(folder: Path, name: str) -> list[Path]:
    """Those of the vectors that were written as `name`."""
    return [path for path in (folder / name, _matrix(folder / name)) if path.exists()]


class DenseIndex:
    """The vectors of one version, open for reading; safe to use from several threads."""

    def __init__(self, path: Path, changes: Path | None = None, gone: Sequence[int] = ()) -> None:
        """Load the file; where the version has changes, those too, and the rows of the first that are none any more.

        Raises RuntimeError or ValueError when it is no such file.
        """
        self._index: Any = faiss.read_index(str(path))
        self._halves = _Halves(_matrix(path), _mean(self._index)) if _matrix(path).exists() else None
        self._changes: Any = faiss.read_index(str(changes)) if changes else None
        self._gone = np.asarray(gone, dtype=np.int64)
        self._living = _all_but(self._gone) if len(gone) else None

    def __len__(self) -> int:
        return int(self._index.ntotal) - len(self._gone) + (int(self._changes.ntotal) if self._changes else 0)

    def search(self, vector: Vectors, k: int) -> list[Match]:
        """The `k` rows of highest inner product to `vector`, best first; equal scores in order of position."""
        if k < 1 or not len(self):
            return []
        row = _row(vector)
        with _one_thread():
            matches = self._compared(row, k) if self._halves is None else self._compared_twice(self._halves, row, k)
            if self._changes and self._changes.ntotal:
                matches += _matches(*self._changes.search(row, min(k, self._changes.ntotal)))
        return sorted(matches, key=lambda match: (-match.score, match.position))[:k]

    def cosines(self, vector: Vectors, positions: Sequence[int]) -> list[float]:
        """Inner product of `vector` with each of the rows at `positions`, in that order."""
        if not positions:
            return []
        rows, unchanged = np.asarray(positions, dtype=np.int64), int(self._index.ntotal)
        stored = np.empty((len(rows), self._index.d), dtype=np.float32)
        old = rows < unchanged
        stored[old] = self._index.reconstruct_batch(rows[old]) if self._halves is None else self._halves.rows(rows[old])
        for place in np.flatnonzero(~old):
            stored[place] = self._changes.reconstruct(int(rows[place]))
        return [float(cosine) for cosine in stored @ _row(vector)[0]]

    def _compared(self, row: Vectors, k: int) -> list[Match]:
        return _matches(*self._index.search(row, min(k, self._index.ntotal), params=self._living))

    def _compared_twice(self, halves: _Halves, row: Vectors, k: int) -> list[Match]:
        again = max(k, COMPARED_AGAIN, int(self._index.ntotal * SHARE_COMPARED_AGAIN))
        _, [near] = self._index.search(row, min(again, self._index.ntotal))
        rows = np.setdiff1d(near, [*self._gone, -1])  # in the order in which they lie on disk
        scores = halves.products(rows, row[0])
        best = np.argsort(-scores, kind="stable")[:k]
        return _matches(scores[np.newaxis, best], rows[np.newaxis, best])


def _matches(scores: Vectors, positions: NDArray[np.int64]) -> list[Match]:
    return [Match(int(position), float(score)) for position, score in zip(positions[0], scores[0], strict=True) if position >= 0]


class _Halves:
    """Vectors in half precision, less their mean, in a file of which only what is read comes into memory."""

    def __init__(self, path: Path, mean: Vectors) -> None:
        self._path = path
        self._matrix: NDArray[np.float16] = np.load(path, mmap_mode="r")
        self._file: mmap.mmap = self._matrix._mmap  # numpy offers no other way
        self._size = self._file.size()
        self._mean = mean
        if hasattr(mmap, "MADV_RANDOM"):
            self._file.madvise(mmap.MADV_RANDOM)

    def rows(self, positions: NDArray[np.int64]) -> Vectors:
        """Vectors as they were, nearly. Raises IndexDamaged, as does `products`."""
        vectors: Vectors = self._read(positions) + self._mean
        return vectors

    def products(self, positions: NDArray[np.int64], row: Vectors) -> Vectors:
        """Inner products with a vector; the mean's is added in full precision."""
        products: Vectors = self._read(positions).astype(np.float32) @ row + self._mean @ row
        return products

    def _read(self, positions: NDArray[np.int64]) -> NDArray[np.float16]:
        """Out of a file that must be whole: whoever reads where one was cut off is ended by the system."""
        require_whole(self._path, self._file.size(), self._size)
        return self._matrix[positions]


def _all_but(rows: NDArray[np.int64]) -> Any:  # noqa: ANN401
    """What lets FAISS pass rows over."""
    left_out = faiss.IDSelectorBatch(rows)
    return faiss.SearchParameters(sel=faiss.IDSelectorNot(left_out))  # type: ignore[call-arg]


@contextmanager
def _one_thread() -> Iterator[None]:
    """FAISS searches one row in one thread, however many it starts: the others only spin beside it, and for a while after."""
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _row(vector: Vectors) -> Vectors:
    return np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
