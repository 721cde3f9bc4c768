"""Chats that the bot is not in: results while somebody types after its name, and answers where it is named as a guest."""

from __future__ import annotations

from contextlib import suppress

import telegram
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.conversation.inline import Result, Results, guest_answer, results
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.admission import admit, admitted
from bot.telegram.handlers.request import Request, request_of
from bot.telegram.handlers.runner import or_told
from bot.telegram.transport.addressing import guest_question
from bot.telegram.transport.sending import as_result
from bot.telegram.transport.typing_ahead import TypedSoFar

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


async def _found(query: telegram.InlineQuery, asking: TypedSoFar, context: Context) -> Results | None:
    """The results, or None where nobody waits for them any more."""
    services = context.data.services
    session = context.data.session(query.from_user, telegram.Chat(query.from_user.id, ChatType.PRIVATE), query.query)
    texts, page = services.texts(session), int(query.offset) if query.offset.isascii() and query.offset.isdecimal() else 0

    def find() -> Results | None:
        return None if asking.overtaken else results(services, session, query.query, page)

    async def found() -> Results | None:
        if not admit(query.from_user.id, context.data, light=True):
            return Results([])
        return await context.data.work_queue.run(("inline", query.from_user.id), find)

    return await or_told(found(), texts, lambda _: Results([], hint=texts.inline.unavailable))


async def answer_as_guest(update: Update, context: Context) -> None:
    """Answer somebody who named the bot in a chat that it is not in; one message is all that a guest may say there."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    request = request_of(message, update, context)
    answer = await or_told(_answer(request, message), request.texts, Message)
    if answer:
        result = Result("answer", request.me.first_name, "", None, answer)
        with suppress(BadRequest):  # the query is too old
            await request.bot.answer_guest_query(message.guest_query_id, as_result(result))


async def _answer(request: Request, message: telegram.Message) -> Message | None:
    question = guest_question(message, request.me)
    if not question:
        return Message(request.texts.inline.summoned.format(username=request.me.username))
    if not admitted(message, request.data):
        return None
    return await request.in_turn(guest_answer, request.services, request.session, question)
