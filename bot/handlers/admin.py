"""/reindex and /status, for the admins named in the settings."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

import telegram
from telegram import Update
from telegram.error import TelegramError

from bot.context import Context
from bot.errors import ReindexFailed
from bot.index_status import read_status
from bot.message import Message
from bot.reindexing import Progress, run_reindex
from bot.reports import progress_text, report_text, status_text
from bot.sending import edit, reply
from corpus.errors import ParkQAError

audit = logging.getLogger("bot.audit")


async def refuse(update: Update, context: Context) -> None:
    """Tell everybody else that these commands are not for them."""
    if message := update.message:
        user = message.from_user
        audit.warning("Refused %s to user %s in chat %s", (message.text or "").split()[0], user.id if user else None, message.chat_id)
        await reply(message, Message(context.data.texts_for(user).admins_only))


async def reindex(update: Update, context: Context) -> None:
    """Begin a reindex, unless one is running; it is followed in the chat while questions go on."""
    message = update.message
    if message is None:
        return
    running = context.data.reindexing
    if running and not running.done():
        await reply(message, Message(context.data.texts_for(message.from_user).reindex_running))
        return
    audit.info("User %s began a reindex in chat %s", message.from_user.id if message.from_user else None, message.chat_id)
    context.data.reindexing = context.application.create_task(_follow(message, context), update)


async def _follow(message: telegram.Message, context: Context) -> None:
    texts = context.data.texts_for(message.from_user)
    notice = await reply(message, Message(texts.reindex_started))

    async def show(text: str) -> None:
        await edit(context.bot, notice.chat_id, notice.message_id, Message(text))

    async def show_progress(progress: Progress) -> None:
        with suppress(TelegramError):  # the next report comes soon
            await show(progress_text(progress, texts))

    try:
        report = await run_reindex(context.data.reindex_command, show_progress)
    except ReindexFailed as error:
        audit.warning("The reindex failed: %s", error)
        await show(texts.reindex_failed.format(reason=str(error)[:1000]))
    except asyncio.CancelledError:
        await show(texts.reindex_stopped)
        raise
    else:
        audit.info("The reindex made version %s", report.version)
        await show(report_text(report, texts))


async def status(update: Update, context: Context) -> None:
    """Say what is in the index, or why it cannot be used."""
    if message := update.message:
        texts = context.data.texts_for(message.from_user)
        try:
            said = status_text(await asyncio.to_thread(read_status, context.data.settings), texts)
        except ParkQAError as error:
            said = texts.status_problem.format(reason=error)
        running = context.data.reindexing
        await reply(message, Message(f"{said}\n\n{texts.status_reindexing}" if running and not running.done() else said))
