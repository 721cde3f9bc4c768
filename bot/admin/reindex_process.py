"""A reindex in a process of its own, watched from the bot.

Bulk embedding needs torch and hundreds of megabytes; the process takes them along when it ends. The bot itself notices the new index
version with the next question.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ReindexFailed
from bot.settings.settings import Settings
from corpus.reading.folder import Rejection
from retrieval.building.report import ReindexReport
from retrieval.index.self_check_record import figures_from

REPORT_SECONDS = 2.0
"""Telegram lets a bot send a group 20 messages a minute, edits included."""
LINE_LIMIT = 1 << 20
TERMINATE_SECONDS = 10
SECRET_VARIABLES = {"PARKQA_BOT__TOKEN", "PARKQA_WEBHOOK__SECRET"}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage has come."""

    stage: str
    done: int
    total: int


def reindex_command(settings: Settings, config: Path | None) -> tuple[str, ...]:
    """The command line of a reindex with the settings of this process."""
    folders = ("--corpus", str(settings.corpus.folder), "--index", str(settings.index.folder))
    return (sys.executable, "-m", "bot", "reindex", "--json", *(("--config", str(config)) if config else ()), *folders)


async def run_reindex(command: Sequence[str], report: Callable[[Progress], Awaitable[None]]) -> ReindexReport:
    """Run a reindex to its end and call `report` with its progress now and then. Raises ReindexFailed with the process's own last words.

    When cancelled, the process is ended too; the index stays at its current version.
    """
    process = await asyncio.create_subprocess_exec(
        *command, stdout=PIPE, stderr=PIPE, limit=LINE_LIMIT, env=_environment(), start_new_session=True
    )
    try:
        watch = _Watch()
        output, _, _ = await asyncio.gather(_read(process), watch.follow(process), watch.pass_on(report))
    finally:
        await _end(process)
    if process.returncode != 0:
        raise ReindexFailed(watch.last_words or f"The reindex process ended with code {process.returncode}.")
    return _parse(output)


class _Watch:
    """Reads what the process says as fast as it says it, and passes it on as fast as somebody can hear it."""

    def __init__(self) -> None:
        self.last_words = ""
        self._latest: Progress | None = None
        self._news = asyncio.Event()
        self._ended = asyncio.Event()

    async def follow(self, process: Process) -> None:
        assert process.stderr is not None  # noqa: S101 - a pipe was asked for
        try:
            while line := await _line(process.stderr):
                self._hear(line.decode("utf-8", "replace").strip())
        finally:
            self._ended.set()
            self._news.set()

    async def pass_on(self, report: Callable[[Progress], Awaitable[None]]) -> None:
        while await self._news.wait() and not self._ended.is_set():
            self._news.clear()
            if self._latest:
                await report(self._latest)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), REPORT_SECONDS)

    def _hear(self, line: str) -> None:
        with suppress(ValueError, TypeError, KeyError):
            said = json.loads(line)
            self._latest = Progress(str(said["stage"]), int(said["done"]), int(said["total"]))
            self._news.set()
            return
        self.last_words = line or self.last_words


async def _line(stream: asyncio.StreamReader) -> bytes:
    """The next line, a blank one in place of one that is absurdly long; nothing at the end."""
    try:
        return await stream.readline()
    except ValueError:
        return b"\n"


async def _read(process: Process) -> bytes:
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    return await process.stdout.read()


async def _end(process: Process) -> None:
    """Wait for the process; one that is still at work is told to stop, and killed when it does not."""
    with suppress(ProcessLookupError):
        if process.returncode is None and not _closed(process):
            process.terminate()
    try:
        await asyncio.wait_for(process.wait(), TERMINATE_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def _closed(process: Process) -> bool:
    """Both pipes are at their end: the process is ending by itself."""
    return all(pipe is None or pipe.at_eof() for pipe in (process.stdout, process.stderr))


def _environment() -> dict[str, str]:
    """The environment without the bot's secrets, which a reindex has no use for."""
    return {name: value for name, value in os.environ.items() if name.upper() not in SECRET_VARIABLES}


def _parse(output: bytes) -> ReindexReport:
    try:
        said = json.loads(output)
        rejected = tuple(Rejection(**rejection) for rejection in said.pop("rejected"))
        measured = said.pop("self_check")
        return ReindexReport(**said, rejected=rejected, self_check=measured and figures_from(measured))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReindexFailed(f"The report of the reindex cannot be read ({error!r}).") from error
