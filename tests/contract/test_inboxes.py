"""What the inbox promises to several processes that share it."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.errors import StoreUnavailable
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store import processes
from bot.store.health import memory_state
from bot.store.inbox import Arrived, Claimed, Inbox, inbox_in
from bot.store.postgresql import postgresql_place
from bot.store.store import store_in
from retrieval.settings import IndexSettings
from tests.postgresql import IN_ADDRESS, PASSWORD, Server

MANY = 100


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def address(postgresql: Server) -> SecretStr:
    return postgresql.new_database()


@pytest.fixture
def inboxes(address: SecretStr) -> Iterator[list[Inbox]]:
    """Of three processes."""
    with ExitStack() as opened:
        yield [opened.enter_context(closing(inbox_in(postgresql_place(address)))) for _ in range(3)]


def numbers(updates: list[Claimed]) -> list[int]:
    return [update.number for update in updates]


def test_an_update_is_given_to_one_process_however_often_it_comes(inboxes: list[Inbox]) -> None:
    taken = [inbox.take([Arrived(5, "五", line=9)], MANY).claimed for inbox in inboxes]
    assert list(map(numbers, taken)) == [[5], [], []]
    inboxes[0].done(taken[0][0])
    assert [inbox.take([Arrived(5, "五", line=9)], MANY).claimed for inbox in inboxes] == [[], [], []]
    assert [inbox.claim(MANY) for inbox in inboxes] == [[], [], []]


def test_a_chat_keeps_its_order_whoever_takes_what(inboxes: list[Inbox]) -> None:
    first, second, third = inboxes
    (five,) = first.take([Arrived(5, "五", line=9)], MANY).claimed
    assert second.take([Arrived(7, "七", line=9)], MANY).claimed == []
    assert third.take([Arrived(6, "六", line=9), Arrived(8, "八", line=10)], MANY).claimed[0].number == 8
    assert third.claim(MANY) == second.claim(MANY) == []
    (six,) = first.done(five)
    assert second.claim(MANY) == []
    assert numbers(first.done(six)) == [7]


def test_what_belongs_to_no_chat_waits_for_nothing(inboxes: list[Inbox]) -> None:
    first, second, _ = inboxes
    assert numbers(first.take([Arrived(5, "五"), Arrived(6, "六")], MANY).claimed) == [5, 6]
    assert numbers(second.take([Arrived(7, "七")], MANY).claimed) == [7]


def test_what_a_dead_process_held_goes_to_another_one(inboxes: list[Inbox], monkeypatch: pytest.MonkeyPatch) -> None:
    dead, living, _ = inboxes
    clock = Clock()
    for inbox in inboxes:
        monkeypatch.setattr(inbox._processes, "_clock", clock)
    dead.take([Arrived(5, "五", line=9), Arrived(6, "六", line=9)], MANY)
    for _ in range(int(processes.DEAD_SECONDS) + 1):
        assert living.claim(MANY) == []
        living.look_around()
        clock.now += processes.BEAT_SECONDS
    living.look_around()
    (five,) = living.claim(MANY)
    assert (five.number, five.begun) == (5, 2)
    assert numbers(living.done(five)) == [6]


def test_a_database_that_was_away_makes_nobody_seem_dead(inboxes: list[Inbox], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, _ = inboxes
    clock = Clock()
    monkeypatch.setattr(second._processes, "_clock", clock)
    first.take([Arrived(5, "五", line=9)], MANY)
    second.look_around()
    clock.now += 3600
    second.look_around()
    assert second.claim(MANY) == []


def test_who_was_taken_for_dead_joins_again(inboxes: list[Inbox], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, _ = inboxes
    (five,) = first.take([Arrived(5, "五", line=9)], MANY).claimed
    second._processes.bury({first._number})  # type: ignore[union-attr] - there are several
    before = first._number
    first.look_around()
    assert first._number != before
    assert first.done(five) == []


def test_the_eldest_does_what_one_does_for_all(inboxes: list[Inbox]) -> None:
    assert [inbox.look_around() for inbox in inboxes] == [True, False, False]
    inboxes[0].leave()
    assert [inbox.look_around() for inbox in inboxes[1:]] == [True, False]


def test_who_leaves_gives_back_what_it_held_as_if_it_had_not_begun(inboxes: list[Inbox]) -> None:
    first, second, _ = inboxes
    first.take([Arrived(5, "五", line=9)], MANY)
    first.leave()
    assert [(update.number, update.begun) for update in second.claim(MANY)] == [(5, 1)]


def test_many_at_once_lose_nothing_and_give_nothing_twice(inboxes: list[Inbox]) -> None:
    """Each chat's updates are delivered to all three in any order; each process works off what it gets."""
    chats, each = 4, 8
    handled: list[tuple[int, int]] = []
    in_work: Counter[int | None] = Counter()
    guard = threading.Lock()

    def work_off(inbox: Inbox, claimed: list[Claimed]) -> None:
        while claimed:
            update = claimed.pop()
            with guard:
                in_work[update.line] += 1
                assert in_work[update.line] == 1
                handled.append((update.line or 0, update.number))
            with guard:
                in_work[update.line] -= 1
            claimed += inbox.done(update)

    def deliver(number: int) -> None:
        inbox = inboxes[number % len(inboxes)]
        work_off(inbox, inbox.take([Arrived(number, "问", line=1 + number % chats)], MANY).claimed)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(deliver, [number for number in range(chats * each) for _ in range(2)]))
    for inbox in inboxes:
        work_off(inbox, inbox.claim(MANY))
    assert sorted(number for _, number in handled) == list(range(chats * each))
    assert inboxes[0].unhandled() == 0


def test_the_doctor_asks_the_server(address: SecretStr) -> None:
    def state(database: SecretStr | None) -> str:
        return memory_state(Settings(bot=BotSettings(database=database), index=IndexSettings(folder=Path("/srv/index"))))

    assert re.fullmatch(r"PostgreSQL \d+\.\d+ answers on 127\.0\.0\.1", state(address))
    assert state(None) == "in files in /srv/index, of one process"
    with pytest.raises(StoreUnavailable, match=r"on 127\.0\.0\.1 cannot be opened"):
        state(SecretStr("postgresql://parkqa@127.0.0.1:1/x"))


def test_the_password_is_in_no_error(address: SecretStr) -> None:
    right = address.get_secret_value()
    wrong = (f"{right}_that_is_not_there", right.replace(IN_ADDRESS, f"{IN_ADDRESS}x"), f"postgresql://parkqa:{IN_ADDRESS}@127.0.0.1:1/x")
    for each in wrong:
        with pytest.raises(StoreUnavailable) as failed:
            store_in(postgresql_place(SecretStr(each)))
        for text in (str(failed.value), repr(failed.value)):
            assert PASSWORD not in text
            assert IN_ADDRESS not in text
            assert "\n" not in text
