"""Articles, passages, what is known of them, and near-duplicates of one version, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
import struct
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from typing import Any

from corpus.article import Article, RecognisedSpan
from retrieval.errors import IndexDamaged
from retrieval.index.engine import DuplicateGroup, Headline
from retrieval.index.in_process.packed_facts import (
    ARTICLE_COLUMNS,
    PASSAGE_COLUMNS,
    Row,
    article_row,
    passage_row,
    read_article_row,
    read_passage_row,
)
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts

_SCHEMA = f"""
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, text TEXT NOT NULL,
    publisher TEXT, published TEXT, url TEXT, parks TEXT NOT NULL, path TEXT NOT NULL,
    recognised TEXT NOT NULL
) STRICT;
CREATE TABLE passages (position INTEGER PRIMARY KEY, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
CREATE TABLE article_facts (article INTEGER PRIMARY KEY, {ARTICLE_COLUMNS}) STRICT;
CREATE TABLE passage_facts (position INTEGER PRIMARY KEY, {PASSAGE_COLUMNS}) STRICT;
CREATE TABLE near_duplicates (
    group_number INTEGER, place INTEGER, article TEXT NOT NULL UNIQUE, PRIMARY KEY (group_number, place)
) STRICT, WITHOUT ROWID;
"""
_SELECT = "SELECT id, title, text, publisher, published, url, parks, path, recognised FROM articles "
_SELECT_HEADS = (
    "SELECT id, title, substr(text, 1, 80), publisher, published, url, parks, path, '[]' FROM articles "
    "ORDER BY published IS NULL, published DESC, id"
)
_SELECT_FACTS = (
    "SELECT article, start, end, passage_facts.text, chinese, sentences, passage_facts.times, periods, "
    "context, lead, parks, article_facts.times "
    "FROM passages JOIN passage_facts USING (position) JOIN article_facts USING (article) WHERE position = ?"
)
_SELECT_GROUPS = "SELECT group_number, article FROM near_duplicates ORDER BY group_number, place"
_ARTICLES_IN_MEMORY = 512
_FACTS_IN_MEMORY = 2048
"""Passages whose facts are kept read, some 3 kB each: people ask about the same reports."""


def write_catalogue(
    path: Path, passages: Sequence[Passage], *, near_duplicates: Sequence[DuplicateGroup] = (), facts: Iterable[PassageFacts] | None = None
) -> int:
    """Write the passages in order, their articles once each, what is known of them, and the near-duplicates; returns how many articles.

    `facts` is consumed once. Raises sqlite3.Error, and ValueError where there are not as many facts as passages.
    """
    articles: dict[str, Article] = {}
    for passage in passages:
        articles.setdefault(passage.article.id, passage.article)
    numbers = {id_: number for number, id_ in enumerate(articles)}
    rows = ((position, numbers[passage.article.id], passage.start, passage.end) for position, passage in enumerate(passages))
    with closing(sqlite3.connect(path)) as connection:
        # A file that a crash spoils is never published, so it needs no journal.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        with connection:
            connection.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((numbers[article.id], *_to_row(article)) for article in articles.values()),
            )
            connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
            connection.executemany(
                "INSERT INTO near_duplicates VALUES (?, ?, ?)",
                ((number, place, id_) for number, group in enumerate(near_duplicates) for place, id_ in enumerate(group)),
            )
            if facts is not None and (known := _write_facts(connection, facts, numbers)) != len(passages):
                raise ValueError(f"{len(passages)} passages and the facts of {known} do not belong together")
    return len(articles)


def _write_facts(connection: sqlite3.Connection, facts: Iterable[PassageFacts], numbers: Mapping[str, int]) -> int:
    """Write the facts of passages, and of their articles once each; returns of how many passages."""
    of_articles: dict[int, ArticleFacts] = {}

    def rows() -> Iterator[Row]:
        for position, each in enumerate(facts):
            of_articles.setdefault(numbers[each.passage.article.id], each.article)
            yield position, *passage_row(each)

    written = connection.executemany("INSERT INTO passage_facts VALUES (?, ?, ?, ?, ?, ?)", rows()).rowcount
    article_rows = ((number, *article_row(each)) for number, each in of_articles.items())
    connection.executemany("INSERT INTO article_facts VALUES (?, ?, ?, ?, ?)", article_rows)
    return written


class Catalogue:
    """The catalogue of one version, open for reading; safe to use from several threads. An article in use is one object.

    Whatever reads from it raises IndexDamaged where the disk fails, or the file is no longer what it was.
    """

    def __init__(self, path: Path) -> None:
        """Open the file. Raises sqlite3.Error when it is no catalogue."""
        self._path = path
        # immutable: SQLite neither locks the file nor looks for a journal beside it
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.RLock()
        self._article = lru_cache(_ARTICLES_IN_MEMORY)(self._read_article)
        self._facts = lru_cache(_FACTS_IN_MEMORY)(self._read_facts)
        self._groups = _groups(self._connection)
        self._length: int = self._connection.execute("SELECT count(*) FROM passages").fetchone()[0]

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
        with self._reading():
            heads = [_from_row(row) for row in self._connection.execute(_SELECT_HEADS)]
        return [Headline(head.id, head.heading, head.publisher, head.published, head.parks) for head in heads]

    def near_duplicates(self, article: str) -> DuplicateGroup:
        """The group of the article with this id, the preferred one first; its own id alone where it has no near-duplicate."""
        return self._groups.get(article, (article,))

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _read_article(self, number: int) -> Article:
        return _from_row(self._connection.execute(_SELECT + "WHERE number = ?", (number,)).fetchone())

    def _read_facts(self, position: int) -> PassageFacts:
        with self._reading():
            found = self._connection.execute(_SELECT_FACTS, (position,)).fetchone()
            if found is None:
                raise IndexError(f"no facts of a passage at row {position} of {self._length}")
            number, start, end, *row = found
            passage = Passage(self._article(number), start, end)
            of_passage, of_article = tuple(row[:5]), tuple(row[5:])
            return read_passage_row(passage, read_article_row(of_article), of_passage)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except (sqlite3.Error, struct.error, ValueError, TypeError) as error:
                raise IndexDamaged(f"The index file {self._path} cannot be read ({error}): run `parkqa reindex`.") from error


def _groups(connection: sqlite3.Connection) -> dict[str, DuplicateGroup]:
    """By article, the group that it belongs to."""
    groups: dict[int, list[str]] = defaultdict(list)
    for number, article in connection.execute(_SELECT_GROUPS):
        groups[number].append(article)
    return {article: group for group in map(tuple, groups.values()) for article in group}


def _to_row(article: Article) -> tuple[str | None, ...]:
    published = article.published.isoformat() if article.published else None
    parks = json.dumps(article.parks, ensure_ascii=False)
    recognised = json.dumps(article.recognised)
    return article.id, article.title, article.text, article.publisher, published, article.url, parks, article.path, recognised


def _from_row(row: tuple[Any, ...]) -> Article:
    id_, title, text, publisher, published, url, parks, path, recognised = row
    day = date.fromisoformat(published) if published else None
    spans = tuple(starmap(RecognisedSpan, json.loads(recognised)))
    return Article(id_, title, text, publisher, day, url, tuple(json.loads(parks)), path, spans)
