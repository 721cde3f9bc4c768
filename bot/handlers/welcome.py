"""/start and /help."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.context import Context
from bot.dialogue.deep_link import parse_payload
from bot.dialogue.reading import linked_quote
from bot.message import Message
from bot.sending import reply


async def start(update: Update, context: Context) -> None:
    """Say who the bot is, or show the quote that a shared link leads to."""
    if message := update.message:
        linked = parse_payload(context.args[0]) if context.args else None
        if linked is None:
            await reply(message, Message(context.data.texts_for(message.from_user).start))
        else:
            visitor = context.data.visitor(message.from_user, message.chat)
            await reply(message, await asyncio.to_thread(linked_quote, context.data.desk, visitor, *linked))


async def explain(update: Update, context: Context) -> None:
    """Say how to use it; admins read about their commands too."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        admin = context.data.is_admin(message.from_user)
        await reply(message, Message(f"{texts.help}\n\n{texts.help_admin}" if admin else texts.help))
