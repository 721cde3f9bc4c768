"""Processes that embed for reindexes, as `parkqa work` does, with an embedder that needs no model."""

from __future__ import annotations

import os
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from bot.worker import Embedding, serve
from retrieval.models.embedder import Embedder, Vectors
from retrieval.settings import WorkersSettings
from retrieval.workers.workers import Workers
from tests.children import fork
from tests.fakes import HashingEmbedder
from tests.free_port import free_port

SECRET = "an-invented-secret_of-exactly-32"
PATIENCE = 60.0


class SlowEmbedder(HashingEmbedder):
    """Takes its time for each passage."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        time.sleep(self._seconds * len(texts))
        return super().encode_passages(texts)


class OtherEmbedder(HashingEmbedder):
    """Of another model."""

    def __init__(self) -> None:
        super().__init__()
        self.fingerprint = "fake:other"


def wait(port: int) -> None:
    """Until a worker answers there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as reply:
            assert reply.read() == b"ok\n"
            return
        time.sleep(0.02)
    raise AssertionError("the worker does not answer")


class Process:
    """A worker that runs. It is killed, and begun again at the same port."""

    def __init__(self, embedder: Embedder, secret: str = SECRET) -> None:
        self._embedder, self._secret = embedder, secret
        self.port = free_port()
        self.begin()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def begin(self) -> None:
        self.number = fork(self._serve)

    def end(self, by: int = signal.SIGKILL) -> None:
        os.kill(self.number, by)
        os.waitpid(self.number, 0)

    def _serve(self) -> None:
        settings = WorkersSettings(port=self.port)
        serve(settings, self._secret, Embedding(self._embedder, lambda _stage, _done, _total: None), lambda _: None)


@contextmanager
def working(*makers: Callable[[], Embedder], secret: str = SECRET) -> Iterator[list[Process]]:
    """A process for each embedder, as long as the block runs."""
    processes = [Process(make(), secret) for make in makers]
    try:
        for process in processes:
            wait(process.port)
        yield processes
    finally:
        for process in processes:
            with suppress(ProcessLookupError, ChildProcessError):
                process.end()


def of(*processes: Process) -> Workers:
    """The workers of a reindex."""
    return Workers([process.address for process in processes], SECRET)
