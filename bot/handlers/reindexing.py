"""/reindex, and a reindex that is followed in the chat while questions go on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from telegram import Update

from bot.admin.audit import note
from bot.admin.office import Office
from bot.admin.reindex_report import done_report, dry_run_report, failed_report
from bot.context import Context
from bot.dialogue.visitor import Visitor
from bot.errors import ReindexFailed
from bot.handlers.for_admins import for_admins
from bot.handlers.live_message import LiveMessage
from bot.messages.message import Message
from bot.monitoring.reports import progress_text
from bot.reindexing import Progress, run_reindex
from bot.store.reindexes import new_reindex
from bot.texts.wording import Texts
from bot.transport.sending import reply
from retrieval.errors import IndexUnavailable
from retrieval.indexing.reindex_lock import reindex_elsewhere
from retrieval.indexing.reindex_report import ReindexReport

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
    texts = data.desk.texts(visitor)
    elsewhere = await _elsewhere(data.office, texts) if at_once else None

    async def announce(said: Message) -> int:
        return (await reply(message, said)).message_id

    if refusal := texts.reindex_running if data.busy else elsewhere:
        await reply(message, Message(refusal))
        await _note(data.office, visitor, "not now: a reindex is running")
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
    await _note(context.data.office, visitor, "dry run")
    live = LiveMessage(context.bot, visitor.chat, await announce(Message(texts.admin.dry_run_started)))
    try:
        said = dry_run_report(await _run(context, live, texts, texts.admin.dry_run_progress, "--dry-run"), texts)
    except ReindexFailed as error:
        said = Message(texts.reindex_failed.format(reason=str(error)[:1000]))
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        raise
    await live.conclude(said)


async def _follow(context: Context, visitor: Visitor, announce: Announce, full: bool, upload: str | None) -> None:
    office, texts = context.data.office, context.data.desk.texts(visitor)
    await _note(office, visitor, "begun, full" if full else "begun")
    live = LiveMessage(context.bot, visitor.chat, await announce(Message(texts.reindex_started)))
    before = await asyncio.to_thread(_current, office)
    try:
        report = await _run(context, live, texts, texts.reindex_progress, *(["--full"] if full else []))
    except ReindexFailed as error:
        await _note(office, visitor, f"failed: {error}")
        ended = new_reindex(visitor.chat, before, None, upload)
        said = failed_report(await _elsewhere(office, texts) or str(error), ended, texts)
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        await _note(office, visitor, "stopped with the bot")
        raise
    else:
        await _note(office, visitor, f"made version {report.version}" if report.version else "nothing had changed")
        ended = new_reindex(visitor.chat, before, report.version, upload)
        said = done_report(report, ended, texts)
    await asyncio.to_thread(office.store.reindexes.keep, ended)
    await live.conclude(said)


async def _run(context: Context, live: LiveMessage, texts: Texts, template: str, *flags: str) -> ReindexReport:
    async def show_progress(progress: Progress) -> None:
        await live.show_progress(Message(progress_text(progress, texts, template)))

    return await run_reindex((*context.data.reindex_command, *flags), show_progress)


async def _elsewhere(office: Office, texts: Texts) -> str | None:
    """What to say where another process reindexes, such as cron."""
    holder = await asyncio.to_thread(reindex_elsewhere, office.index)
    return texts.admin.reindex_elsewhere.format(holder=holder) if holder else None


async def _note(office: Office, visitor: Visitor, outcome: str) -> None:
    await asyncio.to_thread(note, office.store, visitor, "reindex", outcome)


def _current(office: Office) -> str | None:
    with suppress(IndexUnavailable):
        return office.engine.current()
    return None
