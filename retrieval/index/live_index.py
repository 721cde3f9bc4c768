"""The index as a running program sees it: always the newest version, with no restart and no signal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.errors import IndexIncompatible, IndexMissing, IndexUnavailable
from retrieval.index.engine import Engine, Snapshot
from retrieval.index.manifest import Manifest


class OpenIndex(NamedTuple):
    """One index version, open for reading."""

    version: str
    snapshot: Snapshot


@dataclass(slots=True)
class _Lease:
    """An open version and how many hold it: each question in progress, and the LiveIndex while the version is current."""

    index: OpenIndex
    holders: int = 1


class LiveIndex:
    """Opens the current version when first asked, and again whenever another one was published.

    Safe to use from several threads: who still reads the version before keeps it open. When a newly published version cannot be opened,
    every question gets that error, although the version before would still answer: an index that quietly stays behind its articles
    is worse than one that says what is wrong with it.
    """

    def __init__(self, engine: Engine, embedder_fingerprint: str, dimension: int, analyzer_fingerprint: str) -> None:
        self._engine = engine
        self._embedder = embedder_fingerprint
        self._dimension = dimension
        self._analyzer = analyzer_fingerprint
        self._lock = threading.Lock()
        self._latest: _Lease | None = None

    @contextmanager
    def open(self) -> Iterator[OpenIndex]:
        """The current version, valid inside the block. Raises IndexMissing, IndexIncompatible or IndexDamaged."""
        with self._lock:
            lease = self._follow()
            lease.holders += 1
        try:
            yield lease.index
        finally:
            with self._lock:
                _release(lease)

    def close(self) -> None:
        """Let go of the version in use; whoever still reads it may finish."""
        with self._lock:
            latest, self._latest = self._latest, None
            if latest:
                _release(latest)

    def _follow(self) -> _Lease:
        """The lease of the current version, opened now when it is not the one in use."""
        version = self._engine.current()
        if version is None:
            raise IndexMissing(f"Nothing is indexed in {self._engine.location} yet: run `parkqa reindex`.")
        if self._latest is None or self._latest.index.version != version:
            fresh = _Lease(self._open_newest(version))
            if self._latest:
                _release(self._latest)
            self._latest = fresh
        return self._latest

    def _open_newest(self, version: str) -> OpenIndex:
        """Open a version, or the one after it when it was replaced and pruned meanwhile."""
        try:
            self._check(self._engine.manifest(version))
            return OpenIndex(version, self._engine.open(version))
        except IndexUnavailable:
            newer = self._engine.current()
            if newer is None or newer == version:
                raise
            return self._open_newest(newer)

    def _check(self, manifest: Manifest) -> None:
        """Refuse an index whose vectors or terms could not be compared with a question's."""
        for part, found, wanted in (
            ("embedder", manifest.embedder, self._embedder),
            ("dimension", manifest.dimension, self._dimension),
            ("analyzer", manifest.analyzer, self._analyzer),
        ):
            if found != wanted:
                where = self._engine.location
                raise IndexIncompatible(
                    f"The index in {where} was made with {part} {found!r}, this program uses {wanted!r}: run `parkqa reindex`."
                )


def _release(lease: _Lease) -> None:
    lease.holders -= 1
    if not lease.holders:
        lease.index.snapshot.close()
