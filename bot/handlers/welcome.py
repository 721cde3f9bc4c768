"""/start and /help."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.message import Message
from bot.sending import reply


async def start(update: Update, context: Context) -> None:
    """Say who the bot is."""
    if message := update.message:
        await reply(message, Message(context.data.texts_for(message.from_user).start))


async def explain(update: Update, context: Context) -> None:
    """Say how to use it; admins read about their commands too."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        admin = context.data.is_admin(message.from_user)
        await reply(message, Message(f"{texts.help}\n\n{texts.help_admin}" if admin else texts.help))
