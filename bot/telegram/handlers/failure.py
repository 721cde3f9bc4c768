"""What happens when a handler fails."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import Forbidden, TelegramError

from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.membership import chat_gone
from bot.telegram.handlers.request import request_of
from bot.telegram.transport.addressing import question_in

logger = logging.getLogger(__name__)


async def give_up(update: Update, context: Context) -> None:
    """Say that a question is not answered: processes ended while they were at it."""
    message = update.message
    if message and question_in(message, context.bot.bot) is not None:
        request = request_of(message, update, context)
        await request.reply(Message(request.texts.internal_error))


async def report_failure(update: object, context: Context) -> None:
    """Log and count the error; a bug is admitted to whoever asked, trouble with Telegram itself could not be."""
    error = context.error
    if isinstance(error, Forbidden):
        if isinstance(update, Update) and update.effective_chat:
            await chat_gone(update.effective_chat.id, context)
    elif isinstance(error, TelegramError):
        context.data.metrics.failed("telegram")
        logger.warning("Telegram did not take a message: %s", error)
    else:
        context.data.metrics.failed("bug")
        logger.error("A handler failed", exc_info=error)
        if isinstance(update, Update) and (message := update.message):
            request = request_of(message, update, context)
            await request.reply(Message(request.texts.internal_error))
