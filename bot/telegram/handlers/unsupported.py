"""Messages that are neither a question nor a command that we know."""

from __future__ import annotations

from telegram import Update

from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import reply


async def unknown_command(update: Update, context: Context) -> None:
    """Point to the help."""
    if message := update.message:
        await reply(message, Message(context.data.texts_for(message.from_user).unknown_command))


async def not_text(update: Update, context: Context) -> None:
    """Ask for text."""
    if message := update.message:
        await reply(message, Message(context.data.texts_for(message.from_user).text_only))
