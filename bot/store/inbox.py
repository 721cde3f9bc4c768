"""Updates, from their arrival until they are handled, whichever process does that.

Telegram forgets an update as soon as it is confirmed. Here it is confirmed once it stands in this table, so that a process that is killed
leaves nothing unanswered: the next one, or another one, goes on with what is left. The numbers of handled updates stay for a while,
because Telegram delivers an update again whenever it did not hear that the first time was enough.

The updates of a chat stand in line. Only the first of a line can be claimed, so that they are handled in order and one at a time, by
however many processes. What a process holds when it dies goes back into line, where another one can claim it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from sqlalchemy import BigInteger, Column, ColumnElement, Double, Table, delete, exists, func, insert, or_, select, true, update
from sqlalchemy.exc import IntegrityError

from bot.errors import StoreUnavailable
from bot.store.database import TABLES, Database, Place
from bot.store.inbox_migrations import INBOX
from bot.store.kept_text import KeptText
from bot.store.processes import Processes
from bot.store.sqlite_file import file_place

T = TypeVar("T")

UPDATES = Table(
    "updates",
    TABLES,
    Column("number", BigInteger, primary_key=True),
    Column("arrived", Double),
    Column("content", KeptText),
    Column("line", BigInteger),
    Column("holder", BigInteger),
    Column("begun", BigInteger),
)
SET_ASIDE = Table(
    "set_aside", TABLES, Column("number", BigInteger), Column("at", Double), Column("reason", KeptText), Column("content", KeptText)
)

CAPACITY = 2000
"""Updates that may be waiting or in work. What comes then waits where it is: Telegram keeps it for a day."""
LINE_CAPACITY = 50
"""Updates that may stand in one line. One person does not come that far; a group full of them must not fill the inbox."""
REMEMBERED_SECONDS = 2 * 24 * 3600
"""Telegram keeps an update for a day at most."""
KEPT_ASIDE_SECONDS = 14 * 24 * 3600
"""How long what was set aside is there for somebody to look at."""
_ATTEMPTS = 5
"""Of two processes that claim something of one line at the same moment, one begins again."""
_ALONE = 0
"""The number of a process that shares its inbox with no other."""


class Arrived(NamedTuple):
    """An update as Telegram delivered it. Nothing of it is lost, whether or not the library can read it."""

    number: int
    content: str
    """JSON."""
    line: int | None = None
    """Updates with the same one are handled one after the other: those of one chat. What belongs to no chat needs no order."""


class Claimed(NamedTuple):
    """An update that this process is to handle."""

    number: int
    content: str
    line: int | None
    arrived: float
    """Seconds since 1970."""
    begun: int
    """How often it has been claimed, this time included, since a process last ended in good order."""


class Taken(NamedTuple):
    """What became of updates that were new."""

    claimed: list[Claimed]
    turned_away: list[Claimed]
    """They have no place in their full line, and are to be told so."""


class InboxFull(Exception):
    """Too many updates are waiting already."""


class Inbox:
    """The table of updates. Every method raises StoreUnavailable."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._processes = None if database.is_file else Processes(database)
        if self._processes is None:  # whoever held something has ended
            self._give_back(true())

    def take(self, updates: Sequence[Arrived], most: int) -> Taken:
        """Store updates, and claim up to `most` of what is first in their lines. Raises InboxFull, and then none is stored."""
        return self._again(lambda: self._take(updates, most))

    def claim(self, most: int) -> list[Claimed]:
        """Up to `most` updates of any line, for this process to handle."""
        return self._again(lambda: self._claim(None, most))

    def done(self, update: Claimed) -> list[Claimed]:
        """An update is handled; what is now first in its line, for this process to handle. What it held is forgotten."""

        def end() -> list[Claimed]:
            with self._database.transaction():
                self._forget(update.number)
                return [] if update.line is None else self._claim({update.line}, 1)

        return self._again(end)

    def set_aside(self, update: Claimed, reason: str) -> list[Claimed]:
        """An update will not be handled: it stays for a while, for somebody to look at. Returns what `done` does."""
        row = {"number": update.number, "at": self._clock(), "reason": reason, "content": update.content}
        with self._database.transaction():
            self._database.run(insert(SET_ASIDE).values(row))
            return self.done(update)

    def unhandled(self) -> int:
        """How many updates are waiting or in work."""
        counted = self._database.row(select(func.count().label("number")).select_from(UPDATES).where(UPDATES.c.content.is_not(None)))
        return int(counted["number"]) if counted else 0

    def look_around(self) -> bool:
        """Show the other processes that this one lives, and give back what dead ones held; whether this one does what one does for all."""
        if self._processes is None:
            return True
        if dead := self._processes.look():
            self._give_back(UPDATES.c.holder.in_(dead))
            self._processes.bury(dead)
        return self._processes.is_eldest

    def leave(self) -> None:
        """The process ends in good order: what it had begun was nobody's end."""
        self._database.run(update(UPDATES).where(UPDATES.c.holder == self._number).values(holder=None, begun=0))
        if self._processes:
            self._processes.bury({self._number})

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def _number(self) -> int:
        return self._processes.number if self._processes else _ALONE

    def _take(self, updates: Sequence[Arrived], most: int) -> Taken:
        now = self._clock()
        with self._database.transaction():
            self._database.run(delete(UPDATES).where(UPDATES.c.arrived < now - REMEMBERED_SECONDS, UPDATES.c.content.is_(None)))
            self._database.run(delete(SET_ASIDE).where(SET_ASIDE.c.at < now - KEPT_ASIDE_SECONDS))
            if (unhandled := self.unhandled()) >= CAPACITY:
                raise InboxFull(f"{unhandled} updates are waiting already")
            lines = {update.line for update in updates if update.line is not None}
            full = self._without_place(updates, lines)
            new = set(self._database.add_new(UPDATES, [self._row(update, now, update in full) for update in updates], UPDATES.c.number))
            turned_away = [Claimed(update.number, update.content, None, now, 1) for update in full if update.number in new]
            return Taken(self._claim(lines, most) if new else [], turned_away)

    def _without_place(self, updates: Sequence[Arrived], lines: Collection[int]) -> list[Arrived]:
        number = func.count().label("number")
        standing = select(UPDATES.c.line, number).where(UPDATES.c.content.is_not(None), UPDATES.c.line.in_(lines)).group_by(UPDATES.c.line)
        in_line: Counter[int | None] = Counter({row["line"]: row["number"] for row in self._database.rows(standing)})
        full = []
        for arrived in updates:
            if arrived.line is not None and in_line[arrived.line] >= LINE_CAPACITY:
                full.append(arrived)
            in_line[arrived.line] += 1
        return full

    def _row(self, update: Arrived, now: float, full: bool) -> dict[str, object]:
        place = {"line": None, "holder": self._number, "begun": 1} if full else {"line": update.line, "holder": None, "begun": 0}
        return {"number": update.number, "arrived": now, "content": update.content} | place

    def _claim(self, lines: Collection[int] | None, most: int) -> list[Claimed]:
        """Of these lines and of what is in none; of all where `lines` is None."""
        one, other = UPDATES.alias("one"), UPDATES.alias("other")
        before = or_(other.c.number < one.c.number, other.c.holder.is_not(None))
        waits = exists().where(other.c.line == one.c.line, other.c.content.is_not(None), before)
        first = select(one.c.number).where(one.c.content.is_not(None), one.c.holder.is_(None), ~waits)
        if lines is not None:
            first = first.where(or_(one.c.line.is_(None), one.c.line.in_(lines)))
        first = first.order_by(one.c.number).limit(max(0, most)).with_for_update(skip_locked=True, of=one)
        claim = update(UPDATES).where(UPDATES.c.number.in_(first), UPDATES.c.holder.is_(None))
        told = (UPDATES.c[name] for name in Claimed._fields)
        rows = self._database.rows(claim.values(holder=self._number, begun=UPDATES.c.begun + 1).returning(*told))
        return sorted(Claimed(**row) for row in rows)

    def _forget(self, number: int) -> None:
        empty = {"content": None, "line": None, "holder": None, "begun": 0}
        self._database.run(update(UPDATES).where(UPDATES.c.number == number).values(empty))

    def _give_back(self, held: ColumnElement[bool]) -> None:
        self._database.run(update(UPDATES).where(UPDATES.c.holder.is_not(None), held).values(holder=None))

    def _again(self, act: Callable[[], T]) -> T:
        for _ in range(_ATTEMPTS - 1):
            try:
                return act()
            except StoreUnavailable as error:
                if not isinstance(error.__cause__, IntegrityError):
                    raise
        return act()


def open_inbox(path: Path | None) -> Inbox:
    """The inbox in a file, or in memory. Raises StoreUnavailable."""
    return inbox_in(inbox_file(path))


def inbox_file(path: Path | None) -> Place:
    """Where an inbox in a file is, or one in memory."""
    return file_place(path, "a power cut", f"The bot's inbox {path}", "make the folder writable, or delete that file.")


def inbox_in(place: Place) -> Inbox:
    """The inbox in any database. Raises StoreUnavailable."""
    return Inbox(Database(place, INBOX))
