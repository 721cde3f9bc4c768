"""Long polling that loses no question.

Telegram forgets an update once a later one is asked for. python-telegram-bot's own updater asks as soon as it has put an update into
its queue, so that a killed process loses what was still in there. Here the next ones are asked for when these are safe in the inbox.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.errors import AlreadyRunning, TokenRejected
from bot.store.inbox import Arrived
from bot.telegram.transport.intake import Intake, NotAccepted
from bot.telegram.transport.updates import UPDATES, opened

logger = logging.getLogger(__name__)

POLL_SECONDS = 10
"""How long Telegram holds a request open when there is nothing new. A server may take as long to notice that a killed bot is gone."""
NEWCOMER_SECONDS = 60
CONFLICT_SECONDS = 15
"""Two processes that poll for one bot keep interrupting each other. The newcomer gives way after so long without an undisturbed request."""
LONGEST_PAUSE = 30
CONFIRM_SECONDS = 5
"""How long the end of the process waits for Telegram to hear what has been accepted."""


class Polling:
    """Fetches updates for the intake, until it is cancelled."""

    def __init__(self, bot: Bot, intake: Intake, heard: Callable[[], None] = lambda: None) -> None:
        """`heard` is called whenever Telegram has answered."""
        self._bot = bot
        self._intake = intake
        self._heard = heard
        self._offset = 0
        """The first update that is not accepted."""
        self._started = self._last_success = time.monotonic()
        self._failures = 0
        """Requests that failed since then."""

    async def run(self) -> None:
        """Poll until cancelled. Raises TokenRejected, or AlreadyRunning when another process polls too."""
        try:
            while True:
                await self._step()
        finally:
            await self._confirm()

    async def _step(self) -> None:
        await self._intake.room()
        try:
            updates = await self._fetch(POLL_SECONDS)
            await self._intake.accept(updates)
        except (TelegramError, NotAccepted) as error:
            self._failures += 1
            self._judge(error)
            await asyncio.sleep(min(LONGEST_PAUSE, 0.25 * 2 ** min(self._failures, 10)))
            return
        self._failures, self._last_success = 0, time.monotonic()
        self._heard()
        if updates:
            self._offset = updates[-1].number + 1

    async def _fetch(self, seconds: int) -> list[Arrived]:
        return [opened(each) for each in await self._bot.get_updates(offset=self._offset, timeout=seconds, allowed_updates=UPDATES)]

    def _judge(self, error: Exception) -> None:
        """Raise where trying again is useless."""
        if isinstance(error, InvalidToken):
            raise TokenRejected("Telegram rejects the bot's token: check PARKQA_BOT__TOKEN, or get a new one from @BotFather.") from None
        now = time.monotonic()
        if isinstance(error, Conflict) and now - self._started < NEWCOMER_SECONDS and now - self._last_success >= CONFLICT_SECONDS:
            raise AlreadyRunning(
                "Another process already receives this bot's messages: stop it, or give this one a token of its own."
            ) from None
        logger.warning("Fetching updates failed (%s); trying again", error)

    async def _confirm(self) -> None:
        """Tell Telegram which updates it may forget; it would have been told with the next request."""
        if self._offset:
            with suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(self._fetch(0), CONFIRM_SECONDS)
