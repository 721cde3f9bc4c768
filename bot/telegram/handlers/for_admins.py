"""Commands that are for admins only."""

from __future__ import annotations

import asyncio
from functools import wraps

import telegram

from bot.conversation.audit import note_refusal
from bot.conversation.response import Response
from bot.messages.message import Message
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import MessageHandler


def for_admins(handle: MessageHandler) -> MessageHandler:
    """The handler, for whom the settings list at the moment of the command; everybody else is told that it is not for them."""

    @wraps(handle)
    async def guarded(request: Request, message: telegram.Message) -> Response | None:
        if request.session.admin:
            return await handle(request, message)
        command = (message.text or "").split(maxsplit=1)[0]
        await asyncio.to_thread(note_refusal, request.services.store, request.session, command)
        return Response(send=Message(request.texts.admins_only))

    return guarded
