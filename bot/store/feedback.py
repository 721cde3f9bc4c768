"""What people thought of answers: one opinion of each person on each answer, the latest."""

from __future__ import annotations

import time
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Double, Table, delete, select

from bot.store.answers import FORGET_SECONDS
from bot.store.database import TABLES, Database
from bot.store.kept_text import KeptText

FEEDBACK = Table(
    "feedback",
    TABLES,
    Column("token", KeptText, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("good", BigInteger),
    *(Column(name, KeptText) for name in ("question", "asked_on", "article", "quote")),
    Column("given_at", Double),
)


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
        self._database.put(FEEDBACK, opinion._asdict() | {"good": int(opinion.good)})

    def given(self, token: str, person: int) -> bool | None:
        """Whether a person found an answer good; None where they have not said."""
        row = self._database.row(select(FEEDBACK.c.good).where(FEEDBACK.c.token == token, FEEDBACK.c.person == person))
        return bool(row["good"]) if row else None

    def prune(self) -> None:
        """Forget opinions that are as old as answers become."""
        self._database.run(delete(FEEDBACK).where(FEEDBACK.c.given_at < time.time() - FORGET_SECONDS))

    def forget(self, person: int) -> None:
        """Delete what a person thought."""
        self._database.run(delete(FEEDBACK).where(FEEDBACK.c.person == person))

    def all(self) -> list[Opinion]:
        """Every opinion, the oldest first."""
        rows = self._database.rows(select(FEEDBACK).order_by(FEEDBACK.c.given_at, FEEDBACK.c.token, FEEDBACK.c.person))
        return [Opinion(**{**row, "good": bool(row["good"])}) for row in rows]
