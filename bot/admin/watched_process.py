"""A child process whose progress is passed on while it works."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from bot.child_process import run_child
from retrieval.progress import StageProgress, progress_from

REPORT_SECONDS = 2.0
"""Telegram lets a bot send a group 20 messages a minute, edits included."""

Report = Callable[[StageProgress], Awaitable[None]]


class Ended(NamedTuple):
    """How a process ended."""

    code: int
    """Negative where a signal has ended it."""
    last_words: str
    """The last line on stderr that was no progress."""


async def run_watched(
    command: Sequence[str],
    output: bytearray,
    report: Report,
    *,
    given: bytes = b"",
    seconds: float | None = None,
    most: int | None = None,
    for_index: bool = False,
) -> Ended:
    """Run a command to its end as `run_child` does, and call `report` with its progress now and then. When cancelled, it is ended too."""
    watch = _Watch()
    running = asyncio.create_task(run_child(command, output, given=given, hear=watch.hear, seconds=seconds, most=most, for_index=for_index))
    running.add_done_callback(lambda _: watch.end())
    try:
        await watch.pass_on(report)
        return Ended(await running, watch.last_words)
    finally:
        running.cancel()
        await asyncio.wait([running])


class _Watch:
    """Hears what the process says as fast as it says it, and passes it on as fast as somebody can listen."""

    def __init__(self) -> None:
        self.last_words = ""
        self._latest: StageProgress | None = None
        self._changed = asyncio.Event()
        self._ended = asyncio.Event()

    def hear(self, line: str) -> None:
        """Progress as JSON, or a line for people."""
        if progress := progress_from(line):
            self._latest = progress
            self._changed.set()
        else:
            self.last_words = line or self.last_words

    def end(self) -> None:
        """Nothing more will be heard."""
        self._ended.set()
        self._changed.set()

    async def pass_on(self, report: Report) -> None:
        """Report now and then, until the end."""
        while await self._changed.wait() and not self._ended.is_set():
            self._changed.clear()
            if self._latest:
                await report(self._latest)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), REPORT_SECONDS)
