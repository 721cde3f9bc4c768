from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store.database import Database
from bot.store.store import open_store
from bot.store.topics import Topic

EARLIER_VERSION = """
CREATE TABLE answers (
    token TEXT PRIMARY KEY, chat INTEGER NOT NULL, asker INTEGER, question_message INTEGER, message INTEGER,
    typed TEXT NOT NULL, question TEXT NOT NULL, before TEXT NOT NULL, asked_on TEXT NOT NULL, found INTEGER NOT NULL,
    confidence REAL NOT NULL, index_version TEXT NOT NULL, visible INTEGER NOT NULL, quotes TEXT, created_at REAL NOT NULL
) STRICT;
CREATE TABLE topics (
    chat INTEGER, person INTEGER, question TEXT NOT NULL, found INTEGER NOT NULL, PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
INSERT INTO answers VALUES (
    'abcdefgh', 5, 6, 7, 8, '那2022年呢', '沐江2022年', '["那2022年呢"]', '2024-03-01', 1, 0.5, '000003', 1, '[]', 4e9
);
INSERT INTO topics VALUES (5, 6, '沐江2022年', 1);
"""


def test_a_file_of_an_earlier_version_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.executescript(EARLIER_VERSION)
    for _ in range(2):
        store = open_store(path)
        shown = store.answers.get("abcdefgh")
        assert shown
        assert (shown.question, shown.asked_on, shown.preceding) == ("沐江2022年", date(2024, 3, 1), None)
        assert store.topics.get(5, 6) == Topic("沐江2022年", True)
        store.answers.keep(shown)
        store.topics.set(5, 7, Topic("税收", False, open=True))
        assert store.topics.get(5, 7) == Topic("税收", False, open=True)
        store.database.close()


def test_a_column_that_must_hold_something_begins_with_its_default(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"
    first = Database(path, ["CREATE TABLE IF NOT EXISTS t (x INTEGER) STRICT;"])
    first.run("INSERT INTO t VALUES (1)")
    first.close()
    later = Database(path, ["CREATE TABLE IF NOT EXISTS t (x INTEGER, y TEXT NOT NULL DEFAULT 'new', z REAL) STRICT;"])
    assert [tuple(row) for row in later.rows("SELECT * FROM t")] == [(1, "new", None)]


def test_a_transaction_is_whole_or_nothing() -> None:
    database = Database(":memory:", ["CREATE TABLE t (x INTEGER) STRICT;"])
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.run("INSERT INTO t VALUES (1)")
        raise ZeroDivisionError
    assert database.rows("SELECT * FROM t") == []
    with database.transaction():
        database.run("INSERT INTO t VALUES (2)")
    assert [row["x"] for row in database.rows("SELECT * FROM t")] == [2]


def test_a_flipped_bit_in_the_schema_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    open_store(path).database.close()
    whole = path.read_bytes()
    for found in re.finditer(b"INTEGER|TEXT", whole):
        flipped = bytearray(whole)
        flipped[found.start() + 1] ^= 0x80  # no character holds such a byte alone
        path.write_bytes(flipped)
        with pytest.raises(StoreUnavailable, match=r"bot\.sqlite"):
            open_store(path)
