"""What admins did, and what others tried that is for admins only."""

from __future__ import annotations

import time
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Double, Table, delete, insert, select

from bot.store.database import TABLES, Database
from bot.store.kept_text import KeptText

AUDIT = Table(
    "audit",
    TABLES,
    Column("at", Double),
    Column("person", BigInteger),
    Column("chat", BigInteger),
    Column("action", KeptText),
    Column("outcome", KeptText),
)
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
        self._database.run(insert(AUDIT).values(line._asdict()))

    def prune(self) -> None:
        """Forget lines that are older than a year or so: whoever is refused can add any number of them."""
        self._database.run(delete(AUDIT).where(AUDIT.c.at < time.time() - FORGET_SECONDS))

    def all(self) -> list[AuditLine]:
        """Every line, the oldest first."""
        return [AuditLine(**row) for row in self._database.rows(select(AUDIT).order_by(AUDIT.c.at))]
