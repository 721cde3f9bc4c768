"""/follow, /unfollow and /following."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import telegram
from telegram import Update

from bot.conversation.following import follow, overview, unfollow
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import reply
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

Command = Callable[[Services, Session, str, int | None], Message]


async def start_following(update: Update, context: Context) -> None:
    """/follow and a park or a question; or as a reply to an answer, to anybody's question, or after a question of one's own."""
    await _carry_out(update, context, follow)


async def stop_following(update: Update, context: Context) -> None:
    """/unfollow, likewise."""
    await _carry_out(update, context, unfollow)


async def list_follows(update: Update, context: Context) -> None:
    """/following: what is followed here, and when nothing is sent."""
    await _carry_out(update, context, lambda services, session, *_: overview(services, session))


async def _carry_out(update: Update, context: Context, command: Command) -> None:
    message = update.message
    if message is None:
        return
    replied, services = message.reply_to_message, context.data.services
    said = " ".join(context.args or ()) or _said_by_another(replied, context)
    thread = message.message_thread_id if message.is_topic_message else None
    session = context.data.session(message.from_user, message.chat, said, thread)
    try:
        answer = await asyncio.to_thread(command, services, session, said, replied.message_id if replied else None)
    except ParkQAError as error:
        logger.warning("A command about follows did nothing: %s", error)
        answer = Message(error_text(error, services.texts(session)))
    await reply(message, answer)


def _said_by_another(replied: telegram.Message | None, context: Context) -> str:
    """The text of the message that a command replies to, where it is not the bot's own."""
    if replied is None or replied.from_user == context.bot.bot or replied.forum_topic_created:
        return ""
    return (replied.text or replied.caption or "").strip()
