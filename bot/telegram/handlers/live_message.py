"""A message that follows long work."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

import telegram
from telegram.error import TelegramError

from bot.messages.message import Message
from bot.telegram.transport.sending import edit

PAUSE = 2.0
"""Seconds between two changes; more often, Telegram would make the bot wait."""


class LiveMessage:
    """A message of ours that changes, but not too often: progress in between is left out, the last word comes a moment later."""

    def __init__(self, bot: telegram.Bot, chat: int, number: int) -> None:
        """Of a message that has just been sent."""
        self._bot = bot
        self._chat = chat
        self._number = number
        self._sent = time.monotonic()
        self._edited: float | None = None

    async def show_progress(self, message: Message) -> None:
        """Change the message, unless it is too early: there will be more to show soon."""
        if time.monotonic() - (self._edited or self._sent) >= PAUSE:
            with suppress(TelegramError):
                await self._edit(message)

    async def conclude(self, message: Message) -> None:
        """Change the message for the last time. Raises TelegramError."""
        if self._edited is not None:
            await asyncio.sleep(max(0.0, self._edited + PAUSE - time.monotonic()))
        await self._edit(message)

    async def _edit(self, message: Message) -> None:
        self._edited = time.monotonic()
        await edit(self._bot, self._chat, self._number, message)
        self._edited = time.monotonic()
