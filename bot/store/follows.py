"""What chats follow, and the hours in which they want to be left alone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Double, Table, delete, select, update

from bot.settings.language import Language
from bot.store.database import TABLES, Database, Row
from bot.store.kept_text import KeptText

FOLLOWS = Table(
    "follows",
    TABLES,
    Column("number", BigInteger, primary_key=True),
    Column("chat", BigInteger),
    Column("thread", BigInteger),
    *(Column(name, KeptText) for name in ("subject", "parks", "language")),
    Column("created_at", Double),
)
QUIET_HOURS = Table(
    "quiet_hours", TABLES, Column("chat", BigInteger, primary_key=True), Column("first", BigInteger), Column("last", BigInteger)
)


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
        follow = {
            "chat": chat,
            "thread": thread,
            "subject": subject.text,
            "parks": json.dumps(subject.parks, ensure_ascii=False),
            "language": language,
            "created_at": self._clock(),
        }
        return self._database.add(FOLLOWS, follow)

    def remove(self, chat: int, number: int) -> None:
        """Stop following; what was found for it and not yet sent is dropped."""
        self._database.run(delete(FOLLOWS).where(FOLLOWS.c.chat == chat, FOLLOWS.c.number == number))

    def get(self, chat: int, text: str) -> Follow | None:
        """The chat's follow of a subject."""
        row = self._database.row(select(FOLLOWS).where(FOLLOWS.c.chat == chat, FOLLOWS.c.subject == text))
        return _follow(row) if row else None

    def of_chat(self, chat: int) -> list[Follow]:
        """Everything that a chat follows, in the order in which it began to."""
        query = select(FOLLOWS).where(FOLLOWS.c.chat == chat).order_by(FOLLOWS.c.number)
        return list(map(_follow, self._database.rows(query)))

    def numbered(self, numbers: Sequence[int]) -> list[Follow]:
        """Those of the follows that are still there, in order."""
        query = select(FOLLOWS).where(FOLLOWS.c.number.in_(numbers)).order_by(FOLLOWS.c.number)
        return list(map(_follow, self._database.rows(query)))

    def by_subject(self) -> dict[Subject, list[int]]:
        """Every subject that anyone follows, with the numbers of its follows."""
        found: dict[Subject, list[int]] = {}
        for row in self._database.rows(select(FOLLOWS).order_by(FOLLOWS.c.number)):
            found.setdefault(_subject(row), []).append(row["number"])
        return found

    def quiet_hours(self, chat: int) -> tuple[int, int] | None:
        """The hour in which quiet begins and the one in which it ends; None where the chat has chosen none."""
        row = self._database.row(select(QUIET_HOURS).where(QUIET_HOURS.c.chat == chat))
        return (row["first"], row["last"]) if row else None

    def set_quiet_hours(self, chat: int, first: int, last: int) -> None:
        """Choose when to be left alone: never where both hours are the same."""
        self._database.put(QUIET_HOURS, {"chat": chat, "first": first, "last": last})

    def forget_chat(self, chat: int) -> None:
        """The chat is closed to the bot."""
        with self._database.transaction():
            self._database.run(delete(FOLLOWS).where(FOLLOWS.c.chat == chat))
            self._database.run(delete(QUIET_HOURS).where(QUIET_HOURS.c.chat == chat))

    def move_chat(self, old: int, new: int) -> None:
        """A group has become a supergroup with another number; it had no topics before."""
        with self._database.transaction():
            there = select(FOLLOWS.c.subject).where(FOLLOWS.c.chat == new)
            self._database.run(delete(FOLLOWS).where(FOLLOWS.c.chat == old, FOLLOWS.c.subject.in_(there)))
            self._database.run(update(FOLLOWS).where(FOLLOWS.c.chat == old).values(chat=new))
            if hours := self.quiet_hours(old):
                self.set_quiet_hours(new, *hours)
                self._database.run(delete(QUIET_HOURS).where(QUIET_HOURS.c.chat == old))


def _subject(row: Row) -> Subject:
    return Subject(row["subject"], tuple(json.loads(row["parks"])))


def _follow(row: Row) -> Follow:
    return Follow(row["number"], row["chat"], row["thread"], _subject(row), row["language"])
