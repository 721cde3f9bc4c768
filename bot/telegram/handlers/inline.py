"""Chats that the bot is not in: results while somebody types after its name, and answers where it is named as a guest."""

from __future__ import annotations

import logging
from contextlib import suppress

import telegram
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.conversation.inline import Result, Results, guest_answer, results
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.addressing import guest_question
from bot.telegram.transport.question_limit import Admission
from bot.telegram.transport.sending import as_result
from bot.telegram.transport.typing_ahead import Asking
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

CACHE_SECONDS = 60
"""How long Telegram may show the same results for the same words: a new index should be seen soon."""


async def offer(update: Update, context: Context) -> None:
    """Offer quotes for what somebody is typing."""
    query = update.inline_query
    if query is None:
        return
    with context.data.typing.asking(query.from_user.id) as asking:
        found = await _found(query, asking, context)
    if found is None:
        return
    button = telegram.InlineQueryResultsButton(found.hint, start_parameter=found.payload) if found.hint else None
    with suppress(BadRequest):  # the query is too old: whoever typed it has gone on
        await query.answer(
            [as_result(result) for result in found.results],
            cache_time=CACHE_SECONDS if found.results else 0,
            is_personal=True,  # in the language of whoever asks
            next_offset="" if found.next_page is None else str(found.next_page),
            button=button,
        )


async def _found(query: telegram.InlineQuery, asking: Asking, context: Context) -> Results | None:
    """The results, or None where nobody waits for them any more."""
    services = context.data.services
    session = context.data.session(query.from_user, telegram.Chat(query.from_user.id, ChatType.PRIVATE), query.query)
    page = int(query.offset) if query.offset.isascii() and query.offset.isdecimal() else 0

    def find() -> Results | None:
        return None if asking.overtaken else results(services, session, query.query, page)

    try:
        return await context.data.work_queue.run(("inline", query.from_user.id), find)
    except ParkQAError as error:
        logger.warning("An inline query was not answered: %s", error)
        return Results([], hint=services.texts(session, query.query).elsewhere.unavailable)


async def answer_as_guest(update: Update, context: Context) -> None:
    """Answer somebody who named the bot in a chat that it is not in; one message is all that a guest may say there."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    said = await _said_as_guest(message, context)
    if said:
        result = Result("answer", context.bot.first_name, "", None, said)
        with suppress(BadRequest):  # the query is too old
            await context.bot.answer_guest_query(message.guest_query_id, as_result(result))


async def _said_as_guest(message: telegram.Message, context: Context) -> Message | None:
    data, question = context.data, guest_question(message, context.bot.bot)
    session = data.session(message.from_user, message.chat, question)
    texts = data.services.texts(session, question)
    if not question:
        return Message(texts.elsewhere.summoned.format(username=context.bot.username))
    sender = message.sender_chat or message.from_user
    match data.question_limit.admit(sender.id if sender else message.chat_id):
        case Admission.REFUSE:
            return Message(texts.too_many_questions.format(per_minute=data.question_limit.per_minute))
        case Admission.IGNORE:
            return None
    try:
        return await data.work_queue.run(message.chat_id, guest_answer, data.services, session, question)
    except ParkQAError as error:
        logger.warning("A guest's question was not answered: %s", error)
        return Message(error_text(error, texts))
