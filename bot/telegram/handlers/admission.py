"""Which questions are taken up at all, and what is said to those whose are not."""

from __future__ import annotations

import logging
from collections.abc import Hashable

import telegram
from telegram import Update

from bot.errors import TooManyQuestions
from bot.messages.message import Message
from bot.telegram.context import BotData, Context
from bot.telegram.handlers.request import request_of
from bot.telegram.transport.addressing import question_in
from bot.telegram.transport.question_limit import Admission

logger = logging.getLogger(__name__)


LIGHT = 0.25
"""What a page turned, a command or a letter typed in another chat counts, where a question counts one.

It is counted by itself: who has asked too much can still read the help.
"""


def admitted(message: telegram.Message, data: BotData, *, light: bool = False) -> bool:
    """Whether a message's sender may be served now. Raises TooManyQuestions where not, unless they were told so within the last minute."""
    return admit(_sender(message), data, light=light)


def admit(who: Hashable, data: BotData, *, light: bool) -> bool:
    """The same for whoever acts, whatever the door. Raises TooManyQuestions."""
    admission = data.question_limit.admit(("light", who), LIGHT) if light else data.question_limit.admit(who)
    if admission is Admission.ANSWER:
        return True
    data.metrics.refused()
    if admission is Admission.REFUSE:
        raise TooManyQuestions(data.question_limit.per_minute)
    logger.info("Somebody asked too much and was not served")
    return False


def _sender(message: telegram.Message) -> Hashable:
    """Who is behind a message. All channels and anonymous admins of a chat count as one: a person can have any number of channels."""
    if message.sender_chat or message.from_user is None:
        return "not by name", message.chat_id
    return message.from_user.id


async def turn_away(update: Update, context: Context) -> None:
    """Say, once a minute in a chat, that more is waiting in it than will be answered soon. What is not for the bot needs no word."""
    message = update.message
    context.data.metrics.refused()
    logger.warning("Too much is waiting in this chat; an update is turned away")
    if message and question_in(message, context.bot.bot) is not None and context.data.busy_notices.due(message.chat_id):
        request = request_of(message, update, context)
        await request.reply(Message(request.texts.busy))


async def put_off(update: Update, context: Context) -> None:
    """Say, once in a chat, that a question cannot be kept now and will be answered: Telegram delivers it again until it can."""
    message = update.message
    if message and question_in(message, context.bot.bot) is not None and context.data.later_notices.due(message.chat_id):
        request = request_of(message, update, context)
        await request.reply(Message(request.texts.later))
