"""Which questions are taken up at all, and what is said to those whose are not."""

from __future__ import annotations

import logging

import telegram
from telegram import Update

from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.addressing import question_in
from bot.telegram.transport.question_limit import Admission
from bot.telegram.transport.sending import reply

logger = logging.getLogger(__name__)


async def admitted(message: telegram.Message, context: Context) -> bool:
    """Whether a message's sender may ask now; if not, and not told within the last minute, the sender is told."""
    sender = message.sender_chat or message.from_user  # all anonymous admins of the world share one user
    admission = context.data.question_limit.admit(sender.id if sender else message.chat_id)
    if admission is Admission.REFUSE:
        texts = context.data.texts_for(message.from_user, said=message.text or "")
        await reply(message, Message(texts.too_many_questions.format(per_minute=context.data.question_limit.per_minute)))
    if admission is not Admission.ANSWER:
        context.data.metrics.refused()
        logger.info("A question too many was not answered")
    return admission is Admission.ANSWER


async def turn_away(update: Update, context: Context) -> None:
    """Say, once a minute in a chat, that more is waiting in it than will be answered soon. What is not for the bot needs no word."""
    message = update.message
    context.data.metrics.refused()
    logger.warning("Too much is waiting in this chat; an update is turned away")
    if message and question_in(message, context.bot.bot) is not None and context.data.busy_notices.due(message.chat_id):
        await reply(message, Message(context.data.texts_for(message.from_user, said=message.text or "").busy))
