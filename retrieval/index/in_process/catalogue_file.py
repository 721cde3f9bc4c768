"""The file that a catalogue is: articles, passages, what is known of them, and near-duplicates, in SQLite.

A version that differs little from an earlier one has the earlier one's file and, beside it, one of changes in the same tables: the articles
that came since, under positions and numbers that follow those of the first file, and in `gone` the numbers of its articles that do not
count any more. Near-duplicates are those of the file of changes alone.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from corpus.article import Article
from retrieval.index.engine import DuplicateGroup
from retrieval.index.packed_facts import ARTICLE_COLUMNS, PASSAGE_COLUMNS, Row, article_row, passage_row
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts

SCHEMA = f"""
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
CREATE TABLE gone (article INTEGER PRIMARY KEY) STRICT;
"""
_UNGUARDED = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""A file that a crash spoils is never published, so it needs no journal."""


class Amended(NamedTuple):
    """What the catalogue of an amended version says that the other parts have to follow."""

    first: int
    """Position of the first of its new passages; the others follow."""
    gone: Sequence[int]
    """Positions that are of no passage any more."""
    articles: int
    passages: int
    """How many it holds now."""


def write_catalogue(
    path: Path, passages: Sequence[Passage], *, near_duplicates: Sequence[DuplicateGroup] = (), facts: Iterable[PassageFacts] | None = None
) -> int:
    """Write the passages in order, their articles once each, what is known of them, and the near-duplicates; returns how many articles.

    `facts` is consumed once. Raises sqlite3.Error, and ValueError where there are not as many facts as passages.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_UNGUARDED + SCHEMA)
        with connection:
            _insert_groups(connection, near_duplicates)
            return _insert(connection, passages, facts, position=0, number=0)


def amend_catalogue(
    path: Path,
    whole: Path,
    before: Path,
    removed: Collection[str],
    passages: Sequence[Passage],
    *,
    near_duplicates: Sequence[DuplicateGroup],
    facts: Iterable[PassageFacts] | None,
) -> Amended:
    """Write the changes of a version whose first file is `whole`.

    They are those of the file `before`, where there is one, less the articles with the ids `removed`, and the articles of `passages`, of
    which none may be left. Raises like `write_catalogue`.
    """
    if before.exists():
        shutil.copyfile(before, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_UNGUARDED + ("" if before.exists() else SCHEMA))
        connection.execute("ATTACH ? AS whole", (str(whole),))
        with connection:
            gone = _remove(connection, removed)
            connection.execute("DELETE FROM near_duplicates")
            _insert_groups(connection, near_duplicates)
            first, number = (_after_last(connection, table, column) for table, column in (("passages", "position"), ("articles", "number")))
            _insert(connection, passages, facts, first, number)
        articles = _count(connection, "whole.articles") - _count(connection, "gone") + _count(connection, "articles")
        left = "whole.passages WHERE article NOT IN (SELECT article FROM gone)"
        return Amended(first, gone, articles, _count(connection, left) + _count(connection, "passages"))


def _remove(connection: sqlite3.Connection, removed: Collection[str]) -> list[int]:
    """Leave out the articles with these ids; returns the positions of their passages."""
    of_whole, of_changes = (_numbers(connection, schema, removed) for schema in ("whole", "main"))
    gone = _positions(connection, "whole", of_whole) + _positions(connection, "main", of_changes)
    connection.executemany("INSERT INTO gone VALUES (?)", ((number,) for number in of_whole))
    connection.executemany("DELETE FROM passage_facts WHERE position = ?", ((position,) for position in gone))
    for statement in ("passages WHERE article", "article_facts WHERE article", "articles WHERE number"):
        connection.executemany(f"DELETE FROM main.{statement} = ?", ((number,) for number in of_changes))  # noqa: S608 (as above)
    return gone


def _numbers(connection: sqlite3.Connection, schema: str, ids: Collection[str]) -> list[int]:
    statement = f"SELECT number FROM {schema}.articles WHERE id = ? AND number NOT IN (SELECT article FROM gone)"  # noqa: S608 (a constant)
    return [number for id_ in ids for (number,) in connection.execute(statement, (id_,))]


def _positions(connection: sqlite3.Connection, schema: str, articles: Collection[int]) -> list[int]:
    wanted = frozenset(articles)
    rows = connection.execute(f"SELECT position, article FROM {schema}.passages") if wanted else ()  # noqa: S608 (a constant)
    return [position for position, article in rows if article in wanted]


def _after_last(connection: sqlite3.Connection, table: str, column: str) -> int:
    """One more than the highest in either file."""
    highest = (connection.execute(f"SELECT max({column}) FROM {schema}.{table}").fetchone()[0] for schema in ("whole", "main"))  # noqa: S608
    return 1 + max(-1 if number is None else number for number in highest)


def _count(connection: sqlite3.Connection, rows: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])  # noqa: S608 (a constant)


def _insert(
    connection: sqlite3.Connection, passages: Sequence[Passage], facts: Iterable[PassageFacts] | None, position: int, number: int
) -> int:
    """Add passages from a position on, and their articles from a number on; returns how many articles."""
    articles: dict[str, Article] = {}
    for passage in passages:
        articles.setdefault(passage.article.id, passage.article)
    numbers = {id_: place for place, id_ in enumerate(articles, start=number)}
    connection.executemany(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((numbers[article.id], *_to_row(article)) for article in articles.values()),
    )
    rows = ((place, numbers[passage.article.id], passage.start, passage.end) for place, passage in enumerate(passages, start=position))
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
    if facts is not None and (known := _insert_facts(connection, facts, numbers, position)) != len(passages):
        raise ValueError(f"{len(passages)} passages and the facts of {known} do not belong together")
    return len(articles)


def _insert_facts(connection: sqlite3.Connection, facts: Iterable[PassageFacts], numbers: Mapping[str, int], position: int) -> int:
    """Add the facts of passages, and of their articles once each; returns of how many passages."""
    of_articles: dict[int, ArticleFacts] = {}

    def rows() -> Iterator[Row]:
        for place, each in enumerate(facts, start=position):
            of_articles.setdefault(numbers[each.passage.article.id], each.article)
            yield place, *passage_row(each)

    written = connection.executemany("INSERT INTO passage_facts VALUES (?, ?, ?, ?, ?, ?)", rows()).rowcount
    article_rows = ((number, *article_row(each)) for number, each in of_articles.items())
    connection.executemany("INSERT INTO article_facts VALUES (?, ?, ?, ?, ?)", article_rows)
    return max(written, 0)


def _insert_groups(connection: sqlite3.Connection, groups: Sequence[DuplicateGroup]) -> None:
    connection.executemany(
        "INSERT INTO near_duplicates VALUES (?, ?, ?)",
        ((number, place, id_) for number, group in enumerate(groups) for place, id_ in enumerate(group)),
    )


def _to_row(article: Article) -> tuple[str | None, ...]:
    published = article.published.isoformat() if article.published else None
    parks = json.dumps(article.parks, ensure_ascii=False)
    recognised = json.dumps(article.recognised)
    return article.id, article.title, article.text, article.publisher, published, article.url, parks, article.path, recognised
