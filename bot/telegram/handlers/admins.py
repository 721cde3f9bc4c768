"""What admins are told without having asked."""

from __future__ import annotations

from contextlib import suppress

import telegram
from telegram.error import TelegramError

from bot.messages.message import Message
from bot.telegram.context import BotData
from bot.telegram.transport.sending import send


async def tell_admins(bot: telegram.Bot, data: BotData, text: str) -> None:
    """A message to each admin that has a chat with the bot."""
    for admin in data.settings.bot.admins:
        with suppress(TelegramError):  # who has never written to the bot cannot be written to
            await send(bot, admin, Message(text))
