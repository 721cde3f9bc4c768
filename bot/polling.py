"""Long polling that loses no question.

Telegram forgets an update once a later one is asked for. python-telegram-bot's own updater asks as soon as it has put an update into
its queue, so that a killed process loses what was still in there. Here an update is confirmed only when it has been handled: whatever
ended the process, Telegram hands out again what was not answered.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.context import ParkQABot
from bot.errors import AlreadyRunning, TokenRejected

logger = logging.getLogger(__name__)

POLL_SECONDS = 10
"""How long Telegram holds a request open when there is nothing new. A server may take as long to notice that a killed bot is gone."""
UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)
LOOK_AGAIN_SECONDS = 0.5
"""How soon to ask for new updates while old ones are still being handled; until then Telegram repeats those at once."""
NEWCOMER_SECONDS = 60
CONFLICT_SECONDS = 15
"""Two processes that poll for one bot keep interrupting each other. The newcomer gives way after so long without an undisturbed request."""
LONGEST_PAUSE = 30
DRAIN_SECONDS = 20
"""How long the end of the process waits for questions that are being answered."""
CONFIRM_SECONDS = 5
"""And how long for Telegram to hear of it."""


class Polling:
    """Fetches updates and has the application handle them, until it is cancelled."""

    def __init__(self, application: ParkQABot) -> None:
        self._application = application
        self._handling: dict[int, asyncio.Task[None]] = {}
        """By number, in order of arrival: every update that Telegram does not yet know to be handled."""
        self._offset = 0
        """The first update that is not confirmed."""
        self._started = self._last_success = time.monotonic()
        self._failures = 0
        """Requests that failed since then."""

    async def run(self) -> None:
        """Poll until cancelled, then finish what was begun. Raises TokenRejected, or AlreadyRunning when another process polls too."""
        try:
            while True:
                await self._step()
        finally:
            await self._drain()

    async def _step(self) -> None:
        try:
            updates = await self._fetch(0 if self._handling else POLL_SECONDS)
        except TelegramError as error:
            self._failures += 1
            self._judge(error)
            await asyncio.sleep(min(LONGEST_PAUSE, 0.25 * 2 ** min(self._failures, 10)))
            return
        self._failures, self._last_success = 0, time.monotonic()
        for update in updates:
            if update.update_id >= self._offset and update.update_id not in self._handling:
                self._handling[update.update_id] = self._handle(update)
        if self._handling:
            await asyncio.wait(self._handling.values(), timeout=LOOK_AGAIN_SECONDS)
        self._confirm_handled()

    async def _fetch(self, seconds: int) -> tuple[Update, ...]:
        return await self._application.bot.get_updates(offset=self._offset, timeout=seconds, allowed_updates=UPDATES)

    def _handle(self, update: Update) -> asyncio.Task[None]:
        handling = self._application.process_update(update)
        return asyncio.create_task(self._application.update_processor.process_update(update, handling), name=f"update {update.update_id}")

    def _confirm_handled(self) -> None:
        """Move the offset behind the updates that are handled, up to the first that is not."""
        for number, task in list(self._handling.items()):
            if not task.done():
                break
            del self._handling[number]
            self._offset = number + 1

    def _judge(self, error: TelegramError) -> None:
        """Raise where trying again is useless."""
        if isinstance(error, InvalidToken):
            raise TokenRejected("Telegram rejects the bot's token: check PARKQA_BOT__TOKEN, or get a new one from @BotFather.") from None
        now = time.monotonic()
        if isinstance(error, Conflict) and now - self._started < NEWCOMER_SECONDS and now - self._last_success >= CONFLICT_SECONDS:
            raise AlreadyRunning(
                "Another process already receives this bot's messages: stop it, or give this one a token of its own."
            ) from None
        logger.warning("Fetching updates failed (%s); trying again", error)

    async def _drain(self) -> None:
        """Let questions be answered that are being worked on, and tell Telegram which are done."""
        if self._handling:
            await asyncio.wait(self._handling.values(), timeout=DRAIN_SECONDS)
        self._confirm_handled()
        for task in self._handling.values():
            task.cancel()
        if self._offset:
            with suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(self._fetch(0), CONFIRM_SECONDS)
