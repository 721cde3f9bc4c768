"""Questions and their answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import telegram
from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.conversation.asking import forget
from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.admission import admitted
from bot.telegram.handlers.buttons import carry_out
from bot.telegram.transport.addressing import question_in
from bot.telegram.transport.sending import reply
from bot.texts.error_text import error_text
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

TYPING_AFTER = 0.3
"""Seconds until the chat shows that the bot is typing. Most answers come sooner and need no second request."""
MANY_WAITING = 50
"""Questions in the queue from which on nobody sees typing: it would fade, after five seconds, before the answer came, and delay it."""
FRESH = timedelta(hours=1)
"""How old a message may be whose edit is answered though the message itself was not, say because it held no question."""


async def answer(update: Update, context: Context) -> None:
    """Answer a message that asks the bot something."""
    if update.message:
        await _answer_message(update.message, context)


async def answer_again(update: Update, context: Context) -> None:
    """Change the answer to a question that was edited. Edits of old messages that were never answered are passed over."""
    message = update.edited_message
    question = question_in(message, context.bot.bot) if message else None
    if message is None or not question:
        return
    services, session = context.data.services, context.data.session(message.from_user, message.chat, question)
    shown = await asyncio.to_thread(services.store.answers.to_question, message.chat_id, message.message_id)
    if shown and shown.message:
        if await admitted(message, context):
            response = await _response(
                lambda: respond_to_edit(services, session, _typed(message, question), shown), message, question, context
            )
            await carry_out(response, message, context, of_ours=shown.message)
    elif datetime.now(UTC) - message.date < FRESH:
        await _answer_message(message, context)


async def start_anew(update: Update, context: Context) -> None:
    """/new: what comes next is no follow-up."""
    if message := update.message:
        session = context.data.session(message.from_user, message.chat)
        await reply(message, await asyncio.to_thread(forget, context.data.services, session))


async def _answer_message(message: telegram.Message, context: Context) -> None:
    question = question_in(message, context.bot.bot)
    if question is None:
        return
    services, session = context.data.services, context.data.session(message.from_user, message.chat, question)
    if not question:
        await reply(message, Message(context.data.texts_for(message.from_user).ask_usage))
        return
    if not await admitted(message, context):
        return
    response = _response(lambda: respond(services, session, _typed(message, question)), message, question, context)
    await carry_out(await _while_typing(response, message, context), message, context)


def _typed(message: telegram.Message, question: str) -> Typed:
    replied = message.reply_to_message
    return Typed(question, message.message_id, replied.message_id if replied else None)


async def _response(responding: Callable[[], Response], message: telegram.Message, question: str, context: Context) -> Response:
    """What a question brings; an error of the index is said too."""
    try:
        return await context.data.work_queue.run(message.chat_id, responding)
    except ParkQAError as error:
        logger.warning("A question was not answered: %s", error)
        return Response(send=Message(error_text(error, context.data.texts_for(message.from_user, said=question))))


async def _while_typing(response: Awaitable[Response], message: telegram.Message, context: Context) -> Response:
    typing = asyncio.create_task(_type(message, context))
    try:
        return await response
    finally:
        typing.cancel()


async def _type(message: telegram.Message, context: Context) -> None:
    await asyncio.sleep(TYPING_AFTER)
    if context.data.work_queue.waiting > MANY_WAITING:
        return
    with suppress(TelegramError):  # a courtesy that an older server may not know
        await message.reply_chat_action(ChatAction.TYPING)
