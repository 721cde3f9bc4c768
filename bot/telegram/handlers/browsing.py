"""/latest, /sources, /about and /new: what needs no words."""

from __future__ import annotations

from collections.abc import Callable

import telegram

from bot.conversation import about_index, asking, browsing
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import Handler, on_message


def _told_by(view: Callable[[Services, Session], Message]) -> Handler:
    @on_message
    async def show(request: Request, message: telegram.Message) -> Response:
        return Response(send=await request.in_turn(view, request.services, request.session))

    return show


latest = _told_by(browsing.latest)
sources = _told_by(browsing.sources)
about = _told_by(about_index.about)
start_anew = _told_by(asking.forget)
