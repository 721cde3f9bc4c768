"""What chats follow, and the hours in which they want to be left alone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.settings.language import Language
from bot.store.database import Database, Row

SCHEMA = """
CREATE TABLE IF NOT EXISTS follows (
    number INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, thread INTEGER, subject TEXT NOT NULL, parks TEXT NOT NULL,
    language TEXT NOT NULL, created_at REAL NOT NULL, UNIQUE (chat, subject)
) STRICT;
CREATE TABLE IF NOT EXISTS quiet_hours (chat INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
"""
"""The number of a follow that is gone is never given to another one: buttons of old messages name it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed: every new article about one of the parks, or, where there are none, an answer to a question."""

    text: str
    parks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Follow:
    """A subject that a chat follows."""

    number: int
    chat: int
    thread: int | None
    """The topic of the group where it was asked for."""
    subject: Subject
    language: Language
    """Of whoever asked for it."""


class Follows:
    """The tables of follows and of quiet hours."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def add(self, chat: int, thread: int | None, subject: Subject, language: Language) -> bool:
        """Follow a subject; returns whether the chat did not yet."""
        parks = json.dumps(subject.parks, ensure_ascii=False)
        values = (chat, thread, subject.text, parks, language, self._clock())
        insert = "INSERT OR IGNORE INTO follows (chat, thread, subject, parks, language, created_at) VALUES (?, ?, ?, ?, ?, ?)"
        return self._database.run(insert, values) > 0

    def remove(self, chat: int, number: int) -> None:
        """Stop following; what was found for it and not yet sent is dropped."""
        self._database.run("DELETE FROM follows WHERE chat = ? AND number = ?", (chat, number))

    def get(self, chat: int, text: str) -> Follow | None:
        """The chat's follow of a subject."""
        row = self._database.row("SELECT * FROM follows WHERE chat = ? AND subject = ?", (chat, text))
        return _follow(row) if row else None

    def of_chat(self, chat: int) -> list[Follow]:
        """Everything that a chat follows, in the order in which it began to."""
        return list(map(_follow, self._database.rows("SELECT * FROM follows WHERE chat = ? ORDER BY number", (chat,))))

    def numbered(self, numbers: Sequence[int]) -> list[Follow]:
        """Those of the follows that are still there, in order."""
        found = "SELECT * FROM follows WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
        return list(map(_follow, self._database.rows(found, (json.dumps(numbers),))))

    def by_subject(self) -> dict[Subject, list[int]]:
        """Every subject that anyone follows, with the numbers of its follows."""
        found: dict[Subject, list[int]] = {}
        for row in self._database.rows("SELECT number, subject, parks FROM follows ORDER BY number"):
            found.setdefault(_subject(row), []).append(row["number"])
        return found

    def quiet_hours(self, chat: int) -> tuple[int, int] | None:
        """The hour in which quiet begins and the one in which it ends; None where the chat has chosen none."""
        row = self._database.row("SELECT first, last FROM quiet_hours WHERE chat = ?", (chat,))
        return (row["first"], row["last"]) if row else None

    def set_quiet_hours(self, chat: int, first: int, last: int) -> None:
        """Choose when to be left alone: never where both hours are the same."""
        self._database.run("INSERT OR REPLACE INTO quiet_hours VALUES (?, ?, ?)", (chat, first, last))

    def forget_chat(self, chat: int) -> None:
        """The chat is closed to the bot."""
        with self._database.transaction():
            self._database.run("DELETE FROM follows WHERE chat = ?", (chat,))
            self._database.run("DELETE FROM quiet_hours WHERE chat = ?", (chat,))

    def move_chat(self, old: int, new: int) -> None:
        """A group has become a supergroup with another number; it had no topics before."""
        with self._database.transaction():
            self._database.run("UPDATE OR IGNORE follows SET chat = ? WHERE chat = ?", (new, old))
            self._database.run("DELETE FROM follows WHERE chat = ?", (old,))
            self._database.run("UPDATE OR REPLACE quiet_hours SET chat = ? WHERE chat = ?", (new, old))


def _subject(row: Row) -> Subject:
    return Subject(row["subject"], tuple(json.loads(row["parks"])))


def _follow(row: Row) -> Follow:
    return Follow(row["number"], row["chat"], row["thread"], _subject(row), row["language"])
