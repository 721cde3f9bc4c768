"""What admins did, and what others tried that is for admins only."""

from __future__ import annotations

import time
from typing import NamedTuple

from bot.store.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS audit (
    at REAL NOT NULL, person INTEGER, chat INTEGER NOT NULL, action TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_by_time ON audit (at);
"""
FORGET_SECONDS = 400 * 86_400


class AuditLine(NamedTuple):
    """Who did what, and what came of it."""

    at: float
    """Seconds since 1970."""
    person: int | None
    chat: int
    action: str
    outcome: str


class Audit:
    """The table of audit lines; none is ever changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, line: AuditLine) -> None:
        """Keep a line. Raises StoreUnavailable."""
        self._database.run("INSERT INTO audit VALUES (?, ?, ?, ?, ?)", line)

    def prune(self) -> None:
        """Forget lines that are older than a year or so: whoever is refused can add any number of them."""
        self._database.run("DELETE FROM audit WHERE at < ?", (time.time() - FORGET_SECONDS,))

    def all(self) -> list[AuditLine]:
        """Every line, the oldest first."""
        return [AuditLine(*row) for row in self._database.rows("SELECT * FROM audit ORDER BY at, rowid")]
