"""What each person in each chat talks about: what a follow-up goes on from, and which answer they have before them."""

from __future__ import annotations

import time
from typing import NamedTuple

from bot.store.answers import KEEP_SECONDS
from bot.store.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS topics (
    chat INTEGER, person INTEGER, question TEXT NOT NULL, found INTEGER NOT NULL, open INTEGER NOT NULL DEFAULT 0, answer TEXT,
    seen INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL DEFAULT 0, PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
"""
NOBODY = 0
"""Stands for whoever has no number of their own: channels and anonymous admins."""


class Topic(NamedTuple):
    """A question that the next message may go on from."""

    question: str
    """With everything that was carried over: what was asked, not what was typed."""
    found: bool
    open: bool = False
    """Whether it lacks what it asks for, or of whom, and has not been answered: 那2022年呢 as a first message."""
    answer: str | None = None
    """Token of the answer shown last."""
    seen: int = 0
    """How many of its quotes have been shown."""


class Topics:
    """The table of latest questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, chat: int, person: int | None, topic: Topic) -> None:
        """What somebody in a chat asked last."""
        self._database.run(
            "INSERT OR REPLACE INTO topics (chat, person, question, found, open, answer, seen, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (chat, person or NOBODY, topic.question, int(topic.found), int(topic.open), topic.answer, topic.seen, time.time()),
        )

    def get(self, chat: int, person: int | None) -> Topic | None:
        """What they asked last; None where there is nothing, or it was forgotten."""
        query = "SELECT question, found, open, answer, seen FROM topics WHERE chat = ? AND person = ?"
        row = self._database.row(query, (chat, person or NOBODY))
        return Topic(**{**row, "found": bool(row["found"]), "open": bool(row["open"])}) if row else None

    def saw(self, chat: int, person: int | None, answer: str, seen: int) -> None:
        """So many quotes of an answer have been shown; nothing to note where it is not their last one."""
        values = (seen, chat, person or NOBODY, answer)
        self._database.run("UPDATE topics SET seen = ? WHERE chat = ? AND person = ? AND answer = ?", values)

    def prune(self) -> None:
        """Forget what nobody will go on from: its answer has expired long ago."""
        self._database.run("DELETE FROM topics WHERE at < ?", (time.time() - KEEP_SECONDS,))

    def forget_person(self, person: int) -> None:
        """Forget what somebody asked last, in every chat."""
        self._database.run("DELETE FROM topics WHERE person = ?", (person,))

    def forget(self, chat: int, person: int | None) -> None:
        """Start afresh."""
        self._database.run("DELETE FROM topics WHERE chat = ? AND person = ?", (chat, person or NOBODY))
