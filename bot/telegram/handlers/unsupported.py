"""Messages that are neither a question nor a command that we know."""

from __future__ import annotations

import telegram

from bot.conversation.response import Response
from bot.messages.message import Message
from bot.telegram.handlers.admission import admitted
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import on_message


@on_message
async def unknown_command(request: Request, message: telegram.Message) -> Response | None:
    """Point to the help."""
    return Response(send=Message(request.texts.unknown_command)) if admitted(message, request.data, light=True) else None


@on_message
async def not_text(request: Request, message: telegram.Message) -> Response | None:
    """Ask for text, once for an album."""
    if not (request.data.is_new_album(message.media_group_id) and admitted(message, request.data, light=True)):
        return None
    return Response(send=Message(request.texts.text_only))
