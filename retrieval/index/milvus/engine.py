"""The Milvus engine: index versions as collections of a server; see `layout` for their names."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from threading import Lock

from retrieval.errors import IndexDamaged, IndexIncompatible, IndexMissing, IndexNotWritten, IndexUnavailable
from retrieval.index.engine import DuplicateGroup
from retrieval.index.manifest import FORMAT_VERSION, UNRECORDED, Fingerprints, Manifest
from retrieval.index.milvus.connection import BUILD_SECONDS, MilvusConnection
from retrieval.index.milvus.layout import IndexCollections
from retrieval.index.milvus.snapshot import MilvusSnapshot
from retrieval.index.milvus.versions import VersionEntry, VersionTable, entry_of
from retrieval.index.milvus.writing import write_version
from retrieval.models.embedder import Vectors
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

UNREAD_AFTER = 600.0
"""Seconds after which nobody reads a version that is no longer in use: every question takes the one in use, and none takes so long."""


class MilvusEngine:
    """Versions in the collections `name…` of the Milvus server at `uri`, or in the folder of milvus-lite where that ends in .db."""

    def __init__(self, uri: str, token: str | None = None, name: str = "parkqa", clock: Callable[[], float] = time.time) -> None:
        self._connection = MilvusConnection(uri, token)
        self._collections = IndexCollections(name)
        self._table = VersionTable(self._connection, self._collections.versions)
        self._clock = clock
        self._open: Counter[str] = Counter()
        self._counting = Lock()

    @property
    def location(self) -> str:
        return f"{self._connection.where} ({self._collections.name})"

    def write(
        self,
        version: str,
        passages: Sequence[Passage],
        vectors: Vectors,
        terms: Iterable[Terms],
        fingerprints: Fingerprints = UNRECORDED,
        *,
        near_duplicates: Sequence[DuplicateGroup] = (),
        facts: Iterable[PassageFacts] | None = None,
    ) -> None:
        collections = self._collections.of(version)
        if any(entry.version == version for entry in self._table.entries()):
            raise ValueError(f"{version!r} cannot name a new version: there is one")
        try:
            rows = write_version(self._connection, collections, passages, vectors, terms, near_duplicates=near_duplicates, facts=facts)
            counts = {"articles": len({passage.article.id for passage in passages}), "passages": len(passages)}
            self._table.put(entry_of(_manifest(version, int(vectors.shape[1]), counts, fingerprints), rows))
        except (OSError, IndexUnavailable) as error:
            raise IndexNotWritten(f"Index version {version} could not be written to {self.location}: {error}") from error

    def publish(self, version: str) -> None:
        entry = self._table.entry(version)
        if entry is None:
            raise ValueError(f"version {version} is not complete")
        collections = self._collections.of(version)
        for collection in collections.all:
            self._connection.load(collection, BUILD_SECONDS)
        if entry.unused_since is not None:
            self._table.put(replace(entry, unused_since=None))
        self._connection.point(self._collections.name, collections.passages)

    def current(self) -> str | None:
        collection = self._connection.aliased(self._collections.name)
        return None if collection is None else self._collections.version_of(collection)

    def versions(self) -> list[str]:
        return [entry.version for entry in self._table.entries() if not entry.pruned]

    def manifest(self, version: str) -> Manifest:
        return self._read(self._entry(version))

    def prune(self, keep: int) -> None:
        """As the protocol says; what is pruned is deleted by the first call after nobody reads it any more."""
        entries, current = self._table.entries(), self.current()
        complete = [entry.version for entry in entries if not entry.pruned]
        kept = {current, *complete[-keep:]}
        for entry in entries:
            if entry.version != current:
                self._retire(entry, pruned=entry.version not in kept)
        known = {entry.version for entry in entries}
        for collection in self._connection.collections():
            version = self._collections.version_of(collection)
            if version is not None and version not in known:  # what an interrupted write left
                self._connection.drop(collection)

    def open(self, version: str) -> MilvusSnapshot:
        entry = self._entry(version)
        manifest, collections = self._read(entry), self._collections.of(version)
        for collection in collections.all:
            self._connection.load(collection)
            if (found := self._connection.count(collection)) != entry.rows[collection]:
                raise IndexDamaged(
                    f"The collection {collection} at {self._connection.where} has {found} of {entry.rows[collection]} rows: "
                    "run `parkqa reindex`."
                )
        self._count(version, 1)
        return MilvusSnapshot(self._connection, collections, manifest.counts, entry.rows, partial(self._count, version, -1))

    def _count(self, version: str, readers: int) -> None:
        """Of this process; threads open and close at the same time."""
        with self._counting:
            self._open[version] += readers

    def _entry(self, version: str) -> VersionEntry:
        entry = self._table.entry(version)
        if entry is None:
            raise IndexMissing(f"There is no index version {version} in {self.location}: run `parkqa reindex`.")
        return entry

    def _read(self, entry: VersionEntry) -> Manifest:
        found = entry.manifest["format_version"]
        if found != FORMAT_VERSION:
            raise IndexIncompatible(f"{self.location} has index format {found}, this program reads {FORMAT_VERSION}: run `parkqa reindex`.")
        return Manifest(**entry.manifest)  # type: ignore[arg-type]

    def _retire(self, entry: VersionEntry, *, pruned: bool) -> None:
        """Note that a version is not in use; once nobody reads it, take it out of memory, and delete it where it was pruned."""
        now = self._clock()
        noted = replace(entry, unused_since=entry.unused_since or now, pruned=pruned or entry.pruned)
        collections = self._collections.of(entry.version)
        unread = not self._open[entry.version] and now - (noted.unused_since or now) >= UNREAD_AFTER
        if unread and noted.pruned:
            for collection in collections.all:
                self._connection.drop(collection)
            self._table.remove(entry)
            return
        if unread:
            for collection in collections.all:
                self._connection.release(collection)
        if noted != entry:
            self._table.put(noted)


def _manifest(version: str, dimension: int, counts: dict[str, int], fingerprints: Fingerprints) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        index_version=version,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        embedder=fingerprints.embedder,
        dimension=dimension,
        analyzer=fingerprints.analyzer,
        splitter=fingerprints.splitter,
        counts=counts,
        checksums={},
    )
