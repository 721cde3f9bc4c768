from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from telegram import Bot, Chat, Message, Update, User

import bot.telegram.transport.intake
from bot.errors import StoreUnavailable
from bot.monitoring.metrics import Metrics
from bot.store.inbox import Arrived, Claimed, Inbox, open_inbox
from bot.telegram.transport.intake import Intake, NotAccepted
from bot.telegram.transport.updates import ids_of

MANY = 100


def update(number: int, chat: int = 7) -> Arrived:
    return Arrived(number, Update(number, message=Message(number, datetime.now(UTC), Chat(chat, "private"), text="问")).to_json())


CHAT_WITHOUT_NUMBER = '{"update_id": 5, "message": {"message_id": 1, "date": 0, "chat": {"id": {}, "type": "private"}}}'


class FakeApplication:
    """Handles updates; the numbers that are held not before they may, the broken ones never."""

    def __init__(self) -> None:
        self.metrics = Metrics()
        self.handled: list[int] = []
        self.handled_again: list[int] = []
        self.turned_away: list[int] = []
        self.put_off: list[int] = []
        self.given_up: list[int] = []
        self.ended: asyncio.Queue[int] = asyncio.Queue()
        self.held: dict[int, asyncio.Event] = {}
        self.broken: set[int] = set()

    def hold(self, number: int) -> asyncio.Event:
        return self.held.setdefault(number, asyncio.Event())

    async def process_update(self, update: Update) -> None:
        if update.update_id in self.held:
            await self.held[update.update_id].wait()
        if update.update_id in self.broken:
            raise ZeroDivisionError
        self.handled.append(update.update_id)
        self.ended.put_nowait(update.update_id)

    async def process_again(self, update: Update) -> None:
        self.handled_again.append(update.update_id)

    async def note_put_off(self, update: Update) -> None:
        self.put_off.append(update.update_id)
        self.ended.put_nowait(update.update_id)

    async def note_given_up(self, update: Update) -> None:
        self.given_up.append(update.update_id)

    async def turn_away(self, update: Update) -> None:
        self.turned_away.append(update.update_id)
        self.ended.put_nowait(update.update_id)


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        yield inbox


def intake_of(application: FakeApplication, inbox: Inbox) -> Intake:
    return Intake(
        cast("Bot", None),
        inbox,
        handle=application.process_update,
        handle_again=application.process_again,
        turn_away=application.turn_away,
        put_off=application.note_put_off,
        give_up=application.note_given_up,
        handled=application.metrics.handled,
        set_aside=partial(application.metrics.failed, "set aside"),
    )


async def test_an_update_is_handled_once_however_often_it_comes(inbox: Inbox) -> None:
    application = FakeApplication()
    go_on = application.hold(5)
    intake = intake_of(application, inbox)
    await intake.accept([update(5), update(6, chat=8)])
    await intake.accept([update(5), update(6, chat=8)])
    go_on.set()
    await intake.drain()
    await intake.accept([update(5)])
    await intake_of(application, inbox).accept([update(6, chat=8)])  # after a restart
    await intake.drain()
    assert application.handled == [6, 5]
    assert intake.unhandled == 0


async def test_what_does_not_end_in_time_is_left_for_the_next_start(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.intake, "DRAIN_SECONDS", 0.5)
    application = FakeApplication()
    application.hold(6)
    intake = intake_of(application, inbox)
    await intake.accept([update(5), update(6), update(7), update(8, chat=8)])
    await intake.drain()
    assert application.handled == [5, 8]
    next_application = FakeApplication()
    next_intake = intake_of(next_application, inbox)
    await next_intake.resume()
    await next_intake.accept([update(6), update(9)])
    await next_intake.drain()
    assert next_application.handled == [6, 7, 9]


