"""Buttons below the bot's messages."""

from __future__ import annotations

from contextlib import suppress

import telegram
from telegram import Update
from telegram.constants import MessageEntityType
from telegram.error import BadRequest

from bot.conversation.response import Response
from bot.telegram.context import Context
from bot.telegram.handlers.admission import admit
from bot.telegram.handlers.request import Request, thread_of
from bot.telegram.handlers.runner import carry_out, or_told
from bot.telegram.handlers.standing import with_standing


async def pressed(update: Update, context: Context) -> None:
    """Do what a button is for."""
    query = update.callback_query
    if query is None:
        return
    if query.message is None or query.data is None:  # nothing of ours: what we send through other chats has no such buttons
        await query.answer(context.data.texts_for(query.from_user).button_unknown)
        return
    message, replied = query.message, _replied(query.message)
    session = context.data.session(query.from_user, message.chat, replied, thread_of(message))
    request = Request(update, context, session, message.message_id, ours=message.message_id)
    response = await or_told(_response(request, query.from_user.id, query.data, replied), request.texts, Response)
    with suppress(BadRequest):  # the query is too old: its sign of waiting is long gone, and what it asks for is still wanted
        await query.answer(response.toast or None)
    await carry_out(response, request)


async def _response(request: Request, person: int, pressed: str, replied: str) -> Response:
    dispatcher = request.data.dispatcher
    session = await with_standing(request.session, request.bot) if dispatcher.guards(pressed) else request.session
    if not admit(person, request.data, light=not dispatcher.asks(pressed)):
        return Response()
    return await request.in_turn(dispatcher.press, session, pressed, replied)


def _replied(message: telegram.MaybeInaccessibleMessage) -> str:
    """The question above an answer, as far as Telegram still tells it."""
    asked = message.reply_to_message if isinstance(message, telegram.Message) else None
    if asked is None or asked.text is None or (asked.from_user and asked.from_user.is_bot):
        return ""
    command = next(iter(asked.parse_entities([MessageEntityType.BOT_COMMAND]).values()), "")
    return asked.text.removeprefix(command).strip()
