"""What each person in each chat asked last: what a follow-up refers to."""

from __future__ import annotations

from typing import NamedTuple

from bot.store.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS topics (
    chat INTEGER, person INTEGER, question TEXT NOT NULL, found INTEGER NOT NULL, PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
"""
NOBODY = 0
"""Stands for whoever has no number of their own: channels and anonymous admins."""


class Topic(NamedTuple):
    """A question, and whether an answer was found."""

    question: str
    found: bool


class Topics:
    """The table of latest questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, chat: int, person: int | None, topic: Topic) -> None:
        """What somebody in a chat asked last."""
        self._database.run("INSERT OR REPLACE INTO topics VALUES (?, ?, ?, ?)", (chat, person or NOBODY, topic.question, int(topic.found)))

    def get(self, chat: int, person: int | None) -> Topic | None:
        """What they asked last; None where there is nothing, or it was forgotten."""
        row = self._database.row("SELECT question, found FROM topics WHERE chat = ? AND person = ?", (chat, person or NOBODY))
        return Topic(row["question"], bool(row["found"])) if row else None

    def forget(self, chat: int, person: int | None) -> None:
        """Start afresh."""
        self._database.run("DELETE FROM topics WHERE chat = ? AND person = ?", (chat, person or NOBODY))