@pytest.mark.parametrize(
    "content",
    ['{"update_id": 5, "message": {"of": "another version"}}', "{", "7", '{"update_id": 5, "message": 1e999}', CHAT_WITHOUT_NUMBER],
)
async def test_what_cannot_be_read_is_set_aside_and_holds_up_nobody(content: str, inbox: Inbox, caplog: pytest.LogCaptureFixture) -> None:
    application = FakeApplication()
    intake = intake_of(application, inbox)
    await intake.accept([Arrived(4, content)])
    inbox.take([Arrived(5, content), update(6)], 0)
    await intake.resume()
    await intake.drain()
    assert application.handled == [6]
    assert application.metrics.errors == 2
    assert inbox.unhandled() == 0
    assert [record.message.partition(":")[0] for record in caplog.records if record.levelname == "ERROR"] == [
        "Update 4 is set aside",
        "Update 5 is set aside",
    ]


async def test_an_update_at_which_two_processes_ended_is_set_aside(inbox: Inbox, tmp_path: Path) -> None:
    inbox.take([update(5)], 0)
    for ended in (1, 2):
        (begun,) = inbox.claim(MANY)
        assert begun.begun == ended
        inbox = open_inbox(tmp_path / "inbox.sqlite")
    inbox.take([update(6)], 0)
    application = FakeApplication()
    intake = intake_of(application, inbox)
    await intake.resume()
    await intake.drain()
    assert (application.handled, application.given_up) == ([6], [5])
    assert inbox.unhandled() == 0


async def test_what_an_orderly_end_interrupted_twice_is_still_handled(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.intake, "DRAIN_SECONDS", 0.01)
    inbox.take([update(5)], 0)
    for _ in range(3):
        application = FakeApplication()
        application.hold(5)
        intake = intake_of(application, inbox)
        await intake.resume()
        await intake.drain()
    application = FakeApplication()
    intake = intake_of(application, inbox)
    await intake.resume()
    await intake.drain()
    assert application.handled == [5]


async def test_a_process_that_is_held_back_takes_updates_and_begins_none(inbox: Inbox, tmp_path: Path) -> None:
    inbox.take([update(5)], 0)
    for number in (6, 7, 8):  # three processes are killed before they go ahead
        intake = intake_of(FakeApplication(), inbox)
        intake.hold_back()
        await intake.resume()
        await intake.accept([update(number, chat=number)])
        await asyncio.sleep(0)
        inbox = open_inbox(tmp_path / "inbox.sqlite")
    application = FakeApplication()
    intake = intake_of(application, inbox)
    intake.hold_back()
    await intake.resume()
    assert intake.unhandled == 4
    await intake.go_ahead()
    await intake.accept([update(9, chat=9)])
    await intake.drain()
    assert (application.handled, application.handled_again, application.given_up) == ([5, 6, 7, 8, 9], [], [])


async def test_a_cancelled_delivery_is_accepted_whole(inbox: Inbox) -> None:
    application = FakeApplication()
    intake = intake_of(application, inbox)
    delivery = asyncio.create_task(intake.accept([update(5)]))
    await asyncio.sleep(0)
    delivery.cancel()
    await asyncio.sleep(0)
    await intake.drain()
    assert application.handled == [5]


async def test_a_handler_that_breaks_holds_up_nobody_and_is_not_tried_again(inbox: Inbox) -> None:
    application = FakeApplication()
    application.broken.add(5)
    intake = intake_of(application, inbox)
    await intake.accept([update(5), update(6)])
    await intake.drain()
    assert application.handled == [6]
    assert inbox.unhandled() == 0


async def test_one_chat_cannot_fill_the_intake(inbox: Inbox) -> None:
    application = FakeApplication()
    go_on = application.hold(0)
    intake = intake_of(application, inbox)
    await intake.accept([update(number) for number in range(60)])
    await intake.accept([update(100, chat=8)])
    assert {await application.ended.get() for _ in range(11)} == {*range(50, 60), 100}
    assert application.handled == [100]
    assert application.turned_away == list(range(50, 60))
    go_on.set()
    await intake.drain()
    assert application.handled == [100, *range(50)]
    assert inbox.unhandled() == 0


