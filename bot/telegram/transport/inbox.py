"""Updates on disk, from their arrival until they are handled.

Telegram forgets an update as soon as it is confirmed. Here it is confirmed once it stands in this file, so that a process that is killed
leaves nothing unanswered: the next one begins with what is left. The numbers of handled updates stay for a while, because Telegram
delivers an update again whenever it did not hear that the first time was enough.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from bot.errors import ConfigError

P = ParamSpec("P")
T = TypeVar("T")

REMEMBERED_SECONDS = 2 * 24 * 3600
"""Telegram keeps an update for a day at most."""
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS updates (number INTEGER PRIMARY KEY, arrived REAL NOT NULL, content TEXT) STRICT;
CREATE INDEX IF NOT EXISTS updates_by_arrival ON updates (arrived);
"""


class InboxUnavailable(Exception):
    """The file could not be written; the message says why."""


class Inbox:
    """The file, and one thread that writes it: the event loop does not wait for the disk. A handled update keeps its number only."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or make the file. Raises ConfigError where that is impossible."""
        self._clock = clock
        try:
            self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._file.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise ConfigError(f"The bot cannot keep its inbox {path} ({error}): make the folder writable, or delete that file.") from error
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="inbox")

    async def take(self, updates: Iterable[tuple[int, str]]) -> set[int]:
        """Store updates (number and JSON); the numbers of those that are new. Raises InboxUnavailable, and then none is stored."""
        return await self._write(self._take, list(updates))

    async def done(self, number: int) -> None:
        """An update is handled. Raises InboxUnavailable."""
        await self._write(self._file.execute, "UPDATE updates SET content = NULL WHERE number = ?", (number,))

    async def left(self) -> list[str]:
        """What was taken and is not done, in the order of arrival. Raises InboxUnavailable."""
        return await self._write(self._left)

    def close(self) -> None:
        """Write what is being written, and let go of the file."""
        self._writer.shutdown()
        self._file.close()

    async def _write(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: function(*args, **kwargs))
        except sqlite3.Error as error:
            raise InboxUnavailable(str(error)) from error

    def _take(self, updates: list[tuple[int, str]]) -> set[int]:
        now = self._clock()
        with self._file:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.execute("DELETE FROM updates WHERE arrived < ? AND content IS NULL", (now - REMEMBERED_SECONDS,))
            return {number for number, content in updates if self._insert(number, now, content)}

    def _insert(self, number: int, now: float, content: str) -> bool:
        return self._file.execute("INSERT OR IGNORE INTO updates VALUES (?, ?, ?)", (number, now, content)).rowcount == 1

    def _left(self) -> list[str]:
        return [
            content for (content,) in self._file.execute("SELECT content FROM updates WHERE content IS NOT NULL ORDER BY arrived, number")
        ]
