"""Buttons below the bot's messages."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

import telegram
from telegram import Update
from telegram.error import BadRequest

from bot.admin.response import AdminResponse
from bot.conversation.response import Response
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.reindexing import begin_reindex
from bot.telegram.handlers.uploads import read_soon
from bot.telegram.transport.sending import change_buttons, edit, send, send_document
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)


async def pressed(update: Update, context: Context) -> None:
    """Do what a button is for."""
    query = update.callback_query
    if query is None:
        return
    if query.message is None or query.data is None:  # nothing of ours: what we send through other chats has no such buttons
        await query.answer(context.data.texts_for(query.from_user).button_unknown)
        return
    replied = _replied(query.message)
    session = context.data.session(query.from_user, query.message.chat, replied, _thread(query.message))
    try:
        response = await context.data.work_queue.run(session.chat, context.data.dispatcher.press, session, query.data, replied)
    except ParkQAError as error:
        logger.warning("A button did nothing: %s", error)
        response = Response(error_text(error, context.data.services.texts(session, replied)))
    with suppress(BadRequest):  # the query is too old: its sign of waiting is long gone, and what it asks for is still wanted
        await query.answer(response.toast or None)
    if isinstance(response, AdminResponse):
        await _begin(response, query.message, session, context)
    await carry_out(response, query.message, context)


async def _begin(response: AdminResponse, message: telegram.MaybeInaccessibleMessage, session: Session, context: Context) -> None:
    """Begin what an admin's button asks for. A reindex is followed below the report on an upload, or in the place of a dry run."""

    async def announce(said: Message) -> int:
        if response.upload:
            return (await send(context.bot, session.chat, said, reply_to=message.message_id)).message_id
        await edit(context.bot, session.chat, message.message_id, said)
        return message.message_id

    if response.reindex and context.data.busy:  # another admin was faster by a moment
        await send(context.bot, session.chat, Message(context.data.services.texts(session).reindex_running), reply_to=message.message_id)
    elif response.reindex:
        begin_reindex(context, session, announce, upload=response.upload)
    elif response.upload:
        read_soon(context, session, response.upload, message.message_id)


async def carry_out(response: Response, message: telegram.MaybeInaccessibleMessage, context: Context, of_ours: int | None = None) -> None:
    """Show in the chat what came of a message, or of a button below one; what changes is that message, or the one of ours given."""
    chat, number = message.chat.id, message.message_id
    thread = _thread(message)
    if response.edit:
        await edit(context.bot, chat, of_ours or number, response.edit)
    if response.buttons is not None:
        await change_buttons(context.bot, chat, of_ours or number, response.buttons)
    if response.send:
        sent = await send(context.bot, chat, response.send, reply_to=number, thread=thread)
        if response.answer:
            await asyncio.to_thread(context.data.services.store.answers.sent, response.answer, sent.message_id)
    if response.file:
        await send_document(context.bot, chat, response.file, reply_to=number, thread=thread)


def _thread(message: telegram.MaybeInaccessibleMessage) -> int | None:
    """The topic that a message is in."""
    return message.message_thread_id if isinstance(message, telegram.Message) and message.is_topic_message else None


def _replied(message: telegram.MaybeInaccessibleMessage) -> str:
    """The question above an answer, as far as Telegram still tells it."""
    asked = message.reply_to_message if isinstance(message, telegram.Message) else None
    if asked is None or asked.text is None or (asked.from_user and asked.from_user.is_bot):
        return ""
    command = next(iter(asked.parse_entities([telegram.constants.MessageEntityType.BOT_COMMAND]).values()), "")
    return asked.text.removeprefix(command).strip()
