"""Buttons below the bot's reports to admins."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial

import telegram
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.admin.audit import note_refusal
from bot.admin.buttons import Outcome, press
from bot.conversation.response import Response
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.buttons import carry_out
from bot.telegram.handlers.reindexing import begin_reindex
from bot.telegram.handlers.uploads import read_soon
from bot.telegram.transport.sending import edit, send
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError


async def admin_pressed(update: Update, context: Context) -> None:
    """Do what a button is for, if an admin pressed it."""
    query, data = update.callback_query, context.data
    if query is None or query.data is None:
        return
    message = query.message
    if message is None:  # below a message sent through another chat, where none of ours has such buttons
        session = data.session(query.from_user, telegram.Chat(query.from_user.id, ChatType.PRIVATE))
        await asyncio.to_thread(note_refusal, data.services.store, session, f"the button {query.data} in another chat")
        await query.answer(data.services.texts(session).button_unknown)
        return
    session = data.session(query.from_user, message.chat)
    try:
        outcome = await asyncio.to_thread(partial(press, data.admin_services, session, query.data, busy=data.busy))
    except ParkQAError as error:
        outcome = Outcome(Response(error_text(error, data.services.texts(session))))
    with suppress(BadRequest):  # the query is too old
        await query.answer(outcome.response.toast or None)
    if outcome.reindex and data.busy:  # another admin was faster by a moment
        await send(context.bot, session.chat, Message(data.services.texts(session).reindex_running), reply_to=message.message_id)
    elif outcome.reindex:
        _begin(context, session, message, outcome.upload)
    elif outcome.upload:
        read_soon(context, session, outcome.upload, message.message_id)
    await carry_out(outcome.response, message, context)


def _begin(context: Context, session: Session, message: telegram.MaybeInaccessibleMessage, upload: str | None) -> None:
    """Follow a reindex below the report on an upload, or in the place of a dry run."""

    async def announce(said: Message) -> int:
        if upload:
            return (await send(context.bot, session.chat, said, reply_to=message.message_id)).message_id
        await edit(context.bot, session.chat, message.message_id, said)
        return message.message_id

    begin_reindex(context, session, announce, upload=upload)
