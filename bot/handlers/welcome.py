"""/start and /help."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.context import Context
from bot.dialogue.deep_link import ASK_HERE, HELP, parse_payload
from bot.dialogue.reading import linked_quote
from bot.message import Message
from bot.sending import reply


async def start(update: Update, context: Context) -> None:
    """Say who the bot is, or what the link is about that somebody has followed: a quote, or the help."""
    message = update.message
    if message is None:
        return
    texts, said = context.data.texts_for(message.from_user), context.args[0] if context.args else ""
    if said == HELP:
        await explain(update, context)
    elif linked := parse_payload(said):
        visitor = context.data.visitor(message.from_user, message.chat)
        await reply(message, await asyncio.to_thread(linked_quote, context.data.desk, visitor, *linked))
    else:
        await reply(message, Message(texts.elsewhere.ask_here if said == ASK_HERE else texts.start))


async def explain(update: Update, context: Context) -> None:
    """Say how to use it; admins read about their commands too."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        admin = context.data.is_admin(message.from_user)
        await reply(message, Message(f"{texts.help}\n\n{texts.help_admin}" if admin else texts.help))
