"""A Milvus server as the engine speaks to it. The only module that knows Milvus's library."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

from retrieval.errors import IndexMissing, IndexUnavailable, IndexUnreachable
from retrieval.index.engine import Match
from retrieval.index.milvus.failures import NotLoaded, failure, unreachable
from retrieval.index.milvus.field import MOST_BYTES, Field

Row = dict[str, Any]

LOCAL = ".db"
"""How the address of a folder ends that milvus-lite keeps, in this process and for it alone."""
ANSWER_SECONDS = 5.0
"""How long a question waits for the server."""
WRITE_SECONDS = 60.0
BUILD_SECONDS = 24 * 3600.0
"""How long an index may take to be built, or a collection to be loaded: hours, for a hundred million rows."""
PAUSE_SECONDS = 1.0
"""After somebody has waited so long in vain, so long nobody else waits: who queues behind the first is told at once."""
RETRY_SECONDS = 180.0
"""How long an insert is tried again: a server that is restarted is back by then."""
MOST_MATCHES = 16_384
"""Rows that one search, or one look-up, may give."""
ROWS_AT_ONCE = 1_000
"""Rows that are asked for at a time where there may be many."""

_CHANNEL = {
    "grpc.use_local_subchannel_pool": 1,  # else a new channel waits as long as the one before would have
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": 1000,  # by default it waits longer after each failure, up to two minutes
}
"""How a server that was away is found again as soon as it is back."""
_HNSW = {"M": 32, "efConstruction": 200}
_TYPES = {"number": "INT64", "text": "VARCHAR", "vector": "FLOAT_VECTOR", "sparse": "SPARSE_FLOAT_VECTOR"}


class MilvusConnection:
    """Connects when first used, and again by itself after the server was away; safe to use from several threads.

    Every method raises IndexUnreachable where the server does not answer, IndexMissing where it has no such collection, and
    IndexUnavailable where it refuses.
    """

    def __init__(self, uri: str, token: str | None = None) -> None:
        self._uri = uri
        self._token = token or ""
        self._client: Any = None
        self._lock = threading.Lock()
        self._pause_ends = 0.0

    @property
    def where(self) -> str:
        """The address, without a password that stands in it."""
        return re.sub(r"//[^/]*@", "//", self._uri)

    def collections(self) -> list[str]:
        with self._asking() as client:
            return list(client.list_collections(timeout=ANSWER_SECONDS))

    def create(self, collection: str, fields: Sequence[Field]) -> None:
        """Make an empty collection, replacing what an interrupted write left of it."""
        self.drop(collection)
        with self._asking() as client:
            from pymilvus import DataType

            schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
            for place, field in enumerate(fields):
                options = {"dim": field.dimension} if field.kind == "vector" else {"max_length": MOST_BYTES} if field.kind == "text" else {}
                schema.add_field(field.name, DataType[_TYPES[field.kind]], is_primary=not place, **options)
            client.create_collection(collection, schema=schema, consistency_level="Bounded", timeout=WRITE_SECONDS)

    def insert(self, collection: str, rows: Sequence[Row]) -> None:
        """Add rows; while the server is away it is tried again, in such a way that no row stands there twice."""
        patience = Retrying(
            stop=stop_after_delay(RETRY_SECONDS),
            wait=wait_exponential(max=15),
            retry=retry_if_exception_type(IndexUnreachable),
            reraise=True,
        )
        for attempt in patience:
            with attempt, self._asking() as client:
                first = attempt.retry_state.attempt_number == 1
                (client.insert if first else client.upsert)(collection, list(rows), timeout=WRITE_SECONDS)

    def put(self, collection: str, row: Row) -> None:
        """Add a row, or replace the one with its key."""
        with self._asking() as client:
            client.upsert(collection, [row], timeout=WRITE_SECONDS)

    def delete(self, collection: str, key: int) -> None:
        with self._asking() as client:
            client.delete(collection, ids=[key], timeout=WRITE_SECONDS)

    def seal(self, collection: str, fields: Sequence[Field]) -> None:
        """Write to disk what was added, build the indexes, and make the collection searchable."""
        with self._asking() as client:
            client.flush(collection, timeout=BUILD_SECONDS)
            indexes = client.prepare_index_params()
            for field in fields:
                if field.index:
                    indexes.add_index(field.name, index_type=field.index, metric_type="IP", params=_HNSW if field.index == "HNSW" else {})
                elif field.sought:
                    indexes.add_index(field.name, index_type="INVERTED")
            client.create_index(collection, indexes, timeout=BUILD_SECONDS)
            client.load_collection(collection, timeout=BUILD_SECONDS)

    def load(self, collection: str, seconds: float = ANSWER_SECONDS) -> None:
        """Make a collection searchable; nothing where it is. Raises NotLoaded where that takes longer: it goes on."""
        with self._asking() as client:
            client.load_collection(collection, timeout=seconds)

    def release(self, collection: str) -> None:
        """Take a collection out of the memory of the server."""
        with self._asking() as client:
            client.release_collection(collection, timeout=WRITE_SECONDS)

    def drop(self, collection: str) -> None:
        """Delete a collection; nothing where there is none."""
        with suppress(IndexMissing), self._asking() as client:
            client.drop_collection(collection, timeout=WRITE_SECONDS)

    def aliased(self, alias: str) -> str | None:
        """The collection that an alias stands for; None where there is no such alias."""
        try:
            with self._asking() as client:
                return str(client.describe_alias(alias, timeout=ANSWER_SECONDS)["collection_name"])
        except IndexMissing:
            return None

    def point(self, alias: str, collection: str) -> None:
        """Let an alias stand for a collection, from one moment to the next."""
        known = self.aliased(alias) is not None
        with self._asking() as client:
            (client.alter_alias if known else client.create_alias)(collection, alias, timeout=WRITE_SECONDS)

    def count(self, collection: str) -> int:
        """How many rows a loaded collection has by now."""
        counted = self._query(collection, output_fields=["count(*)"], consistency_level="Strong")
        return int(counted[0]["count(*)"])

    def search(self, collection: str, field: str, query: Any, k: int, looked_at: int = 0) -> list[Match]:  # noqa: ANN401 - either vector
        """The `k` rows with the highest inner product of `field` and `query`, by primary key, best first; equal ones in order of key.

        Where a graph is searched, so many rows of it are `looked_at`.
        """
        if k < 1:
            return []
        parameters = {"params": {"ef": max(k, looked_at)}} if looked_at else {}
        found = self._loaded(
            collection,
            lambda client: client.search(
                collection,
                data=[query],
                anns_field=field,
                limit=min(k, MOST_MATCHES),
                output_fields=[],
                search_params=parameters,
                timeout=ANSWER_SECONDS,
            ),
        )
        matches = [Match(int(hit.id), float(hit.distance)) for hit in found[0]]
        return sorted(matches, key=lambda match: (-match.score, match.position))

    def rows(self, collection: str, field: str, values: Sequence[int], fields: Sequence[str]) -> list[Row]:
        """These fields of all rows whose `field` is one of `values`, in no order."""
        found: list[Row] = []
        for start in range(0, len(values), ROWS_AT_ONCE):
            among = f"{field} in {list(map(int, values[start : start + ROWS_AT_ONCE]))}"
            found += self._query(collection, filter=among, output_fields=list(fields))
        return found

    def rows_between(self, collection: str, key: str, start: int, end: int, fields: Sequence[str]) -> list[Row]:
        """These fields of the rows whose `key` is at least `start` and below `end`, as they are by now, in no order."""
        return self._query(collection, filter=f"{key} >= {start} and {key} < {end}", output_fields=list(fields), consistency_level="Strong")

    def _query(self, collection: str, **options: Any) -> list[Row]:  # noqa: ANN401 - the library's own
        return list(self._loaded(collection, lambda client: client.query(collection, timeout=ANSWER_SECONDS, **options)))

    def _loaded(self, collection: str, ask: Callable[[Any], Any]) -> Any:  # noqa: ANN401
        """What the server says; where it was restarted and has not loaded the collection again, once it has."""
        try:
            with self._asking() as client:
                return ask(client)
        except NotLoaded:
            self.load(collection)
            with self._asking() as client:
                return ask(client)

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """The library's client, with what goes wrong in our own words."""
        if time.monotonic() < self._pause_ends:
            raise unreachable(self.where)
        failures = _library()
        begun = time.monotonic()
        try:
            yield self._connected()
        except failures as error:
            said = failure(error, self.where)
            now = time.monotonic()
            if isinstance(said, IndexUnreachable) and not isinstance(said, NotLoaded) and now - begun >= PAUSE_SECONDS:
                self._pause_ends = now + PAUSE_SECONDS
            raise said from error

    def _connected(self) -> Any:  # noqa: ANN401 - the library has no types
        from pymilvus import MilvusClient

        with self._lock:
            if self._client is None:
                connect = partial(MilvusClient, self._uri, token=self._token, timeout=ANSWER_SECONDS, grpc_options=_CHANNEL)
                self._client = _opened(Path(self._uri), connect) if self._uri.endswith(LOCAL) else connect()
            return self._client


def _opened(folder: Path, connect: Callable[[], Any]) -> Any:  # noqa: ANN401
    """A client of milvus-lite over a folder. Raises IndexUnavailable."""
    from pymilvus import MilvusException

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return connect()
    except (OSError, MilvusException) as error:
        raise IndexUnavailable(
            f"{folder} cannot be opened by milvus-lite: make it writable, and end the other process that has it."
        ) from error


def _library() -> tuple[type[Exception], ...]:
    """The library loaded, its own log silent: what goes wrong is said by us. Gives its kinds of errors. Raises IndexUnavailable."""
    try:
        import grpc
        from pymilvus import MilvusException
    except ImportError as error:
        raise IndexUnavailable(
            f"The Milvus engine is not installed ({error.name} is missing): run pip install 'parkqa[milvus]'."
        ) from error
    for name in ("pymilvus", "milvus_lite"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return MilvusException, grpc.RpcError
