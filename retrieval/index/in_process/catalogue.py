"""Articles, passages, what is known of them, and near-duplicates of one version; see `catalogue_file` for what holds them."""

from __future__ import annotations

import json
import sqlite3
import struct
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corpus.article import Article, RecognisedSpan, opening_words
from retrieval.errors import IndexDamaged
from retrieval.index.engine import DuplicateGroup, Headline
from retrieval.index.in_process.catalogue_file import SCHEMA
from retrieval.index.packed_facts import read_article_row, read_passage_row
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts

_BOTH_FILES = """
CREATE TEMP VIEW articles AS
    SELECT * FROM main.articles WHERE number NOT IN (SELECT article FROM changes.gone) UNION ALL SELECT * FROM changes.articles;
CREATE TEMP VIEW passages AS
    SELECT * FROM main.passages WHERE article NOT IN (SELECT article FROM changes.gone) UNION ALL SELECT * FROM changes.passages;
"""
_SELECT = "SELECT id, title, text, publisher, published, url, parks, path, recognised FROM articles "
_SELECT_HEADS = """
SELECT id, title, CASE WHEN coalesce(title, '') = '' THEN substr(text, 1, 80) END, publisher, published, parks FROM articles
ORDER BY published IS NULL, published DESC, id
"""
_COUNT_PARKS = "SELECT parks, count(*) FROM articles GROUP BY parks"
"""A tenth of the time that the headlines take."""
_SELECT_FACTS = """
SELECT article, start, end, passage_facts.text, chinese, sentences, passage_facts.times, periods, context, lead, parks, article_facts.times
FROM {0}.passages AS passages JOIN {0}.passage_facts AS passage_facts USING (position)
JOIN {0}.article_facts AS article_facts USING (article) WHERE position = ? AND article NOT IN (SELECT article FROM changes.gone)
"""
_ARTICLES_IN_MEMORY = 512
_FACTS_IN_MEMORY = 2048
"""Passages whose facts are kept read, some 3 kB each: people ask about the same reports."""


