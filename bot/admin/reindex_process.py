"""A reindex in a process of its own, watched from the bot.

Bulk embedding needs torch and hundreds of megabytes; the process takes them along when it ends. The bot itself notices the new index
version with the next question.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bot.child_process import our_command, run_child
from bot.errors import ReindexFailed
from retrieval.building.report import ReindexReport, report_from
from retrieval.progress import StageProgress, progress_from
from retrieval.settings import RetrievalSettings

REPORT_SECONDS = 2.0
"""Telegram lets a bot send a group 20 messages a minute, edits included."""


def reindex_command(settings: RetrievalSettings, config: Path | None, *, as_json: bool = True) -> tuple[str, ...]:
    """The command line of a reindex with the settings of this process."""
    folders = ("--corpus", str(settings.corpus.folder), "--index", str(settings.index.folder))
    flags = (*(["--json"] if as_json else []), *(["--config", str(config)] if config else []))
    return our_command("bot", "reindex", *flags, *folders)


async def run_reindex(command: Sequence[str], report: Callable[[StageProgress], Awaitable[None]]) -> ReindexReport:
    """Run a reindex to its end and call `report` with its progress now and then. Raises ReindexFailed with the process's own last words.

    When cancelled, the process is ended too; the index stays at its current version.
    """
    watch, output = _Watch(), bytearray()
    running = asyncio.create_task(run_child(command, output, hear=watch.hear))
    running.add_done_callback(lambda _: watch.end())
    try:
        await watch.pass_on(report)
        code = await running
    finally:
        running.cancel()
        await asyncio.wait([running])
    if code != 0:
        raise ReindexFailed(watch.last_words or f"The reindex process ended with code {code}.")
    return _parse(output)


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

    async def pass_on(self, report: Callable[[StageProgress], Awaitable[None]]) -> None:
        """Report now and then, until the end."""
        while await self._changed.wait() and not self._ended.is_set():
            self._changed.clear()
            if self._latest:
                await report(self._latest)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), REPORT_SECONDS)


def _parse(output: bytes | bytearray) -> ReindexReport:
    try:
        return report_from(json.loads(output))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReindexFailed(f"The report of the reindex cannot be read ({error!r}).") from error
