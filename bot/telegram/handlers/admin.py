"""/reindex, /status, /rejected, /gaps and /feedback: commands for admins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import telegram

from bot.admin.feedback import opinions_message
from bot.admin.gaps import find_gaps, gaps_message
from bot.admin.reindexing import reindex as begin_or_refuse
from bot.admin.rejected import rejected_page
from bot.admin.state import state_message
from bot.conversation.audit import note
from bot.conversation.response import Response
from bot.messages.message import Message
from bot.telegram.context import BotData
from bot.telegram.handlers.for_admins import for_admins
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import Handler, on_message
from bot.texts.wording import Texts


@on_message
@for_admins
async def reindex(request: Request, message: telegram.Message) -> Response:
    """Say what a reindex would change; with `now` or `full`, begin it."""
    return await request.in_turn(begin_or_refuse, request.data.admin_services, request.session, " ".join(request.context.args or ()))


def _told_by(report: Callable[[BotData, Texts], Message], name: str) -> Handler:
    @on_message
    @for_admins
    async def command(request: Request, message: telegram.Message) -> Response:
        await asyncio.to_thread(note, request.services.store, request.session, name, "shown")
        return Response(send=await request.in_turn(report, request.data, request.texts))

    return command


status = _told_by(lambda data, texts: state_message(data.admin_services, data.metrics, texts, busy=data.busy), "status")
rejected = _told_by(lambda data, texts: rejected_page(data.admin_services, 0, texts), "rejected")
gaps = _told_by(lambda data, texts: gaps_message(find_gaps(data.admin_services), texts), "gaps")
feedback = _told_by(lambda data, texts: opinions_message(data.services.store.feedback.all(), texts.oversight), "feedback")
