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
from bot.admin.presses import Outcome, press
from bot.context import Context
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.errors import error_text
from bot.handlers.buttons import carry_out
from bot.handlers.reindexing import begin_reindex
from bot.handlers.uploads import read_soon
from bot.messages.message import Message
from bot.transport.sending import edit, send
from corpus.errors import ParkQAError


async def admin_pressed(update: Update, context: Context) -> None:
    """Do what a button is for, if an admin pressed it."""
    query, data = update.callback_query, context.data
    if query is None or query.data is None:
        return
    message = query.message
    if message is None:  # below a message sent through another chat, where none of ours has such buttons
        visitor = data.visitor(query.from_user, telegram.Chat(query.from_user.id, ChatType.PRIVATE))
        await asyncio.to_thread(note_refusal, data.desk.store, visitor, f"the button {query.data} in another chat")
        await query.answer(data.desk.texts(visitor).button_unknown)
        return
    visitor = data.visitor(query.from_user, message.chat)
    try:
        outcome = await asyncio.to_thread(partial(press, data.office, visitor, query.data, busy=data.busy))
    except ParkQAError as error:
        outcome = Outcome(Reaction(error_text(error, data.desk.texts(visitor))))
    with suppress(BadRequest):  # the query is too old
        await query.answer(outcome.reaction.toast or None)
    if outcome.reindex and data.busy:  # another admin was faster by a moment
        await send(context.bot, visitor.chat, Message(data.desk.texts(visitor).reindex_running), reply_to=message.message_id)
    elif outcome.reindex:
        _begin(context, visitor, message, outcome.upload)
    elif outcome.upload:
        read_soon(context, visitor, outcome.upload, message.message_id)
    await carry_out(outcome.reaction, message, context)


def _begin(context: Context, visitor: Visitor, message: telegram.MaybeInaccessibleMessage, upload: str | None) -> None:
    """Follow a reindex below the report on an upload, or in the place of a dry run."""

    async def announce(said: Message) -> int:
        if upload:
            return (await send(context.bot, visitor.chat, said, reply_to=message.message_id)).message_id
        await edit(context.bot, visitor.chat, message.message_id, said)
        return message.message_id

    begin_reindex(context, visitor, announce, upload=upload)
