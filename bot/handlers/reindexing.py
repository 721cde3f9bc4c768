"""/reindex, and a reindex that is followed in the chat while questions go on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from telegram import Update
from telegram.error import TelegramError

from bot.admin.audit import note
from bot.admin.office import Office
from bot.admin.reindex_report import done_report, dry_run_report, failed_report
from bot.context import Context
from bot.dialogue.visitor import Visitor
from bot.errors import ReindexFailed
from bot.handlers.for_admins import for_admins
from bot.message import Message
from bot.reindexing import Progress, run_reindex
from bot.reports import progress_text
from bot.sending import edit, reply
from bot.store.reindexes import new_reindex
from retrieval.errors import IndexUnavailable
from retrieval.reindex_lock import reindex_elsewhere
from retrieval.reindex_report import ReindexReport

Announce = Callable[[Message], Awaitable[int]]
"""Shows the first word on a reindex; the number of the message that shows it, in which the rest will follow."""


@for_admins
async def reindex(update: Update, context: Context) -> None:
    """Say what a reindex would change; with `now` or `full`, begin it."""
    message = update.message
    if message is None:
        return
    data, word = context.data, next(iter(context.args or []), "").lower()
    visitor = data.visitor(message.from_user, message.chat)
    at_once = word in {"now", "full"}
    holder = await asyncio.to_thread(reindex_elsewhere, data.office.index) if at_once else None
    texts = data.desk.texts(visitor)

    async def announce(said: Message) -> int:
        return (await reply(message, said)).message_id

    if data.busy:
        await reply(message, Message(texts.reindex_running))
    elif holder:
        await reply(message, Message(texts.admin.reindex_elsewhere.format(holder=holder)))
    elif at_once:
        begin_reindex(context, visitor, announce, full=word == "full")
    else:
        data.reindexing = context.application.create_task(_try(context, visitor, announce), update)


def begin_reindex(context: Context, visitor: Visitor, announce: Announce, *, full: bool = False, upload: str | None = None) -> None:
    """Begin a reindex, which is followed in the visitor's chat; `upload` is the token of the upload that it takes in."""
    context.data.reindexing = context.application.create_task(_follow(context, visitor, announce, full, upload))


async def _try(context: Context, visitor: Visitor, announce: Announce) -> None:
    """A dry run: it changes nothing, and can be begun in earnest from its report."""
    texts = context.data.desk.texts(visitor)
    number = await announce(Message(texts.admin.dry_run_started))
    try:
        report = await _run(context, visitor, number, texts.admin.dry_run_progress, "--dry-run")
    except ReindexFailed as error:
        await _show(context, visitor, number, Message(texts.reindex_failed.format(reason=str(error)[:1000])))
    except asyncio.CancelledError:
        await _show(context, visitor, number, Message(texts.reindex_stopped))
        raise
    else:
        await _show(context, visitor, number, dry_run_report(report, texts))


async def _follow(context: Context, visitor: Visitor, announce: Announce, full: bool, upload: str | None) -> None:
    office, texts = context.data.office, context.data.desk.texts(visitor)
    await _note(office, visitor, "begun, full" if full else "begun")
    number = await announce(Message(texts.reindex_started))
    before = await asyncio.to_thread(_current, office)
    try:
        report = await _run(context, visitor, number, texts.reindex_progress, *(["--full"] if full else []))
    except ReindexFailed as error:
        await _note(office, visitor, f"failed: {error}")
        ended = new_reindex(visitor.chat, before, None, upload)
        said = failed_report(str(error), ended, texts)
    except asyncio.CancelledError:
        await _show(context, visitor, number, Message(texts.reindex_stopped))
        await _note(office, visitor, "stopped with the bot")
        raise
    else:
        await _note(office, visitor, f"made version {report.version}")
        ended = new_reindex(visitor.chat, before, report.version, upload)
        said = done_report(report, ended, texts)
    await asyncio.to_thread(office.store.reindexes.keep, ended)
    await _show(context, visitor, number, said)


async def _run(context: Context, visitor: Visitor, number: int, template: str, *flags: str) -> ReindexReport:
    texts = context.data.desk.texts(visitor)

    async def show_progress(progress: Progress) -> None:
        with suppress(TelegramError):  # the next report comes soon
            await _show(context, visitor, number, Message(progress_text(progress, texts, template)))

    return await run_reindex((*context.data.reindex_command, *flags), show_progress)


async def _show(context: Context, visitor: Visitor, number: int, message: Message) -> None:
    await edit(context.bot, visitor.chat, number, message)


async def _note(office: Office, visitor: Visitor, outcome: str) -> None:
    await asyncio.to_thread(note, office.store, visitor, "reindex", outcome)


def _current(office: Office) -> str | None:
    with suppress(IndexUnavailable):
        return office.engine.current()
    return None
