"""/follow, /unfollow and /following."""

from __future__ import annotations

from collections.abc import Callable

import telegram

from bot.conversation import following
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import Handler, on_message

Command = Callable[[Services, Session, str, int | None], Message]


def _told_by(command: Command) -> Handler:
    @on_message
    async def carry_out(request: Request, message: telegram.Message) -> Response:
        replied = message.reply_to_message
        words = " ".join(request.context.args or ()) or _said_by_another(replied, request)
        number = replied.message_id if replied else None
        return Response(send=await request.in_turn(command, request.services, request.session, words, number))

    return carry_out


def _said_by_another(replied: telegram.Message | None, request: Request) -> str:
    """The text of the message that a command replies to, where it is not the bot's own."""
    if replied is None or replied.from_user == request.me or replied.forum_topic_created:
        return ""
    return (replied.text or replied.caption or "").strip()


start_following = _told_by(following.follow)
stop_following = _told_by(following.unfollow)
list_follows = _told_by(lambda services, session, *_: following.overview(services, session))
