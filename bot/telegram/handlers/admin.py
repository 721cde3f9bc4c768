"""/status, /rejected, /gaps and /feedback: how things are, for admins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from telegram import Update

from bot.admin.feedback import opinions_message
from bot.admin.gaps import find_gaps, gaps_message
from bot.admin.rejected import rejected_page
from bot.admin.state import state_message
from bot.conversation.audit import note
from bot.messages.message import Message
from bot.telegram.context import BotData, Context
from bot.telegram.handlers.for_admins import Handler, for_admins
from bot.telegram.transport.sending import reply
from bot.texts.error_text import error_text
from bot.texts.wording import Texts
from corpus.errors import ParkQAError


def _told_by(report: Callable[[BotData, Texts], Message], name: str) -> Handler:
    """A command that is answered with a report, made in a thread."""

    async def command(update: Update, context: Context) -> None:
        message, data = update.message, context.data
        if message is None:
            return
        session = data.session(message.from_user, message.chat)
        texts = data.services.texts(session)
        try:
            said = await data.work_queue.run(session.chat, report, data, texts)
        except ParkQAError as error:
            said = Message(error_text(error, texts))
        await asyncio.to_thread(note, data.services.store, session, name, "shown")
        await reply(message, said)

    return for_admins(command)


status = _told_by(lambda data, texts: state_message(data.admin_services, data.metrics, texts, busy=data.busy), "status")
rejected = _told_by(lambda data, texts: rejected_page(data.admin_services, 0, texts), "rejected")
gaps = _told_by(lambda data, texts: gaps_message(find_gaps(data.admin_services), texts), "gaps")
feedback = _told_by(lambda data, texts: opinions_message(data.services.store.feedback.all(), texts.oversight), "feedback")