async def test_a_full_intake_takes_nothing_until_there_is_room(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.inbox.CAPACITY", 2)
    monkeypatch.setattr(bot.telegram.transport.intake, "CAPACITY", 2)
    application = FakeApplication()
    go_on = application.hold(5)
    intake = intake_of(application, inbox)
    await intake.accept([update(5), update(6)])
    with pytest.raises(NotAccepted):
        await intake.accept([update(7, chat=8)])
    go_on.set()
    await asyncio.wait_for(intake.room(), 1)
    await intake.accept([update(7, chat=8)])
    await intake.drain()
    assert application.handled == [5, 6, 7]


async def test_what_was_handled_while_the_inbox_could_not_be_told_is_not_handled_again(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_there = threading.Event()
    done = inbox.done

    def done_where_it_is_there(update: Claimed) -> list[Claimed]:
        if not is_there.is_set():
            raise StoreUnavailable("the server is restarting")
        return done(update)

    monkeypatch.setattr(inbox, "done", done_where_it_is_there)
    application = FakeApplication()
    intake = intake_of(application, inbox)
    await intake.accept([update(5), update(6)])
    assert await application.ended.get() == 5
    await intake.resume()
    assert application.handled == [5]
    is_there.set()
    assert await application.ended.get() == 6
    await intake.drain()
    assert application.handled == [5, 6]
    assert inbox.unhandled() == 0


async def test_what_a_process_that_ended_had_begun_is_handled_as_such(inbox: Inbox, tmp_path: Path) -> None:
    inbox.take([update(5)._replace(line=7), update(6)._replace(line=7)], MANY)  # the first of them is begun
    application = FakeApplication()
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as next_inbox:
        intake = intake_of(application, next_inbox)
        await intake.resume()
        await intake.drain()
    assert (application.handled_again, application.handled) == ([5], [6])


async def test_who_cannot_be_kept_is_told_so_by_one_process_of_several(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(*_: object) -> bool:
        raise StoreUnavailable("the server is restarting")

    applications = eldest, other = FakeApplication(), FakeApplication()
    intakes = [intake_of(application, inbox) for application in applications]
    for intake, is_eldest in zip(intakes, (True, False), strict=True):
        monkeypatch.setattr(inbox, "look_around", lambda is_eldest=is_eldest: is_eldest)
        await intake._look()
    for name in ("take", "look_around"):
        monkeypatch.setattr(inbox, name, unavailable)
    for intake in intakes:
        await intake._look()
        assert (intake.has_duty(), intake.problem()) == (False, "the server is restarting")
        with pytest.raises(NotAccepted):
            await intake.accept([update(5), Arrived(6, "{")])
    assert await eldest.ended.get() == 5
    assert (eldest.put_off, other.put_off, eldest.handled) == ([5], [], [])
    monkeypatch.undo()
    await intakes[0].accept([update(5)])
    await intakes[0].drain()
    assert eldest.handled == [5]


async def test_without_a_disk_nothing_is_accepted(tmp_path: Path) -> None:
    inbox = open_inbox(tmp_path / "inbox.sqlite")
    with closing(sqlite3.connect(tmp_path / "inbox.sqlite")) as file:
        file.execute("DROP TABLE updates")
    application = FakeApplication()
    with closing(inbox), pytest.raises(NotAccepted, match="no such table"):
        await intake_of(application, inbox).accept([update(5)])
    assert application.handled == []


def test_the_ids_that_log_lines_carry() -> None:
    message = Message(1, datetime.now(UTC), Chat(-5, "group"), from_user=User(9, "某人", is_bot=False))
    assert ids_of(Update(77, message=message)) == {"update": 77, "chat": -5, "user": 9}
    assert ids_of(Update(78)) == {"update": 78}
