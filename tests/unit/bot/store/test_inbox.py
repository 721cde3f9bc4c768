from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store.inbox import KEPT_ASIDE_SECONDS, LINE_CAPACITY, REMEMBERED_SECONDS, Arrived, Inbox, InboxFull, open_inbox
from bot.store.inbox_migrations import INBOX

MANY = 100


def numbers(updates: list[Arrived]) -> list[int]:
    return [update.number for update in updates]


def test_what_was_taken_is_there_until_it_is_done(tmp_path: Path) -> None:
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        claimed = inbox.take([Arrived(7, "七"), Arrived(5, "五"), Arrived(6, "六")], MANY).claimed
        assert [(update.number, update.content, update.begun) for update in claimed] == [(5, "五", 1), (6, "六", 1), (7, "七", 1)]
        assert inbox.done(claimed[1]) == []
        assert inbox.claim(MANY) == []
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        assert [(update.number, update.begun) for update in inbox.claim(MANY)] == [(5, 2), (7, 2)]


def test_an_inbox_of_the_version_before_keeps_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.executescript((Path(__file__).parent / "inbox_0_1.sql").read_text(encoding="utf-8"))
    with closing(open_inbox(path)) as inbox:
        assert inbox.take([Arrived(number, "again") for number in (5, 6, 7, 8)], MANY).turned_away == []
        (first,) = inbox.claim(MANY)
        assert (first.number, first.begun) == (6, 2)
        assert "问6" in first.content
        (second,) = inbox.done(first)
        assert (second.number, second.begun) == (7, 3)
        assert inbox.done(second) == []
    with closing(sqlite3.connect(path)) as later:
        assert later.execute("SELECT number, reason FROM set_aside").fetchall() == [(8, "odd")]
        assert later.execute("PRAGMA user_version").fetchone() == (len(INBOX.steps),)


def test_numbers_are_forgotten_in_time_but_nothing_undone_is() -> None:
    now = 1_000_000.0
    inbox = inbox_at(lambda: now)
    five, _ = inbox.take([Arrived(5, "五"), Arrived(6, "六")], MANY).claimed
    inbox.done(five)
    now += REMEMBERED_SECONDS + 1
    assert numbers(inbox.take([Arrived(7, "七")], MANY).claimed) == [7]
    assert inbox.unhandled() == 2
    assert numbers(inbox.take([Arrived(5, "again, by a server that counts anew"), Arrived(6, "六")], MANY).claimed) == [5]


def test_what_was_said_does_not_stay_on_disk_when_it_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    with closing(open_inbox(path)) as inbox:
        (update,) = inbox.take([Arrived(5, "a secret question", line=9)], MANY).claimed
        inbox.done(update)
        assert sqlite3.connect(path).execute("SELECT number, content, line FROM updates").fetchall() == [(5, None, None)]


def test_a_batch_is_taken_whole_or_not_at_all() -> None:
    inbox = open_inbox(None)
    with pytest.raises(StoreUnavailable):
        inbox.take([Arrived(5, "五"), Arrived(6, object())], MANY)  # type: ignore[arg-type] - what a full disk does, at the second row
    assert numbers(inbox.take([Arrived(5, "五")], MANY).claimed) == [5]


def test_a_file_that_is_no_inbox_is_named(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    path.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with pytest.raises(StoreUnavailable, match=r"inbox\.sqlite"):
        open_inbox(path)


def test_what_was_begun_counts_until_a_process_ends_in_good_order(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    for process in (1, 2):
        with closing(open_inbox(path)) as inbox:
            inbox.take([Arrived(5, "五")], 0)
            assert [update.begun for update in inbox.claim(MANY)] == [process]
    with closing(open_inbox(path)) as inbox:
        inbox.claim(MANY)
        inbox.leave()
        assert [update.begun for update in inbox.claim(MANY)] == [1]


def test_what_is_set_aside_is_not_left_and_stays_for_a_while(tmp_path: Path) -> None:
    path, now = tmp_path / "inbox.sqlite", 1_000_000.0
    with closing(open_inbox(path)) as inbox:
        inbox._clock = lambda: now
        (five,) = inbox.take([Arrived(5, "五", line=9), Arrived(6, "六", line=9)], MANY).claimed
        (six,) = inbox.set_aside(five, "odd")
        assert six.number == 6
        assert inbox.take([Arrived(5, "五")], MANY).claimed == []
        assert sqlite3.connect(path).execute("SELECT * FROM set_aside").fetchall() == [(5, now, "odd", "五")]
        now += KEPT_ASIDE_SECONDS + 1
        inbox.take([Arrived(7, "七")], MANY)
        assert sqlite3.connect(path).execute("SELECT * FROM set_aside").fetchall() == []


def test_a_full_inbox_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.inbox.CAPACITY", 2)
    inbox = open_inbox(None)
    five, _ = inbox.take([Arrived(5, "五"), Arrived(6, "六")], MANY).claimed
    with pytest.raises(InboxFull):
        inbox.take([Arrived(7, "七")], MANY)
    inbox.done(five)
    assert numbers(inbox.take([Arrived(7, "七")], MANY).claimed) == [7]


def test_who_finds_a_line_full_is_turned_away_and_the_line_goes_on() -> None:
    inbox = open_inbox(None)
    taken = inbox.take([Arrived(number, "问", line=9) for number in range(LINE_CAPACITY + 2)], MANY)
    assert (numbers(taken.claimed), numbers(taken.turned_away)) == ([0], [LINE_CAPACITY, LINE_CAPACITY + 1])
    assert numbers(inbox.take([Arrived(99, "问", line=8)], MANY).claimed) == [99]
    for update in taken.turned_away:
        assert inbox.done(update) == []
    assert numbers(inbox.done(taken.claimed[0])) == [1]
    assert inbox.unhandled() == LINE_CAPACITY


def inbox_at(clock: object) -> Inbox:
    inbox = open_inbox(None)
    inbox._clock = clock  # type: ignore[assignment]
    return inbox
