"""/start and /help."""

from __future__ import annotations

import telegram

from bot.conversation.deep_link import ASK_HERE, HELP, parse_payload
from bot.conversation.reading_on import linked_quote
from bot.conversation.response import Response
from bot.messages.message import Message
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import on_message
from bot.telegram.transport.command_menu import set_admin_menu


@on_message
async def start(request: Request, message: telegram.Message) -> Response:
    """Say who the bot is, or what the link is about that somebody has followed: a quote, or the help."""
    session, payload = request.session, next(iter(request.context.args or ()), "")
    if session.private and session.admin:  # before, Telegram did not know the chat
        request.go_on(set_admin_menu(request.bot, request.data.settings.bot.language, session.chat))
    if payload == HELP:
        return _help(request)
    if linked := parse_payload(payload):
        return Response(send=await request.in_turn(linked_quote, request.services, session, *linked))
    return Response(send=Message(request.texts.elsewhere.ask_here if payload == ASK_HERE else request.texts.start))


@on_message
async def explain(request: Request, message: telegram.Message) -> Response:
    """Say how to use it; admins read about their commands too, where nobody else does."""
    return _help(request)


def _help(request: Request) -> Response:
    texts, admin = request.texts, request.session.private and request.session.admin
    return Response(send=Message(f"{texts.help}\n\n{texts.help_admin}" if admin else texts.help))
