"""Which articles are no news any more, and the quotes that wait to be sent to those who follow.

That an article was seen and what was found in it are written down together: whatever ends the process, an article is looked at once, and
what was found in it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.store.answers import KeptQuote, kept_from_json, kept_to_json
from bot.store.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS seen_articles (id TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seen_articles_by_content ON seen_articles (content);
CREATE TABLE IF NOT EXISTS pushes (
    number INTEGER PRIMARY KEY, follow INTEGER NOT NULL REFERENCES follows (number) ON DELETE CASCADE, story TEXT NOT NULL,
    quote TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, UNIQUE (follow, story)
) STRICT;
"""


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
        return {row["id"] for row in self._database.rows("SELECT id FROM seen_articles")}

    def has_content(self, content: bytes) -> bool:
        """Whether an article with these words was seen."""
        return self._database.row("SELECT 1 FROM seen_articles WHERE content = ? LIMIT 1", (content,)) is not None

    def settle(self, seen: Iterable[SeenArticle], found: Iterable[tuple[int, Find]]) -> None:
        """These articles are no news from now on, and this was found in them, each for a follow; all of it or, with an error, nothing."""
        insert = "INSERT OR IGNORE INTO pushes (follow, story, quote) SELECT number, ?, ? FROM follows WHERE number = ?"
        with self._database.transaction():
            for follow, find in found:
                self._database.run(insert, (find.preferred, json.dumps(kept_to_json(find.quote), ensure_ascii=False), follow))
            for article in seen:
                self._database.run("INSERT OR REPLACE INTO seen_articles VALUES (?, ?)", article)

    def waiting_places(self) -> list[tuple[int, int | None]]:
        """The chats, with the topic of each, that something waits for."""
        rows = self._database.rows(
            "SELECT DISTINCT chat, thread FROM follows WHERE number IN (SELECT follow FROM pushes) ORDER BY chat, thread"
        )
        return [(row["chat"], row["thread"]) for row in rows]

    def waiting_for(self, chat: int, thread: int | None) -> list[Push]:
        """What waits to be sent to a chat, the oldest first."""
        waiting = "SELECT * FROM pushes WHERE follow IN (SELECT number FROM follows WHERE chat = ? AND thread IS ?) ORDER BY number"
        rows = self._database.rows(waiting, (chat, thread))
        return [Push(row["number"], row["follow"], kept_from_json(json.loads(row["quote"])), row["attempts"]) for row in rows]

    def begin(self, numbers: Sequence[int]) -> None:
        """Sending begins: should it never be heard of again, it is tried a second time and no third."""
        self._database.run(
            "UPDATE pushes SET attempts = attempts + 1 WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
        )

    def put_back(self, numbers: Sequence[int]) -> None:
        """Sending certainly did not happen, and will be tried again as if it had not been begun."""
        self._database.run(
            "UPDATE pushes SET attempts = attempts - 1 WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
        )

    def done(self, numbers: Sequence[int]) -> None:
        """They were sent, or will never be."""
        self._database.run("DELETE FROM pushes WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(numbers),))