class Catalogue:
    """The catalogue of one version, open for reading; safe to use from several threads. An article in use is one object.

    Whatever reads from it raises IndexDamaged where the disk fails, or the file is no longer what it was.
    """

    def __init__(self, path: Path, changes: Path | None = None) -> None:
        """Open the file, with the one of changes where the version has one. Raises sqlite3.Error when it is no catalogue."""
        self._path = path
        self._connection = sqlite3.connect(_unlocked(path), uri=True, check_same_thread=False)
        self._connection.execute("ATTACH ? AS changes", (_unlocked(changes) if changes else ":memory:",))
        if not changes:
            self._connection.executescript(SCHEMA.replace("CREATE TABLE ", "CREATE TABLE changes."))
        self._connection.executescript(_BOTH_FILES)
        self._lock = threading.RLock()
        self._article = lru_cache(_ARTICLES_IN_MEMORY)(self._read_article)
        self._headlines = lru_cache(1)(self._read_headlines)
        self._counted_parks = lru_cache(1)(self._count_parks)
        self._facts = lru_cache(_FACTS_IN_MEMORY)(self._read_facts)
        self._facts_of_article = lru_cache(_ARTICLES_IN_MEMORY)(read_article_row)
        self._groups = _groups(self._connection, "changes" if changes else "main")
        # Positions are counted from 0: counting the rows of a million passages would take a tenth of a second.
        self._unchanged: int = self._connection.execute("SELECT coalesce(max(position) + 1, 0) FROM main.passages").fetchone()[0]
        self._length: int = self._count() if changes else self._unchanged

    def __len__(self) -> int:
        return self._length

    def passage(self, position: int) -> Passage:
        """The passage at a row. Raises IndexError outside of the rows."""
        with self._reading():
            found = self._connection.execute("SELECT article, start, end FROM passages WHERE position = ?", (position,)).fetchone()
            if found is None:
                raise IndexError(f"no passage at row {position} of {self._length}")
            number, start, end = found
            return Passage(self._article(number), start, end)

    def facts(self, position: int) -> PassageFacts:
        """What is known of the passage at a row. Raises IndexError outside of the rows, and where the version was written without."""
        return self._facts(position)

    def articles(self) -> Iterator[Article]:
        """Every article, ordered by id."""
        with self._reading():
            return iter([_from_row(row) for row in self._connection.execute(_SELECT + "ORDER BY id")])

    def article(self, id: str) -> Article | None:
        """The article with this id; None where there is none."""
        with self._reading():
            found = self._connection.execute("SELECT number FROM articles WHERE id = ?", (id,)).fetchone()
            return self._article(*found) if found else None

    def headlines(self) -> list[Headline]:
        """Every article without its text, the newest first."""
        return list(self._headlines())

    def parks(self) -> Mapping[str, int]:
        """In how many articles each park is, ordered by its name."""
        return self._counted_parks()

    def near_duplicates(self, article: str) -> DuplicateGroup:
        """The group of the article with this id, the preferred one first; its own id alone where it has no near-duplicate."""
        return self._groups.get(article, (article,))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def gone(self) -> list[int]:
        """The positions of the first file that are of no passage any more."""
        with self._reading():
            statement = "SELECT position FROM main.passages WHERE article IN (SELECT article FROM changes.gone) ORDER BY position"
            return [position for (position,) in self._connection.execute(statement)]

    def _count(self) -> int:
        found: int = self._connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return found

    def _count_parks(self) -> Mapping[str, int]:
        counted: Counter[str] = Counter()
        with self._reading():
            for parks, articles in self._connection.execute(_COUNT_PARKS):
                counted.update(dict.fromkeys(_parks(parks), articles))
        return MappingProxyType(dict(sorted(counted.items())))

    def _read_headlines(self) -> list[Headline]:
        with self._reading():
            return list(map(_headline, self._connection.execute(_SELECT_HEADS)))

    def _read_article(self, number: int) -> Article:
        return _from_row(self._connection.execute(_SELECT + "WHERE number = ?", (number,)).fetchone())

    def _read_facts(self, position: int) -> PassageFacts:
        with self._reading():
            statement = _SELECT_FACTS.format("main" if position < self._unchanged else "changes")
            found = self._connection.execute(statement, (position,)).fetchone()
            if found is None:
                raise IndexError(f"no facts of a passage at row {position} of {self._length}")
            number, start, end, *row = found
            passage = Passage(self._article(number), start, end)
            of_passage, of_article = tuple(row[:5]), tuple(row[5:])
            return read_passage_row(passage, self._facts_of_article(of_article), of_passage)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except (sqlite3.Error, struct.error, ValueError, TypeError) as error:
                raise IndexDamaged(f"The index file {self._path} cannot be read ({error}): run `parkqa reindex`.") from error


def _unlocked(path: Path) -> str:
    """The address of a file that never changes: SQLite neither locks it nor looks for a journal beside it."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _groups(connection: sqlite3.Connection, schema: str) -> dict[str, DuplicateGroup]:
    """By article, the group that it belongs to."""
    groups: dict[int, list[str]] = defaultdict(list)
    of_schema = f"SELECT group_number, article FROM {schema}.near_duplicates ORDER BY group_number, place"  # noqa: S608 (a constant)
    for number, article in connection.execute(of_schema):
        groups[number].append(article)
    return {article: group for group in map(tuple, groups.values()) for article in group}


def _from_row(row: tuple[Any, ...]) -> Article:
    id_, title, text, publisher, published, url, parks, path, recognised = row
    return Article(id_, title, text, publisher, _day(published), url, _parks(parks), path, _spans(recognised))


def _headline(row: tuple[Any, ...]) -> Headline:
    id_, title, opening, publisher, published, parks = row
    return Headline(id_, title or opening_words(opening), publisher, _day(published), _parks(parks))


@lru_cache(_ARTICLES_IN_MEMORY)
def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@lru_cache(_ARTICLES_IN_MEMORY)  # most articles are of a park that others are of too, and hold nothing that was recognised
def _parks(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


@lru_cache(_ARTICLES_IN_MEMORY)
def _spans(written: str) -> tuple[RecognisedSpan, ...]:
    return tuple(starmap(RecognisedSpan, json.loads(written)))
