from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store.answers import KeptQuote, ShownAnswer
from bot.store.database import Database, Place
from bot.store.follows import Follow, Subject
from bot.store.migrations import Migrations, Step, statements
from bot.store.sqlite_file import sqlite_engine
from bot.store.store import open_store
from bot.store.store_migrations import STORE
from bot.store.topics import Topic
from corpus.language.span import Span

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


QUOTE = KeptQuote("a", 3, "奖励了37家企业", (Span(3, 10),), ("b",), answer=Span(6, 9))
ANSWER = ShownAnswer(
    token="abcdefgh",
    chat=5,
    asker=6,
    question_message=7,
    message=8,
    typed="那2022年呢",
    question="沐江2022年😀",
    before=("那2022年呢",),
    asked_on=date(2024, 3, 1),
    found=True,
    confidence=0.5,
    index_version="000003",
    visible=1,
    quotes=(QUOTE,),
    created_at=4e9,
    preceding="沐江2021年",
)
"""Both stand in the file of the version before."""


def rows_by_table(file: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = [name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


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


def test_a_file_of_the_version_before_keeps_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.executescript((Path(__file__).parent / "store_0_1.sql").read_text(encoding="utf-8"))
        before = rows_by_table(earlier)
    assert all(before.values())
    store = open_store(path)
    assert store.answers.get("abcdefgh") == ANSWER
    assert store.follows.of_chat(5) == [Follow(1, 5, None, Subject("沐江经开区", ("沐江经开区",)), "zh")]
    assert store.pushes.waiting_for(5, None)[0].quote == QUOTE
    store.database.close()
    with closing(sqlite3.connect(path)) as later:
        rows = rows_by_table(later)
        assert {table: [row[: len(old)] for old, row in zip(before[table], rows[table], strict=True)] for table in before} == before
        assert later.execute("PRAGMA user_version").fetchone() == (len(STORE.steps),)


def test_the_numbers_of_an_earlier_file_are_not_given_again(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.executescript((Path(__file__).parent / "store_0_1.sql").read_text(encoding="utf-8"))
    follows = open_store(path).follows
    follows.add(5, None, Subject("又来了"), "zh")
    assert [follow.number for follow in follows.of_chat(5)] == [1, 4]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    open_store(path).database.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreUnavailable, match=r"bot\.sqlite cannot be opened \(a newer version of parkqa has used it\)"):
        open_store(path)


def test_what_a_step_could_not_finish_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"

    def opened(*steps: Step) -> Database:
        return Database(Place(sqlite_engine(path, "a power cut"), "It", "", ""), Migrations("some", steps))

    first, broken = statements("CREATE TABLE one (x {integer}){strict}"), statements("CREATE TABLE two (x {real}); CREATE TABLE one (x)")
    with pytest.raises(StoreUnavailable, match="table one already exists"):
        opened(first, broken)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT name FROM sqlite_schema").fetchall() == []
    opened(first).close()
    opened(first, statements("ALTER TABLE one ADD COLUMN y TEXT")).close()
    with closing(sqlite3.connect(path)) as file:
        assert [name for _, name, *_ in file.execute("PRAGMA table_info(one)")] == ["x", "y"]


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
