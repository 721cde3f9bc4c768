"""Everything that the bot remembers, put together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.store import answers, feedback, follows, pushes, topics
from bot.store.answers import Answers
from bot.store.database import Database
from bot.store.feedback import Feedback
from bot.store.follows import Follows
from bot.store.pushes import Pushes
from bot.store.topics import Topics


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one database."""

    database: Database
    answers: Answers
    topics: Topics
    feedback: Feedback
    follows: Follows
    pushes: Pushes


def open_store(path: Path | None) -> Store:
    """Open the store in a file, or one in memory. Raises StoreUnavailable."""
    database = Database(path or ":memory:", [module.SCHEMA for module in (answers, topics, feedback, follows, pushes)])
    return Store(database, Answers(database), Topics(database), Feedback(database), Follows(database), Pushes(database))
