"""What a bot kept in a file is there when it turns to a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from bot.store.database import Place
from bot.store.follows import Subject
from bot.store.postgresql import postgresql_place
from bot.store.store import Store, open_store, store_in
from bot.store.taking_over import HELD, take_over
from tests.postgresql import Server

EARLIER = Path(__file__).parents[1] / "unit/bot/store/store_0_1.sql"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of an earlier version with a row in every table."""
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(EARLIER.read_text(encoding="utf-8"))
        file.execute("UPDATE audit SET action = ?", ("told\0us",))
        long = "".join(map(chr, Random(1).choices(range(0x4E00, 0x9FA0), k=4096)))
        file.execute("UPDATE answers SET question = ?", (long,))
        file.commit()
    return path


@pytest.fixture
def place(postgresql: Server) -> Iterator[Place]:
    place = postgresql_place(postgresql.new_database())
    yield place
    place.engine.dispose()


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table.name: [tuple(row.values()) for row in store.database.rows(select(table))] for table in HELD}


def test_all_that_a_file_holds_moves_in_once(path: Path, place: Place) -> None:
    moved = contents(store_in(place, partial(take_over, path)))
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE audit SET action = 'toldus'")
        file.commit()
    assert all(moved.values())
    assert moved == contents(open_store(path))
    store = store_in(place, partial(take_over, path))
    assert contents(store) == moved
    store.follows.add(5, None, Subject("又来了"), "zh")
    assert [follow.number for follow in store.follows.of_chat(5)] == [1, 4]  # none is given again


def test_a_database_in_use_takes_nothing_from_a_file(path: Path, place: Place) -> None:
    store_in(place)
    assert not any(contents(store_in(place, partial(take_over, path))).values())


def test_without_a_file_it_begins_with_nothing(tmp_path: Path, place: Place) -> None:
    store = store_in(place, partial(take_over, tmp_path / "bot.sqlite"))
    assert not any(contents(store).values())
    store.follows.add(5, None, Subject("税收"), "zh")
    assert [follow.number for follow in store.follows.of_chat(5)] == [1]
    assert list(tmp_path.iterdir()) == []
