"""/latest, /sources and /about: looking around without a question."""

from __future__ import annotations

import logging
from collections.abc import Callable

from telegram import Update

from bot.conversation import about_index, browsing
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import reply
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)


async def latest(update: Update, context: Context) -> None:
    """The newest reports."""
    await _show(browsing.latest, update, context)


async def sources(update: Update, context: Context) -> None:
    """The parks with their reports."""
    await _show(browsing.sources, update, context)


async def about(update: Update, context: Context) -> None:
    """What the index holds and how far its answers can be trusted."""
    await _show(about_index.about, update, context)


async def _show(view: Callable[[Services, Session], Message], update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    services, session = context.data.services, context.data.session(message.from_user, message.chat)
    try:
        shown = await context.data.work_queue.run(session.chat, view, services, session)
    except ParkQAError as error:
        logger.warning("A list was not shown: %s", error)
        shown = Message(error_text(error, services.texts(session)))
    await reply(message, shown)
