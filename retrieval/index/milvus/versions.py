"""Which versions an index in Milvus has: one row each, written last, so that a version without one is not complete."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from retrieval.errors import IndexMissing
from retrieval.index.manifest import Manifest
from retrieval.index.milvus.connection import MilvusConnection
from retrieval.index.milvus.layout import NONE, VERSIONS

_ALL = 1 << 62


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A complete version."""

    manifest: Mapping[str, object]
    rows: Mapping[str, int]
    """By collection, how many rows it has."""
    unused_since: float | None = None
    """Seconds since 1970, from when on it was not the version in use; None while it is, and until somebody looks."""
    pruned: bool = False
    """Whether it may go, once nobody reads it any more."""

    @property
    def version(self) -> str:
        return str(self.manifest["index_version"])


class VersionTable:
    """The entries of an index. Every method raises IndexUnavailable."""

    def __init__(self, connection: MilvusConnection, collection: str) -> None:
        self._connection = connection
        self._collection = collection

    def entries(self) -> list[VersionEntry]:
        """All versions, oldest first; none where nothing was written yet."""
        try:
            rows = self._connection.rows_between(self._collection, "version", 0, _ALL, ["entry"])
        except IndexMissing:
            return []
        entries = [VersionEntry(**json.loads(row["entry"])) for row in rows]
        return sorted(entries, key=lambda entry: int(entry.version))

    def entry(self, version: str) -> VersionEntry | None:
        """A version that was not pruned."""
        return next((entry for entry in self.entries() if entry.version == version and not entry.pruned), None)

    def put(self, entry: VersionEntry) -> None:
        """Add an entry, or replace the one of its version."""
        if self._collection not in self._connection.collections():
            self._connection.create(self._collection, VERSIONS)
            self._connection.seal(self._collection, VERSIONS)
        row = {"version": int(entry.version), "entry": json.dumps(asdict(entry), ensure_ascii=False), "none": NONE}
        self._connection.put(self._collection, row)

    def remove(self, entry: VersionEntry) -> None:
        self._connection.delete(self._collection, int(entry.version))


def entry_of(manifest: Manifest, rows: Mapping[str, int]) -> VersionEntry:
    """The entry of a version that was just written."""
    return VersionEntry(asdict(manifest), dict(rows))
