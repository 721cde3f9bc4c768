"""What happens when a handler fails."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import Forbidden, TelegramError

from bot.context import Context
from bot.message import Message
from bot.sending import reply

logger = logging.getLogger(__name__)


async def report_failure(update: object, context: Context) -> None:
    """Log the error; a bug is admitted to whoever asked, trouble with Telegram itself could not be."""
    error = context.error
    if isinstance(error, Forbidden):
        logger.info("A chat is closed to the bot: %s", error)
    elif isinstance(error, TelegramError):
        logger.warning("Telegram did not take a message: %s", error)
    else:
        logger.error("A handler failed", exc_info=error)
        if isinstance(update, Update) and (message := update.message):
            await reply(message, Message(context.data.texts_for(message.from_user).internal_error))
