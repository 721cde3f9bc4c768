"""Commands that are for admins only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update

from bot.conversation.audit import note_refusal
from bot.messages.message import Message
from bot.telegram.context import Context
from bot.telegram.transport.sending import reply

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def for_admins(handler: Handler) -> Handler:
    """The handler, for whom the settings list at the moment of the command; everybody else is told that it is not for them."""

    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        message = update.message
        if message is None:
            return
        if context.data.is_admin(message.from_user):
            await handler(update, context)
            return
        session = context.data.session(message.from_user, message.chat)
        await asyncio.to_thread(note_refusal, context.data.services.store, session, (message.text or "").split(maxsplit=1)[0])
        await reply(message, Message(context.data.texts_for(message.from_user).admins_only))

    return guarded
