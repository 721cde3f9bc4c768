"""Questions and their answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import telegram
from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.starting_points import how_to_ask
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.store.answers import ShownAnswer
from bot.telegram.context import Context
from bot.telegram.handlers.admission import admitted
from bot.telegram.handlers.request import Request, request_of
from bot.telegram.handlers.runner import on_message, settle
from bot.telegram.transport.addressing import question_in

logger = logging.getLogger(__name__)

TYPING_AFTER = 0.3
"""Seconds until the chat shows that the bot is typing. Most answers come sooner and need no second request."""
MANY_WAITING = 50
"""Questions in the queue from which on nobody sees typing: it would fade, after five seconds, before the answer came, and delay it."""
FRESH = timedelta(hours=1)
"""How old a message may be whose edit is answered though the message itself was not, say because it held no question."""


@on_message
async def answer(request: Request, message: telegram.Message) -> Response | None:
    """Answer a message that asks the bot something."""
    question = question_in(message, request.me)
    if question is None:
        return None
    if not question:
        return Response(send=await request.in_turn(how_to_ask, request.services, request.session))
    return await answered(request, message, question)


async def answered(request: Request, message: telegram.Message, question: str) -> Response | None:
    """What comes of a question in a message; nothing where too many come."""
    if not admitted(message, request.data):
        return None
    return await _while_typing(request.in_turn(respond, request.services, request.session, _typed(message, question)), request)


async def was_answered(update: Update, context: Context) -> bool:
    """Whether the answer to a question has been sent, by a process that may have ended before it could note that all was done."""
    message = update.message
    if message is None:
        return False
    shown = await _answer_to(context.data.services, message)
    return shown is not None and shown.message is not None


async def answer_again(update: Update, context: Context) -> None:
    """Change the answer to a question that was edited. Edits of old messages that were never answered are passed over."""
    message = update.edited_message
    if message is None or not (question := question_in(message, context.bot.bot)):
        return
    request = request_of(message, update, context)
    shown = await _answer_to(request.services, message)
    if shown and shown.message:
        await settle(_changed(request, message, question, shown), replace(request, ours=shown.message))
    elif datetime.now(UTC) - message.date < FRESH:
        await answer(update, context)


async def _answer_to(services: Services, message: telegram.Message) -> ShownAnswer | None:
    try:
        return await asyncio.to_thread(services.store.answers.to_question, message.chat_id, message.message_id)
    except StoreUnavailable as error:
        logger.warning("Whether a question was answered is not known: %s", error)
        return None


async def _changed(request: Request, message: telegram.Message, question: str, shown: ShownAnswer) -> Response | None:
    if not admitted(message, request.data):
        return None
    return await request.in_turn(respond_to_edit, request.services, request.session, _typed(message, question), shown)


def _typed(message: telegram.Message, question: str) -> Typed:
    replied = message.reply_to_message
    return Typed(question, message.message_id, replied.message_id if replied else None)


async def _while_typing(response: Awaitable[Response], request: Request) -> Response:
    typing = asyncio.create_task(_type(request))
    try:
        return await response
    finally:
        typing.cancel()


async def _type(request: Request) -> None:
    await asyncio.sleep(TYPING_AFTER)
    if request.data.work_queue.waiting > MANY_WAITING:
        return
    with suppress(TelegramError):  # a courtesy that an older server may not know
        await request.bot.send_chat_action(request.session.chat, ChatAction.TYPING, message_thread_id=request.session.thread)
