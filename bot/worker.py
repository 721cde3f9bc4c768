"""A process that embeds passages for reindexes, wherever these run. It knows no corpus, no index and no bot, and keeps nothing."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hmac import compare_digest
from typing import cast

from tornado.http1connection import HTTP1Connection
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from bot.errors import ConfigError
from bot.monitoring.guarded_server import guarded_server
from corpus.errors import ParkQAError
from retrieval.models.embedder import FEW_PASSAGES, Embedder
from retrieval.progress import Progress
from retrieval.settings import WorkersSettings
from retrieval.workers.exchange import (
    NONCE,
    OTHER_MODEL,
    OTHER_SECRET,
    PASSAGES,
    SIGNATURE,
    STATE,
    Batch,
    WorkerState,
    batch_from,
    of_reply,
    signature,
    vectors_as_bytes,
)

LARGEST_BATCH = 32 << 20
"""Bytes. One of 256 passages has 0.3 MB."""
SIGN_OF_LIFE = b"HTTP/1.1 100 Continue\r\n\r\n"
"""What HTTP lets a server say before its reply, as often as it likes; clients pass over it."""
SIGN_OF_LIFE_SECONDS = 1.0


class Embedding:
    """One batch at a time, whoever asks."""

    def __init__(self, embedder: Embedder, progress: Progress) -> None:
        """Tries the model. Raises EmbedderUnavailable."""
        self._embedder, self._progress = embedder, progress
        self._thread = ThreadPoolExecutor(1)
        self._asked = self._embedded = 0
        # From here on passages are embedded as in a process that has embedded many: see `BundledEmbedder`.
        embedder.encode_passages(["园区"] * (FEW_PASSAGES + 1))

    def state(self) -> WorkerState:
        return WorkerState(self._embedder.fingerprint, self._embedded, busy=self._asked > 0)

    async def vectors(self, batch: Batch) -> bytes:
        """When its turn comes. A batch that nobody waits for any more by then is not begun."""
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._embed, batch)
        finally:
            self._asked -= 1

    def _embed(self, batch: Batch) -> bytes:
        self._progress("embedding", batch.done, batch.total)
        vectors = self._embedder.encode_passages(batch.texts)
        self._embedded += len(batch.texts)
        self._progress("embedding", min(batch.done + len(batch.texts), batch.total), batch.total)
        return vectors_as_bytes(vectors)


def serve(settings: WorkersSettings, secret: str, embedding: Embedding, say: Callable[[str], None]) -> None:
    """Embed whatever is asked for, until SIGINT or SIGTERM; a batch may be in work then.

    `say` is told whom it refuses. Raises ConfigError where the port cannot be had.
    """
    asyncio.run(_serve(settings, secret, embedding, say))


async def _serve(settings: WorkersSettings, secret: str, embedding: Embedding, say: Callable[[str], None]) -> None:
    given = {"secret": secret, "embedding": embedding, "say": say}
    application = Application([("/healthz", Health), (STATE, State, given), (PASSAGES, Passages, given)], log_function=lambda _: None)
    server = guarded_server(application, LARGEST_BATCH)
    try:
        server.listen(settings.port, settings.listen)
    except OSError as error:
        where = f"{settings.listen}:{settings.port}"
        raise ConfigError(f"The worker cannot listen on {where} ({error.strerror}): set workers.listen and workers.port.") from error
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    server.stop()
    await server.close_all_connections()


class Health(RequestHandler):
    """For whoever looks after processes."""

    def get(self) -> None:
        self.finish("ok\n")


class _Signed(RequestHandler):
    """Takes what is signed with the secret, and signs what it says."""

    def initialize(self, secret: str, embedding: Embedding, say: Callable[[str], None]) -> None:
        self._secret, self._embedding, self._say = secret, embedding, say

    def prepare(self) -> None:
        """Let in who knows the secret."""
        given = self.request.headers.get(SIGNATURE, "")
        if not compare_digest(given.encode(errors="replace"), self._sign(self.request.path, self.request.body).encode()):
            self._say(f"{self.request.remote_ip} was refused: it does not know the same workers.secret.")
            raise HTTPError(OTHER_SECRET)

    def reply(self, body: bytes, status: int = 200) -> None:
        """Say something, and end."""
        self.set_status(status)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header(SIGNATURE, self._sign(of_reply(self.request.path, status), body))
        self.finish(body)

    def _sign(self, said: str, body: bytes) -> str:
        return signature(self._secret, self.request.headers.get(NONCE, ""), said, body)


class State(_Signed):
    """Who is here."""

    def get(self) -> None:
        self.reply(self._embedding.state().as_bytes())


class Passages(_Signed):
    """Vectors of passages."""

    async def post(self) -> None:
        """Embed them, and show all the while that this process lives."""
        try:
            batch = batch_from(self.request.body)
        except ValueError:
            raise HTTPError(400) from None
        ours = self._embedding.state().model
        if batch.model != ours:
            self._say(f"{self.request.remote_ip} was refused: its index is of {batch.model}, this worker of {ours}; give both one model.")
            self.reply(ours.encode(), OTHER_MODEL)
            return
        work = asyncio.ensure_future(self._embedding.vectors(batch))
        try:
            while not (await asyncio.wait([work], timeout=SIGN_OF_LIFE_SECONDS))[0]:
                await cast(HTTP1Connection, self.request.connection).stream.write(SIGN_OF_LIFE)
            self.reply(work.result())
        except StreamClosedError:  # the reindex has ended
            work.cancel()
        except ParkQAError as error:
            self._say(str(error))
            raise HTTPError(500) from error
