"""/latest, /sources and /about: looking around without a question."""

from __future__ import annotations

import logging
from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.dialogue import about_index, browsing
from bot.dialogue.desk import Desk
from bot.dialogue.visitor import Visitor
from bot.errors import error_text
from bot.messages.message import Message
from bot.transport.sending import reply
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


async def _show(view: Callable[[Desk, Visitor], Message], update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    desk, visitor = context.data.desk, context.data.visitor(message.from_user, message.chat)
    try:
        shown = await context.data.work_queue.run(visitor.chat, view, desk, visitor)
    except ParkQAError as error:
        logger.warning("A list was not shown: %s", error)
        shown = Message(error_text(error, desk.texts(visitor)))
    await reply(message, shown)
