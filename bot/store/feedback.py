"""What people thought of answers: one opinion of each person on each answer, the latest."""

from __future__ import annotations

import time
from typing import NamedTuple

from bot.store.answers import FORGET_SECONDS
from bot.store.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    token TEXT, person INTEGER, good INTEGER NOT NULL, question TEXT NOT NULL, asked_on TEXT NOT NULL, article TEXT, quote TEXT,
    given_at REAL NOT NULL, PRIMARY KEY (token, person)
) STRICT, WITHOUT ROWID;
"""


class Opinion(NamedTuple):
    """An opinion on the first quote of an answer."""

    token: str
    person: int
    good: bool
    question: str
    asked_on: str
    article: str | None
    quote: str | None
    """The sentence of the quote that answers."""
    given_at: float
    """Seconds since 1970."""


class Feedback:
    """The table of opinions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def give(self, opinion: Opinion) -> None:
        """Keep an opinion; it replaces the person's earlier one on the same answer."""
        self._database.run("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)", opinion)

    def given(self, token: str, person: int) -> bool | None:
        """Whether a person found an answer good; None where they have not said."""
        row = self._database.row("SELECT good FROM feedback WHERE token = ? AND person = ?", (token, person))
        return bool(row["good"]) if row else None

    def prune(self) -> None:
        """Forget opinions that are as old as answers become."""
        self._database.run("DELETE FROM feedback WHERE given_at < ?", (time.time() - FORGET_SECONDS,))

    def forget(self, person: int) -> None:
        """Delete what a person thought."""
        self._database.run("DELETE FROM feedback WHERE person = ?", (person,))

    def all(self) -> list[Opinion]:
        """Every opinion, the oldest first."""
        rows = self._database.rows("SELECT * FROM feedback ORDER BY given_at, token, person")
        return [Opinion(**{**row, "good": bool(row["good"])}) for row in rows]
