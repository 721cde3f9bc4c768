"""Vectors that were computed once: a passage whose text did not change is not embedded again.

One SQLite file per embedder, from a hash of the text to its vector. Every batch is committed, so a killed reindex has lost at
most one. The cache holds nothing that cannot be computed again: a damaged file is moved aside and a new one begun.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ParkQAError
from retrieval.models.embedder import Embedder, Vectors
from retrieval.workers.shared_work import Keep
from retrieval.workers.workers import alone

KEYS_PER_QUERY = 500
SHRUNK_FROM = 0.25
"""Share of the vectors that have to go for the file to be written anew, which takes as long as all that stay."""
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""SQLite's codes for a file that it cannot make sense of; SQLITE_ERROR is what a table of other columns gives."""

Result = TypeVar("Result")


def text_key(text: str) -> bytes:
    """The 16 bytes under which a text's vector is kept."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class EmbeddingCache:
    """The vectors of one embedder, named by its fingerprint. The lock on the index sees to it that one process writes.

    Every method raises ParkQAError when the file cannot be read or written: no permission, disk full, in use.
    """

    def __init__(self, folder: Path, fingerprint: str, dimension: int) -> None:
        """Open or create the file of `fingerprint` in `folder`."""
        self.path = folder / f"{blake2b(fingerprint.encode(), digest_size=8).hexdigest()}.sqlite"
        self._dimension = dimension
        self._connection: sqlite3.Connection | None = None
        len(self)

    def get_many(self, texts: Sequence[str]) -> tuple[Vectors, NDArray[np.bool_]]:
        """Vectors of shape (len(texts), dimension), and which rows are missing: those are zero."""
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        keys = [text_key(text) for text in texts]
        for start in range(0, len(keys), KEYS_PER_QUERY):
            chunk = keys[start : start + KEYS_PER_QUERY]
            found = self._select(chunk)
            for row, key in enumerate(chunk, start):
                if len(found.get(key, b"")) == self._dimension * 4:
                    vectors[row] = np.frombuffer(found[key], dtype="<f4")
        missing = ~np.isclose(np.einsum("ij,ij->i", vectors, vectors), 1.0, atol=1e-3)
        vectors[missing] = 0.0
        return vectors, missing

    def put_many(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Keep one vector per text; on return they are on disk."""
        rows = [(text_key(text), vector.astype("<f4").tobytes()) for text, vector in zip(texts, vectors, strict=True)]
        self._write("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def prune(self, keep: Collection[bytes]) -> None:
        """Delete every vector whose key (see `text_key`) is not in `keep`; the file shrinks where that is a good part of them."""
        kept = frozenset(keep)
        known = self._run(lambda connection: connection.execute("SELECT key FROM vectors").fetchall())
        stale = [row for row in known if row[0] not in kept]
        self._write("DELETE FROM vectors WHERE key = ?", stale)
        if stale and len(stale) >= SHRUNK_FROM * len(known):
            self._shrink()

    def __len__(self) -> int:
        return int(self._run(lambda connection: connection.execute("SELECT count(*) FROM vectors").fetchone())[0])

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _shrink(self) -> None:
        """Give the disk back what nothing is kept in. It takes room for a while: where there is none, the file stays as it is."""
        with suppress(sqlite3.Error):
            self._open().execute("VACUUM")

    def _select(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        query = f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * len(keys))})"  # noqa: S608 (only question marks)
        return self._run(lambda connection: dict(connection.execute(query, keys).fetchall()))

    def _write(self, statement: str, rows: Sequence[tuple[bytes, ...]]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany(statement, rows)

        self._run(write)

    def _run(self, operation: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do one operation; when the file proves damaged, once more on a new one."""
        try:
            try:
                return operation(self._open())
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF not in DAMAGED:
                    raise
                self._move_aside()
                return operation(self._open())
        except (sqlite3.Error, OSError) as error:
            raise ParkQAError(
                f"The embedding cache {self.path} cannot be used: {error}. Free space there and make it writable, or delete the file"
            ) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, check_same_thread=False)
            self._connection.execute("PRAGMA page_size = 16384")  # ten vectors of 384 numbers a page, with little left over
            self._connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
        return self._connection

    def _move_aside(self) -> None:
        self.close()
        self.path.replace(self.path.with_suffix(".damaged"))
        self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)


def encode_cached(
    embedder: Embedder,
    cache: EmbeddingCache,
    texts: Sequence[str],
    batch: int = 256,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    *,
    share: Callable[[Sequence[Sequence[str]], Embedder, Keep], None] = alone,
) -> Vectors:
    """Vectors of passages in the order of `texts`, shape (len(texts), dimension); only what the cache lacks is embedded.

    Equal texts are embedded once, and the longest first: a batch of texts of like length holds little padding. Batches are the same whoever
    embeds them, which `share` sees to. `progress(done, total)` counts the texts to embed; it is called before the first batch, with 0 done,
    and after each.
    """
    vectors, missing = cache.get_many(texts)
    rows_of: dict[str, list[int]] = {}
    for row in np.flatnonzero(missing).tolist():
        rows_of.setdefault(texts[row], []).append(row)
    queue = sorted(rows_of, key=len, reverse=True)
    done = 0

    def keep(chunk: Sequence[str], encoded: Vectors) -> None:
        nonlocal done
        cache.put_many(chunk, encoded)
        for text, vector in zip(chunk, encoded, strict=True):
            vectors[rows_of[text]] = vector
        done += len(chunk)
        progress(done, len(queue))

    progress(0, len(queue))
    share([queue[start : start + batch] for start in range(0, len(queue), batch)], embedder, keep)
    return vectors
