"""/status, for the admins named in the settings."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.context import Context
from bot.handlers.for_admins import for_admins
from bot.index_status import read_status
from bot.message import Message
from bot.reports import status_text
from bot.sending import reply
from corpus.errors import ParkQAError


@for_admins
async def status(update: Update, context: Context) -> None:
    """Say what is in the index, or why it cannot be used."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        try:
            said = status_text(await asyncio.to_thread(read_status, context.data.settings), texts)
        except ParkQAError as error:
            said = texts.status_problem.format(reason=error)
        await reply(message, Message(f"{said}\n\n{texts.status_reindexing}" if context.data.busy else said))
