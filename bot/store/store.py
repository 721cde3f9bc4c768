"""Everything that the bot remembers, put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from bot.store.answers import Answers
from bot.store.audit import Audit
from bot.store.database import Database, Place
from bot.store.feedback import Feedback
from bot.store.follows import Follows
from bot.store.pushes import Pushes
from bot.store.reindexes import Reindexes
from bot.store.sqlite_file import file_place
from bot.store.store_migrations import STORE
from bot.store.topics import Topics
from bot.store.uploads import Uploads


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one database."""

    database: Database
    answers: Answers
    topics: Topics
    feedback: Feedback
    follows: Follows
    pushes: Pushes
    uploads: Uploads
    reindexes: Reindexes
    audit: Audit

    def prune(self) -> None:
        """Forget what has been kept for long enough. Raises StoreUnavailable."""
        self.answers.prune()
        self.topics.prune()
        self.feedback.prune()
        self.uploads.prune()
        self.reindexes.prune()
        self.audit.prune()

    def forget(self, person: int, private_chat: int | None) -> None:
        """Forget what a person asked and thought, wherever it was, and what is followed in their private chat. Raises StoreUnavailable."""
        with self.database.transaction():
            self.answers.forget(person)
            self.topics.forget_person(person)
            self.feedback.forget(person)
        if private_chat is not None:
            self.follows.forget_chat(private_chat)


def open_store(path: Path | None) -> Store:
    """Open the store in a file, or one in memory. Raises StoreUnavailable."""
    return store_in(store_file(path))


def store_file(path: Path | None) -> Place:
    """Where a store in a file is, or one in memory."""
    return file_place(path, "a killed process", f"The bot's memory {path}", "move it away, or set bot.store.")


def store_in(place: Place, fill: Callable[[Connection], None] | None = None) -> Store:
    """Open the store in any database; `fill` gets it when its tables have just been made. Raises StoreUnavailable."""
    database = Database(place, STORE, fill)
    return Store(
        database,
        answers=Answers(database),
        topics=Topics(database),
        feedback=Feedback(database),
        follows=Follows(database),
        pushes=Pushes(database),
        uploads=Uploads(database),
        reindexes=Reindexes(database),
        audit=Audit(database),
    )
