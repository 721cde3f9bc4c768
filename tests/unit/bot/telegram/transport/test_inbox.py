from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.telegram.transport.inbox import REMEMBERED_SECONDS, Inbox, InboxUnavailable


async def test_what_was_taken_is_left_until_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        assert await inbox.take([(7, "七"), (5, "五"), (6, "六")]) == {5, 6, 7}
        await inbox.done(6)
    with closing(Inbox(path)) as inbox:
        assert await inbox.left() == ["五", "七"]


async def test_what_comes_again_is_not_new_whether_done_or_not(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        await inbox.take([(5, "五"), (6, "六")])
        await inbox.done(5)
    with closing(Inbox(path)) as inbox:
        assert await inbox.take([(5, "五"), (6, "六"), (7, "七"), (7, "七")]) == {7}
        assert await inbox.left() == ["六", "七"]


async def test_numbers_are_forgotten_in_time_but_nothing_undone_is(tmp_path: Path) -> None:
    now = 1_000_000.0
    with closing(Inbox(tmp_path / "inbox.sqlite", clock=lambda: now)) as inbox:
        await inbox.take([(5, "五"), (6, "六")])
        await inbox.done(5)
        now += REMEMBERED_SECONDS + 1
        assert await inbox.take([(7, "七")]) == {7}
        assert await inbox.left() == ["六", "七"]
        assert await inbox.take([(5, "again, by a server that counts anew")]) == {5}


async def test_what_was_said_does_not_stay_on_disk_when_it_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(Inbox(path)) as inbox:
        await inbox.take([(5, "a secret question")])
        await inbox.done(5)
        rows = sqlite3.connect(path).execute("SELECT number, content FROM updates").fetchall()
    assert rows == [(5, None)]


async def test_a_batch_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    with closing(Inbox(tmp_path / "inbox.sqlite")) as inbox:
        with pytest.raises(InboxUnavailable):
            await inbox.take([(5, "五"), (6, object())])  # type: ignore[list-item] - what a full disk does, at the second row
        assert await inbox.take([(5, "五")]) == {5}


def test_a_file_that_is_no_inbox_is_named(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    path.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with pytest.raises(ConfigError, match=r"inbox\.sqlite"):
        Inbox(path)
