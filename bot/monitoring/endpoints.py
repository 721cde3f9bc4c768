"""How programs see whether the bot is well: /healthz, /readyz and /metrics, off unless a port is set."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tornado.web import Application, RequestHandler

from bot.errors import ConfigError
from bot.monitoring.guarded_server import guarded_server
from bot.monitoring.metrics import Metrics
from bot.settings.sections import MonitoringSettings
from corpus.errors import ParkQAError

SILENCE_SECONDS = 120
"""After so long without an answer from Telegram to a poll, something is wrong: one is due every ten seconds."""


class Contact:
    """When Telegram last answered a poll."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard = clock()

    def note(self) -> None:
        """Telegram has answered."""
        self._heard = self._clock()

    def end(self) -> None:
        """Nobody polls: by webhook, Telegram may have nothing to say for days."""
        self._heard = math.inf

    def problem(self) -> str | None:
        """What is wrong, if anything."""
        silent = self._clock() - self._heard
        return f"no answer from Telegram for {silent:.0f} s" if silent > SILENCE_SECONDS else None


@contextmanager
def monitoring(
    settings: MonitoringSettings, metrics: Metrics, alive: Callable[[], str | None], ready: Callable[[], str | None]
) -> Iterator[None]:
    """Serve as long as the block runs. `alive` and `ready` say what is wrong, if anything; `ready` may take its time.

    Raises ConfigError where the port cannot be had.
    """
    if settings.port is None:
        yield
        return
    server = guarded_server(
        Application(
            [
                ("/healthz", State, {"problem": alive}),
                ("/readyz", State, {"problem": ready}),
                ("/metrics", Figures, {"metrics": metrics}),
            ]
        )
    )
    try:
        server.listen(settings.port, settings.listen)
    except OSError as error:
        where = f"{settings.listen}:{settings.port}"
        raise ConfigError(f"Monitoring cannot listen on {where} ({error.strerror}): set monitoring.listen and monitoring.port.") from error
    try:
        yield
    finally:
        server.stop()


class State(RequestHandler):
    """200 and `ok`, or 503 and what is wrong."""

    def initialize(self, problem: Callable[[], str | None]) -> None:
        self._problem = problem

    async def get(self) -> None:
        """Say how it is."""
        problem = await asyncio.to_thread(self._said)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_status(503 if problem else 200)
        self.finish(f"{problem or 'ok'}\n")

    def _said(self) -> str | None:
        try:
            return self._problem()
        except ParkQAError as error:
            return str(error)


class Figures(RequestHandler):
    """What Prometheus collects."""

    def initialize(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def get(self) -> None:
        """All figures. Those of the index are read from disk, so not on the event loop."""
        text = await asyncio.to_thread(self._metrics.text)
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(text)
