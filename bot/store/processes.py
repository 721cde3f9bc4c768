"""Which processes work on a shared database, and which of them have died.

Each counts up its beats, once a second. Whoever sees them stand still for long enough takes that process for dead. What counts is how long
one has looked on oneself: neither clocks that differ nor a database that was away for a while make anybody seem dead.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Table, delete, insert, select, update

from bot.store.database import TABLES, Database

PROCESSES = Table("processes", TABLES, Column("number", BigInteger, primary_key=True), Column("beats", BigInteger))

BEAT_SECONDS = 1.0
"""How often to look around."""
DEAD_SECONDS = 15.0
"""How long the beats of a process that lives may stay away."""
BLIND_SECONDS = 5.0
"""After a longer pause between two looks, what was seen before says nothing."""


class _Seen(NamedTuple):
    beats: int
    since: float


class Processes:
    """The table of processes, with this one in it. Every method raises StoreUnavailable."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._seen: dict[int, _Seen] = {}
        self._looked = clock()
        self.number = self._join()
        """Of this process; another one whenever the others have taken it for dead."""
        self.is_eldest = False
        """Whether it has lived longest, as far as is known."""

    def look(self) -> set[int]:
        """Show that this process lives; the numbers of those that have died."""
        beat = update(PROCESSES).where(PROCESSES.c.number == self.number).values(beats=PROCESSES.c.beats + 1)
        if not self._database.run(beat):
            self.number = self._join()
        rows = self._database.rows(select(PROCESSES).where(PROCESSES.c.number != self.number))
        beats = {row["number"]: row["beats"] for row in rows}
        self.is_eldest = all(self.number < number for number in beats)
        now = self._clock()
        if now - self._looked > BLIND_SECONDS:
            self._seen.clear()
        self._looked = now
        self._seen = {number: self._since(number, count, now) for number, count in beats.items()}
        return {number for number, seen in self._seen.items() if now - seen.since > DEAD_SECONDS}

    def bury(self, numbers: Collection[int]) -> None:
        """Forget processes that have ended."""
        self._database.run(delete(PROCESSES).where(PROCESSES.c.number.in_(numbers)))

    def _join(self) -> int:
        (row,) = self._database.rows(insert(PROCESSES).values(beats=0).returning(PROCESSES.c.number))
        return int(row["number"])

    def _since(self, number: int, beats: int, now: float) -> _Seen:
        known = self._seen.get(number)
        return known if known and known.beats == beats else _Seen(beats, now)
