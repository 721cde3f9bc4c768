"""Messages that are neither a question nor a command that we know."""

from __future__ import annotations

import telegram

from bot.conversation.response import Response
from bot.messages.message import Message
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import on_message


@on_message
async def unknown_command(request: Request, message: telegram.Message) -> Response:
    """Point to the help."""
    return Response(send=Message(request.texts.unknown_command))


@on_message
async def not_text(request: Request, message: telegram.Message) -> Response:
    """Ask for text."""
    return Response(send=Message(request.texts.text_only))
