from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import cast

import pytest
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

import bot.telegram.transport.polling
from bot.errors import AlreadyRunning, TokenRejected
from bot.store.inbox import Arrived
from bot.telegram.transport.intake import Intake, NotAccepted
from bot.telegram.transport.polling import Polling
from bot.telegram.transport.updates import ENVELOPE, UPDATES


class FakeTelegram:
    """Hands out the updates that are not confirmed."""

    def __init__(self, *numbers: int) -> None:
        self.waiting = list(numbers)
        self.offsets: list[int] = []
        self.errors: list[TelegramError] = []

    async def get_updates(self, offset: int, timeout: int, allowed_updates: Sequence[str]) -> tuple[Update, ...]:  # noqa: ASYNC109
        assert allowed_updates == UPDATES
        self.offsets.append(offset)
        if self.errors:
            raise self.errors.pop(0)
        self.waiting = [number for number in self.waiting if number >= offset]
        await asyncio.sleep(0 if self.waiting else timeout)
        return tuple(Update(number, api_kwargs={ENVELOPE: f'{{"update_id": {number}}}'}) for number in self.waiting)


class FakeIntake:
    """Takes updates while there is room."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.refusals = 0
        self.has_room = asyncio.Event()
        self.has_room.set()

    async def room(self) -> None:
        await self.has_room.wait()

    async def accept(self, updates: Sequence[Arrived]) -> None:
        if self.refusals:
            self.refusals -= 1
            raise NotAccepted("no disk")
        self.taken += (update.number for update in updates)


async def poll(telegram: FakeTelegram, intake: FakeIntake | None = None, seconds: float = 0.2) -> None:
    """Poll for a while, then stop as a signal would."""
    with suppress(TimeoutError):
        await asyncio.wait_for(Polling(cast("Bot", telegram), cast("Intake", intake or FakeIntake())).run(), seconds)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.polling, "LONGEST_PAUSE", 0.02)
    monkeypatch.setattr(bot.telegram.transport.polling, "CONFIRM_SECONDS", 0.1)


async def test_what_is_accepted_is_confirmed_also_at_the_end() -> None:
    telegram, intake = FakeTelegram(5, 6, 9), FakeIntake()
    await poll(telegram, intake)
    assert intake.taken == [5, 6, 9]
    assert telegram.waiting == []
    telegram.waiting = [12]
    await poll(telegram, intake, 0.001)
    assert telegram.waiting == []


async def test_what_is_not_accepted_is_fetched_again() -> None:
    telegram, intake = FakeTelegram(5, 6), FakeIntake()
    intake.refusals = 2
    await poll(telegram, intake)
    assert intake.taken == [5, 6]
    assert telegram.offsets[:4] == [0, 0, 0, 7]


async def test_without_room_nothing_is_fetched() -> None:
    telegram, intake = FakeTelegram(5), FakeIntake()
    intake.has_room.clear()
    await poll(telegram, intake, 0.05)
    assert telegram.offsets == []


async def test_errors_are_outlived() -> None:
    telegram, intake = FakeTelegram(5), FakeIntake()
    telegram.errors = [NetworkError("down"), TelegramError("odd"), Conflict("another poller, for a moment")]
    await poll(telegram, intake)
    assert intake.taken == [5]


async def test_it_is_noted_when_telegram_answers() -> None:
    telegram = FakeTelegram(5)
    telegram.errors = [NetworkError("down")]
    heard: list[int] = []
    polling = Polling(cast("Bot", telegram), cast("Intake", FakeIntake()), lambda: heard.append(len(telegram.offsets)))
    with suppress(TimeoutError):
        await asyncio.wait_for(polling.run(), 0.2)
    assert heard == [2]


async def test_a_newcomer_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.polling, "CONFLICT_SECONDS", 0.1)
    telegram = FakeTelegram(5)
    telegram.errors = [Conflict("terminated by other getUpdates request")] * 1000
    with pytest.raises(AlreadyRunning):
        await poll(telegram, seconds=5)


async def test_who_has_served_for_long_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.telegram.transport.polling, "CONFLICT_SECONDS", 0.05)
    monkeypatch.setattr(bot.telegram.transport.polling, "NEWCOMER_SECONDS", 0)
    telegram = FakeTelegram(5)
    telegram.errors = [Conflict("terminated by other getUpdates request")] * 1000
    await poll(telegram)
    assert len(telegram.offsets) > 3


async def test_a_token_taken_back_ends_the_bot() -> None:
    telegram = FakeTelegram()
    telegram.errors = [InvalidToken("Unauthorized")]
    with pytest.raises(TokenRejected):
        await poll(telegram)
