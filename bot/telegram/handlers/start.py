"""/start and /help."""

from __future__ import annotations

import logging

import telegram
from telegram import Update
from telegram.constants import ChatType

from bot.conversation.deep_link import ASK_HERE, HELP, parse_payload
from bot.conversation.reading_on import linked_quote
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.command_menu import set_admin_menu
from bot.telegram.transport.sending import reply
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)


async def start(update: Update, context: Context) -> None:
    """Say who the bot is, or what the link is about that somebody has followed: a quote, or the help."""
    message = update.message
    if message is None:
        return
    texts, said = context.data.texts_for(message.from_user), context.args[0] if context.args else ""
    if said == HELP:
        await explain(update, context)
    elif linked := parse_payload(said):
        await reply(message, await _linked(message, linked, context))
    else:
        await reply(message, Message(texts.elsewhere.ask_here if said == ASK_HERE else texts.start))
    if message.chat.type == ChatType.PRIVATE and context.data.is_admin(message.from_user):  # before, Telegram did not know the chat
        await set_admin_menu(context.bot, context.data.settings.bot.language, message.chat_id)


async def _linked(message: telegram.Message, linked: tuple[str, int], context: Context) -> Message:
    services, session = context.data.services, context.data.session(message.from_user, message.chat)
    try:
        return await context.data.work_queue.run(session.chat, linked_quote, services, session, *linked)
    except ParkQAError as error:
        logger.warning("A linked quote was not shown: %s", error)
        return Message(error_text(error, services.texts(session)))


async def explain(update: Update, context: Context) -> None:
    """Say how to use it; admins read about their commands too, where nobody else does."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        admin = message.chat.type == ChatType.PRIVATE and context.data.is_admin(message.from_user)
        await reply(message, Message(f"{texts.help}\n\n{texts.help_admin}" if admin else texts.help))
