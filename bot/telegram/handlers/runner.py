"""What every handler would have to do: take the request out of the update, say what went wrong, and show what came of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar

import telegram
from telegram import Update

from bot.admin.response import AdminResponse
from bot.conversation.response import Response
from bot.errors import StoreUnavailable
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.handlers.reading import read_soon
from bot.telegram.handlers.reindexing import begin_reindex
from bot.telegram.handlers.request import Request, request_of
from bot.telegram.transport.sending import change_buttons, edit, send_attachment, send_picture
from bot.texts.error_text import error_text
from bot.texts.wording import Texts
from corpus.errors import ParkQAError

logger = logging.getLogger(__name__)

T = TypeVar("T")
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
"""As the library calls it."""
MessageHandler = Callable[[Request, telegram.Message], Awaitable[Response | None]]
"""What comes of a message; nothing where it is not for the bot. May raise ParkQAError."""


def on_message(handle: MessageHandler) -> Handler:
    """The handler for messages, new or edited."""

    @wraps(handle)
    async def run(update: Update, context: Context) -> None:
        if message := update.message or update.edited_message or update.channel_post:
            request = request_of(message, update, context)
            await settle(handle(request, message), request)

    return run


async def settle(doing: Awaitable[Response | None], request: Request) -> None:
    """Wait for what comes of a message, and show it; where nothing does, say why."""
    response = await or_told(doing, request.texts, lambda text: Response(send=Message(text)))
    await carry_out(response or Response(), request)


async def or_told(doing: Awaitable[T], texts: Texts, told: Callable[[str], T]) -> T:
    """What comes of doing something; what `told` makes of the reason where nothing does."""
    try:
        return await doing
    except ParkQAError as error:
        logger.warning("An update was not answered: %s", error)
        return told(error_text(error, texts))


async def carry_out(response: Response, request: Request) -> None:
    """Show in the chat what came of a request, and begin what it asks for."""
    if isinstance(response, AdminResponse):
        await _begin(response, request)
    chat, ours = request.session.chat, request.ours
    if response.edit and ours:
        await edit(request.bot, chat, ours, response.edit)
    if response.buttons is not None and ours:
        await change_buttons(request.bot, chat, ours, response.buttons)
    if response.send:
        sent = await request.reply(response.send)
        if response.answer:
            await _note_sent(request, response.answer, sent)
    if response.file:
        await send_attachment(request.bot, chat, response.file, reply_to=request.message, thread=request.session.thread)
    if response.picture:
        await send_picture(request.bot, chat, response.picture, reply_to=request.message, thread=request.session.thread)


async def _note_sent(request: Request, token: str, message: int) -> None:
    """Remember which message shows an answer; where that is impossible, an edit of the question is answered in a message of its own."""
    try:
        await asyncio.to_thread(request.services.store.answers.sent, token, message)
    except StoreUnavailable as error:
        logger.warning("An answer was sent and cannot be noted: %s", error)


async def _begin(response: AdminResponse, request: Request) -> None:
    if response.reindex and request.data.busy and response.reindex.upload:
        await request.reply(Message(request.texts.admin.reindex_queued))
        begin_reindex(request, response.reindex)
    elif response.reindex and request.data.busy:  # another admin was faster by a moment
        await request.reply(Message(request.texts.reindex_running))
    elif response.reindex:
        begin_reindex(request, response.reindex)
    if response.unread:
        read_soon(request, response.unread)
