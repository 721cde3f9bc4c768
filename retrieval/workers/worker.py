"""A worker as a reindex sees it: an address that gives vectors for passages."""

from __future__ import annotations

import secrets
import socket
from contextlib import closing
from dataclasses import dataclass
from hmac import compare_digest
from http.client import HTTPConnection, HTTPException

from retrieval.errors import WorkerUnusable
from retrieval.models.embedder import Vectors
from retrieval.workers.exchange import (
    NONCE,
    OTHER_MODEL,
    OTHER_SECRET,
    PASSAGES,
    SIGNATURE,
    STATE,
    Batch,
    WorkerState,
    of_reply,
    signature,
    state_from,
    vectors_from,
)

CONNECT_SECONDS = 5.0
SILENT_SECONDS = 15.0
"""A worker at work says every second that it is; one that is silent for so long is taken for dead."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a worker listens."""

    name: str
    """For people."""
    host: str
    """As the system connects to it."""
    port: int


def places_of(address: str) -> list[Place]:
    """The places that `host:port` stands for: a name may be that of several machines. Raises WorkerUnusable for one that nobody has.

    A machine with addresses of both kinds is one place: by IPv4.
    """
    host, _, port = address.rpartition(":")
    try:
        found = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)
    except OSError as error:
        raise WorkerUnusable(f"Worker {address} is not found ({error.strerror or error}): check workers.addresses.") from error
    kind = min(each[0] for each in found)
    hosts = list(dict.fromkeys(str(each[4][0]) for each in found if each[0] == kind))
    alone = len(hosts) == 1
    return [Place(address if alone else f"{address} ({each})", each, int(port)) for each in hosts]


@dataclass(frozen=True, slots=True)
class Worker:
    """Asks the process at a place. Every method raises WorkerUnusable, whose message says what is wrong."""

    place: Place
    secret: str

    def state(self, model: str | None = None) -> WorkerState:
        """What it says of itself; one that embeds with another model than this one is of no use."""
        try:
            state = state_from(self._ask("GET", STATE, b"", CONNECT_SECONDS)[1])
        except ValueError as error:
            raise self._no_worker(error) from error
        if model is not None and state.model != model:
            raise self._other_model(state.model, model)
        return state

    def encode(self, batch: Batch, dimension: int) -> Vectors:
        """The vectors of a batch, in its order."""
        status, given = self._ask("POST", PASSAGES, batch.as_bytes(), SILENT_SECONDS)
        if status == OTHER_MODEL:
            raise self._other_model(given.decode(errors="replace"), batch.model)
        try:
            return vectors_from(given, len(batch.texts), dimension)
        except ValueError as error:
            raise self._no_worker(error) from error

    def _ask(self, method: str, path: str, body: bytes, silent_seconds: float) -> tuple[int, bytes]:
        nonce = secrets.token_hex(16)
        headers = {NONCE: nonce, SIGNATURE: signature(self.secret, nonce, path, body)}
        try:
            with closing(HTTPConnection(self.place.host, self.place.port, timeout=CONNECT_SECONDS)) as connection:
                connection.connect()
                connection.sock.settimeout(silent_seconds)
                connection.request(method, path, body or None, headers)
                reply = connection.getresponse()  # which passes over each 100 Continue: the signs of life before it
                given = reply.read()
        except (OSError, HTTPException) as error:
            said = "it says nothing" if isinstance(error, TimeoutError) else str(error) or type(error).__name__
            raise WorkerUnusable(f"Worker {self.place.name} does not answer ({said}): see that `parkqa work` runs there.") from error
        known = reply.headers.get(SIGNATURE, "")
        if reply.status not in {200, OTHER_MODEL, OTHER_SECRET}:
            raise self._no_worker(reply.status)
        if not compare_digest(known, signature(self.secret, nonce, of_reply(path, reply.status), given)):
            raise WorkerUnusable(f"Worker {self.place.name} does not know the same secret: give both the same workers.secret.")
        return reply.status, given

    def _other_model(self, theirs: str, ours: str) -> WorkerUnusable:
        return WorkerUnusable(f"Worker {self.place.name} embeds with {theirs}, this index with {ours}: give both the same embedding.model.")

    def _no_worker(self, said: object) -> WorkerUnusable:
        return WorkerUnusable(f"Worker {self.place.name} gives no vectors ({said}): see that the same parkqa runs there.")
