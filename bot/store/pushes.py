"""Which articles are no news any more, and the quotes that wait to be sent to those who follow.

That an article was seen and what was found in it are written down together: whatever ends the process, an article is looked at once, and
what was found in it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, LargeBinary, Table, delete, select, update

from bot.store.answers import KeptQuote, kept_from_json, kept_to_json
from bot.store.database import TABLES, Database
from bot.store.follows import FOLLOWS
from bot.store.kept_text import KeptText

SEEN_ARTICLES = Table("seen_articles", TABLES, Column("id", KeptText, primary_key=True), Column("content", LargeBinary))
PUSHES = Table(
    "pushes",
    TABLES,
    Column("number", BigInteger, primary_key=True),
    Column("follow", BigInteger),
    Column("story", KeptText),
    Column("quote", KeptText),
    Column("attempts", BigInteger, default=0),
)


class SeenArticle(NamedTuple):
    """An article that is no news any more, by its id and by a digest of its words: files are renamed, and cleaned anew."""

    id: str
    content: bytes


class Find(NamedTuple):
    """A quote for those who follow something."""

    preferred: str
    """Id of the article that stands for the quoted one and its near-duplicates; the column is `story`."""
    quote: KeptQuote


class Push(NamedTuple):
    """A find that waits to be sent."""

    number: int
    follow: int
    quote: KeptQuote
    attempts: int
    """How often sending it was begun."""


class Pushes:
    """The tables of seen articles and of what waits to be sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen_ids(self) -> set[str]:
        """Ids of all articles that are no news."""
        return {row["id"] for row in self._database.rows(select(SEEN_ARTICLES.c.id))}

    def has_content(self, content: bytes) -> bool:
        """Whether an article with these words was seen."""
        return self._database.row(select(SEEN_ARTICLES.c.id).where(SEEN_ARTICLES.c.content == content).limit(1)) is not None

    def settle(self, seen: Iterable[SeenArticle], found: Iterable[tuple[int, Find]]) -> None:
        """These articles are no news from now on, and this was found in them, each for a follow; all of it or, with an error, nothing."""
        with self._database.transaction():
            for follow, find in found:
                quote = json.dumps(kept_to_json(find.quote), ensure_ascii=False)
                if self._database.row(select(FOLLOWS.c.number).where(FOLLOWS.c.number == follow).with_for_update()):
                    self._database.add(PUSHES, {"follow": follow, "story": find.preferred, "quote": quote})
            for article in seen:
                self._database.put(SEEN_ARTICLES, article._asdict())

    def waiting_places(self) -> list[tuple[int, int | None]]:
        """The chats, with the topic of each, that something waits for."""
        places = select(FOLLOWS.c.chat, FOLLOWS.c.thread).distinct().where(FOLLOWS.c.number.in_(select(PUSHES.c.follow)))
        rows = self._database.rows(places.order_by(FOLLOWS.c.chat, FOLLOWS.c.thread.nulls_first()))
        return [(row["chat"], row["thread"]) for row in rows]

    def waiting_for(self, chat: int, thread: int | None) -> list[Push]:
        """What waits to be sent to a chat, the oldest first."""
        there = select(FOLLOWS.c.number).where(FOLLOWS.c.chat == chat, FOLLOWS.c.thread.is_not_distinct_from(thread))
        rows = self._database.rows(select(PUSHES).where(PUSHES.c.follow.in_(there)).order_by(PUSHES.c.number))
        return [Push(row["number"], row["follow"], kept_from_json(json.loads(row["quote"])), row["attempts"]) for row in rows]

    def begin(self, numbers: Sequence[int]) -> None:
        """Sending begins: should it never be heard of again, it is tried a second time and no third."""
        self._database.run(update(PUSHES).where(PUSHES.c.number.in_(numbers)).values(attempts=PUSHES.c.attempts + 1))

    def put_back(self, numbers: Sequence[int]) -> None:
        """Sending certainly did not happen, and will be tried again as if it had not been begun."""
        self._database.run(update(PUSHES).where(PUSHES.c.number.in_(numbers)).values(attempts=PUSHES.c.attempts - 1))

    def done(self, numbers: Sequence[int]) -> None:
        """They were sent, or will never be."""
        self._database.run(delete(PUSHES).where(PUSHES.c.number.in_(numbers)))
