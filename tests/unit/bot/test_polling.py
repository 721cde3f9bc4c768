from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import cast

import pytest
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

import bot.polling
from bot.context import ParkQABot
from bot.errors import AlreadyRunning, TokenRejected
from bot.polling import Polling


class FakeApplication:
    """Telegram and application in one: hands out the updates that are not confirmed, and handles each with `handle`."""

    def __init__(self, *numbers: int, handle: Callable[[int], Awaitable[None]] | None = None) -> None:
        self.bot = self.update_processor = self
        self.waiting = list(numbers)
        self.handled: list[int] = []
        self.offsets: list[int] = []
        self.errors: list[TelegramError] = []
        self._handle = handle

    async def get_updates(self, offset: int, timeout: int, allowed_updates: Sequence[str]) -> tuple[Update, ...]:  # noqa: ASYNC109
        self.offsets.append(offset)
        if self.errors:
            raise self.errors.pop(0)
        self.waiting = [number for number in self.waiting if number >= offset]
        await asyncio.sleep(0 if self.waiting else timeout)
        return tuple(Update(number) for number in self.waiting)

    async def process_update(self, update: Update, coroutine: Awaitable[None] | None = None) -> None:
        if coroutine is not None:
            await coroutine
            return
        if self._handle:
            await self._handle(update.update_id)
        self.handled.append(update.update_id)


async def poll(application: FakeApplication, seconds: float = 0.3) -> None:
    """Poll for a while, then stop as a signal would."""
    with suppress(TimeoutError):
        await asyncio.wait_for(Polling(cast("ParkQABot", application)).run(), seconds)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.polling, "LOOK_AGAIN_SECONDS", 0.02)
    monkeypatch.setattr(bot.polling, "LONGEST_PAUSE", 0.02)
    monkeypatch.setattr(bot.polling, "DRAIN_SECONDS", 0.3)
    monkeypatch.setattr(bot.polling, "CONFIRM_SECONDS", 0.1)


async def test_each_update_is_handled_once_and_confirmed() -> None:
    application = FakeApplication(5, 6, 9)
    await poll(application)
    assert application.handled == [5, 6, 9]
    assert application.waiting == []


async def test_a_slow_update_is_not_confirmed_before_it_is_handled_and_holds_up_no_other() -> None:
    go_on = asyncio.Event()

    async def handle(number: int) -> None:
        if number == 5:
            await go_on.wait()

    application = FakeApplication(5, 6, handle=handle)
    polling = asyncio.create_task(poll(application, 0.6))
    await asyncio.sleep(0.2)
    application.waiting.append(7)
    await asyncio.sleep(0.2)
    assert application.handled == [6, 7]
    assert application.waiting == [5, 6, 7]
    go_on.set()
    await polling
    assert application.handled == [6, 7, 5]
    assert application.waiting == []


async def test_the_end_waits_for_what_was_begun() -> None:
    async def handle(number: int) -> None:
        await asyncio.sleep(0.2)

    application = FakeApplication(5, handle=handle)
    await poll(application, 0.05)
    assert application.handled == [5]
    assert application.waiting == []


async def test_what_does_not_end_in_time_is_left_for_the_next_start() -> None:
    async def handle(number: int) -> None:
        await asyncio.sleep(60 if number == 6 else 0)

    application = FakeApplication(5, 6, 7, handle=handle)
    await poll(application, 0.05)
    assert application.handled == [5, 7]
    assert application.waiting == [6, 7]


async def test_errors_are_outlived() -> None:
    application = FakeApplication(5)
    application.errors = [NetworkError("down"), TelegramError("odd"), Conflict("another poller, for a moment")]
    await poll(application)
    assert application.handled == [5]


async def test_a_newcomer_gives_way() -> None:
    application = FakeApplication(5)
    application.errors = [Conflict("terminated by other getUpdates request")] * 1000
    with pytest.MonkeyPatch.context() as patch, pytest.raises(AlreadyRunning):
        patch.setattr(bot.polling, "CONFLICT_SECONDS", 0.1)
        await poll(application, 5)


async def test_who_has_served_for_long_stays() -> None:
    application = FakeApplication(5)
    application.errors = [Conflict("terminated by other getUpdates request")] * 1000
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.polling, "CONFLICT_SECONDS", 0.05)
        patch.setattr(bot.polling, "NEWCOMER_SECONDS", 0)
        await poll(application)
    assert len(application.offsets) > 3


async def test_a_token_taken_back_ends_the_bot() -> None:
    application = FakeApplication()
    application.errors = [InvalidToken("Unauthorized")]
    with pytest.raises(TokenRejected):
        await poll(application)
