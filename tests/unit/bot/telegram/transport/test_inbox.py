from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.telegram.transport.inbox import KEPT_ASIDE_SECONDS, REMEMBERED_SECONDS, Inbox, InboxUnavailable
from bot.telegram.transport.updates import Arrived


async def test_what_was_taken_is_left_until_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        assert await inbox.take([Arrived(7, "七"), Arrived(5, "五"), Arrived(6, "六")]) == {5, 6, 7}
        await inbox.done(6)
    with closing(Inbox(path)) as inbox:
        assert await inbox.left() == [Arrived(5, "五"), Arrived(7, "七")]


async def test_what_comes_again_is_not_new_whether_done_or_not(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        await inbox.take([Arrived(5, "五"), Arrived(6, "六")])
        await inbox.done(5)
    with closing(Inbox(path)) as inbox:
        assert await inbox.take([Arrived(5, "五"), Arrived(6, "六"), Arrived(7, "七"), Arrived(7, "七")]) == {7}
        assert await inbox.left() == [Arrived(6, "六"), Arrived(7, "七")]


async def test_numbers_are_forgotten_in_time_but_nothing_undone_is(tmp_path: Path) -> None:
    now = 1_000_000.0
    with closing(Inbox(tmp_path / "inbox.sqlite", clock=lambda: now)) as inbox:
        await inbox.take([Arrived(5, "五"), Arrived(6, "六")])
        await inbox.done(5)
        now += REMEMBERED_SECONDS + 1
        assert await inbox.take([Arrived(7, "七")]) == {7}
        assert await inbox.left() == [Arrived(6, "六"), Arrived(7, "七")]
        assert await inbox.take([Arrived(5, "again, by a server that counts anew")]) == {5}


async def test_what_was_said_does_not_stay_on_disk_when_it_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        await inbox.take([Arrived(5, "a secret question")])
        await inbox.done(5)
        rows = sqlite3.connect(path).execute("SELECT number, content FROM updates").fetchall()
    assert rows == [(5, None)]


async def test_a_batch_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    with closing(Inbox(tmp_path / "inbox.sqlite")) as inbox:
        with pytest.raises(InboxUnavailable):
            await inbox.take([Arrived(5, "五"), Arrived(6, object())])  # type: ignore[arg-type] - what a full disk does, at the second row
        assert await inbox.take([Arrived(5, "五")]) == {5}


def test_a_file_that_is_no_inbox_is_named(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    path.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with pytest.raises(ConfigError, match=r"inbox\.sqlite"):
        Inbox(path)


async def test_what_is_begun_twice_without_an_end_is_deadly(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    for process in (1, 2):
        with closing(Inbox(path)) as inbox:
            await inbox.take([Arrived(5, "五"), Arrived(6, "六"), Arrived(7, "七")])
            assert await inbox.deadly() == frozenset()
            await inbox.begin(5)
            await inbox.begin(6)
            if process == 1:
                await inbox.done(6)
    with closing(Inbox(path)) as inbox:
        assert await inbox.deadly() == {5}
        await inbox.begin_anew()
        assert await inbox.deadly() == frozenset()


async def test_what_is_set_aside_is_not_left_and_stays_for_a_while(tmp_path: Path) -> None:
    path, now = tmp_path / "inbox.sqlite", 1_000_000.0
    with closing(Inbox(path, clock=lambda: now)) as inbox:
        await inbox.take([Arrived(5, "五")])
        await inbox.set_aside(5, "odd")
        assert await inbox.left() == []
        assert await inbox.take([Arrived(5, "五")]) == set()
        assert sqlite3.connect(path).execute("SELECT * FROM set_aside").fetchall() == [(5, now, "odd", "五")]
        now += KEPT_ASIDE_SECONDS + 1
        await inbox.take([Arrived(6, "六")])
        assert sqlite3.connect(path).execute("SELECT * FROM set_aside").fetchall() == []
