"""What each person in each chat talks about: what a follow-up goes on from, and which answer they have before them."""

from __future__ import annotations

import time
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, ColumnElement, Double, Table, and_, delete, select, update

from bot.store.answers import KEEP_SECONDS
from bot.store.database import TABLES, Database
from bot.store.kept_text import KeptText

TOPICS = Table(
    "topics",
    TABLES,
    Column("chat", BigInteger, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("question", KeptText),
    Column("found", BigInteger),
    Column("open", BigInteger),
    Column("answer", KeptText),
    Column("seen", BigInteger),
    Column("at", Double),
)
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
        key = {"chat": chat, "person": person or NOBODY}
        flags = {"found": int(topic.found), "open": int(topic.open)}
        self._database.put(TOPICS, key | topic._asdict() | flags | {"at": time.time()})

    def get(self, chat: int, person: int | None) -> Topic | None:
        """What they asked last; None where there is nothing, or it was forgotten."""
        row = self._database.row(select(*(TOPICS.c[name] for name in Topic._fields)).where(_of(chat, person)))
        return Topic(**{**row, "found": bool(row["found"]), "open": bool(row["open"])}) if row else None

    def saw(self, chat: int, person: int | None, answer: str, seen: int) -> None:
        """So many quotes of an answer have been shown; nothing to note where it is not their last one."""
        self._database.run(update(TOPICS).where(_of(chat, person), TOPICS.c.answer == answer).values(seen=seen))

    def prune(self) -> None:
        """Forget what nobody will go on from: its answer has expired long ago."""
        self._database.run(delete(TOPICS).where(TOPICS.c.at < time.time() - KEEP_SECONDS))

    def forget_person(self, person: int) -> None:
        """Forget what somebody asked last, in every chat."""
        self._database.run(delete(TOPICS).where(TOPICS.c.person == person))

    def forget(self, chat: int, person: int | None) -> None:
        """Start afresh."""
        self._database.run(delete(TOPICS).where(_of(chat, person)))


def _of(chat: int, person: int | None) -> ColumnElement[bool]:
    return and_(TOPICS.c.chat == chat, TOPICS.c.person == (person or NOBODY))
