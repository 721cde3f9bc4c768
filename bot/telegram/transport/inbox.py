"""Updates on disk, from their arrival until they are handled.

Telegram forgets an update as soon as it is confirmed. Here it is confirmed once it stands in this file, so that a process that is killed
leaves nothing unanswered: the next one begins with what is left. The numbers of handled updates stay for a while, because Telegram
delivers an update again whenever it did not hear that the first time was enough.

What cannot be read, and what was begun twice without an end, is set aside: no update keeps a process from starting.
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
from bot.store.database import make_private
from bot.telegram.transport.updates import Arrived

P = ParamSpec("P")
T = TypeVar("T")

REMEMBERED_SECONDS = 2 * 24 * 3600
"""Telegram keeps an update for a day at most."""
KEPT_ASIDE_SECONDS = 14 * 24 * 3600
"""How long what was set aside is there for somebody to look at."""
MOST_BEGINNINGS = 2
"""An update at which this many processes ended is not begun by another one."""
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS updates (number INTEGER PRIMARY KEY, arrived REAL NOT NULL, content TEXT) STRICT;
CREATE INDEX IF NOT EXISTS updates_by_arrival ON updates (arrived);
CREATE TABLE IF NOT EXISTS begun (number INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS set_aside (number INTEGER NOT NULL, at REAL NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL) STRICT;
"""


class InboxUnavailable(Exception):
    """The file could not be written; the message says why."""


class Inbox:
    """The file, and one thread that writes it: the event loop does not wait for the disk. A handled update keeps its number only."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or make the file. Raises ConfigError where that is impossible."""
        self._clock = clock
        try:
            if path.name != ":memory:":
                make_private(path)
            self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._file.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise ConfigError(f"The bot cannot keep its inbox {path} ({error}): make the folder writable, or delete that file.") from error
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="inbox")

    async def take(self, updates: Iterable[Arrived]) -> set[int]:
        """Store updates; the numbers of those that are new. Raises InboxUnavailable, and then none is stored."""
        return await self._write(self._take, list(updates))

    async def begin(self, number: int) -> None:
        """An update is about to be handled. Raises InboxUnavailable."""
        await self._write(self._begin, number)

    async def done(self, number: int) -> None:
        """An update is handled. Raises InboxUnavailable."""
        await self._write(self._end, number)

    async def begin_anew(self) -> None:
        """The process ends in good order: what it had begun was nobody's end. Raises InboxUnavailable."""
        await self._write(self._file.execute, "DELETE FROM begun")

    async def set_aside(self, number: int, reason: str) -> None:
        """An update will not be handled: it stays for a while, for somebody to look at. Raises InboxUnavailable."""
        await self._write(self._set_aside, number, reason)

    async def left(self) -> list[Arrived]:
        """What was taken and is not done, in the order of arrival. Raises InboxUnavailable."""
        return await self._write(self._left)

    async def deadly(self) -> frozenset[int]:
        """Numbers of what is left and was begun too often: whatever it holds, processes end at it. Raises InboxUnavailable."""
        return await self._write(self._deadly)

    def close(self) -> None:
        """Write what is being written, and let go of the file."""
        self._writer.shutdown()
        self._file.close()

    async def _write(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: function(*args, **kwargs))
        except sqlite3.Error as error:
            raise InboxUnavailable(str(error)) from error

    def _take(self, updates: list[Arrived]) -> set[int]:
        now = self._clock()
        with self._file:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.execute("DELETE FROM updates WHERE arrived < ? AND content IS NULL", (now - REMEMBERED_SECONDS,))
            self._file.execute("DELETE FROM set_aside WHERE at < ?", (now - KEPT_ASIDE_SECONDS,))
            return {number for number, content in updates if self._insert(number, now, content)}

    def _insert(self, number: int, now: float, content: str) -> bool:
        return self._file.execute("INSERT OR IGNORE INTO updates VALUES (?, ?, ?)", (number, now, content)).rowcount == 1

    def _begin(self, number: int) -> None:
        """Without waiting for the disk: this is to outlast a process that is killed, not a machine without power."""
        self._file.execute("PRAGMA synchronous = NORMAL")
        self._file.execute("INSERT INTO begun VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET times = times + 1", (number,))
        self._file.execute("PRAGMA synchronous = FULL")

    def _end(self, number: int) -> None:
        with self._file:
            self._file.execute("BEGIN IMMEDIATE")
            self._forget(number)

    def _set_aside(self, number: int, reason: str) -> None:
        keep = "INSERT INTO set_aside SELECT number, ?, ?, content FROM updates WHERE number = ? AND content IS NOT NULL"
        with self._file:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.execute(keep, (self._clock(), reason, number))
            self._forget(number)

    def _forget(self, number: int) -> None:
        self._file.execute("UPDATE updates SET content = NULL WHERE number = ?", (number,))
        self._file.execute("DELETE FROM begun WHERE number = ?", (number,))

    def _left(self) -> list[Arrived]:
        rows = self._file.execute("SELECT number, content FROM updates WHERE content IS NOT NULL ORDER BY arrived, number")
        return [Arrived(*row) for row in rows]

    def _deadly(self) -> frozenset[int]:
        rows = self._file.execute("SELECT number FROM begun WHERE times >= ?", (MOST_BEGINNINGS,))
        return frozenset(number for (number,) in rows)
