"""Which questions are taken up at all, and what is said to those whose are not."""

from __future__ import annotations

import logging

import telegram
from telegram import Update

from bot.errors import TooManyQuestions
from bot.messages.message import Message
from bot.telegram.context import BotData, Context
from bot.telegram.handlers.request import request_of
from bot.telegram.transport.addressing import question_in
from bot.telegram.transport.question_limit import Admission

logger = logging.getLogger(__name__)


def admitted(message: telegram.Message, data: BotData) -> bool:
    """Whether a message's sender may ask now. Raises TooManyQuestions where not, unless the sender was told so within the last minute."""
    sender = message.sender_chat or message.from_user  # all anonymous admins of the world share one user
    admission = data.question_limit.admit(sender.id if sender else message.chat_id)
    if admission is Admission.ANSWER:
        return True
    data.metrics.refused()
    if admission is Admission.REFUSE:
        raise TooManyQuestions(data.question_limit.per_minute)
    logger.info("A question too many was not answered")
    return False


async def turn_away(update: Update, context: Context) -> None:
    """Say, once a minute in a chat, that more is waiting in it than will be answered soon. What is not for the bot needs no word."""
    message = update.message
    context.data.metrics.refused()
    logger.warning("Too much is waiting in this chat; an update is turned away")
    if message and question_in(message, context.bot.bot) is not None and context.data.busy_notices.due(message.chat_id):
        request = request_of(message, update, context)
        await request.reply(Message(request.texts.busy))
