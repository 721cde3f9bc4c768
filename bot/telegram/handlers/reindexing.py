"""/reindex, and a reindex that is followed in the chat while questions go on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from telegram import Update

from bot.admin.index_report import progress_text
from bot.admin.reindex_process import run_reindex
from bot.admin.reindex_report import done_report, dry_run_report, failed_report
from bot.admin.services import AdminServices
from bot.conversation.audit import note
from bot.conversation.session import Session
from bot.errors import ReindexFailed
from bot.messages.message import Message
from bot.store.reindexes import new_reindex
from bot.telegram.context import Context
from bot.telegram.handlers.for_admins import for_admins
from bot.telegram.handlers.live_message import LiveMessage
from bot.telegram.transport.sending import reply
from bot.texts.wording import Texts
from retrieval.building.lock import reindex_elsewhere
from retrieval.building.report import ReindexReport
from retrieval.errors import IndexUnavailable
from retrieval.progress import StageProgress

Announce = Callable[[Message], Awaitable[int]]
"""Shows the first word on a reindex; the number of the message that shows it, in which the rest will follow."""


@for_admins
async def reindex(update: Update, context: Context) -> None:
    """Say what a reindex would change; with `now` or `full`, begin it."""
    message = update.message
    if message is None:
        return
    data, word = context.data, next(iter(context.args or []), "").lower()
    session = data.session(message.from_user, message.chat)
    at_once = word in {"now", "full"}
    texts = data.services.texts(session)
    elsewhere = await _elsewhere(data.admin_services, texts) if at_once else None

    async def announce(said: Message) -> int:
        return (await reply(message, said)).message_id

    if refusal := texts.reindex_running if data.busy else elsewhere:
        await reply(message, Message(refusal))
        await _note(data.admin_services, session, "not now: a reindex is running")
    elif at_once:
        begin_reindex(context, session, announce, full=word == "full")
    else:
        data.reindexing = context.application.create_task(_try(context, session, announce), update)


def begin_reindex(context: Context, session: Session, announce: Announce, *, full: bool = False, upload: str | None = None) -> None:
    """Begin a reindex, which is followed in the session's chat; `upload` is the token of the upload that it takes in."""
    context.data.reindexing = context.application.create_task(_follow(context, session, announce, full, upload))


async def _try(context: Context, session: Session, announce: Announce) -> None:
    """A dry run: it changes nothing, and can be begun in earnest from its report."""
    texts = context.data.services.texts(session)
    await _note(context.data.admin_services, session, "dry run")
    live = LiveMessage(context.bot, session.chat, await announce(Message(texts.admin.dry_run_started)))
    try:
        said = dry_run_report(await _run(context, live, texts, texts.admin.dry_run_progress, "--dry-run"), texts)
    except ReindexFailed as error:
        said = Message(texts.reindex_failed.format(reason=str(error)[:1000]))
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        raise
    await live.conclude(said)


async def _follow(context: Context, session: Session, announce: Announce, full: bool, upload: str | None) -> None:
    admin_services, texts = context.data.admin_services, context.data.services.texts(session)
    await _note(admin_services, session, "begun, full" if full else "begun")
    live = LiveMessage(context.bot, session.chat, await announce(Message(texts.reindex_started)))
    before = await asyncio.to_thread(_current, admin_services)
    try:
        report = await _run(context, live, texts, texts.reindex_progress, *(["--full"] if full else []))
    except ReindexFailed as error:
        await _note(admin_services, session, f"failed: {error}")
        ended = new_reindex(session.chat, before, None, upload)
        said = failed_report(await _elsewhere(admin_services, texts) or str(error), ended, texts)
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        await _note(admin_services, session, "stopped with the bot")
        raise
    else:
        await _note(admin_services, session, f"made version {report.version}" if report.version else "nothing had changed")
        ended = new_reindex(session.chat, before, report.version, upload)
        said = done_report(report, ended, texts)
    await asyncio.to_thread(admin_services.store.reindexes.keep, ended)
    await live.conclude(said)


async def _run(context: Context, live: LiveMessage, texts: Texts, template: str, *flags: str) -> ReindexReport:
    async def show_progress(progress: StageProgress) -> None:
        await live.show_progress(Message(progress_text(progress, texts, template)))

    return await run_reindex((*context.data.reindex_command, *flags), show_progress)


async def _elsewhere(admin_services: AdminServices, texts: Texts) -> str | None:
    """What to say where another process reindexes, such as cron."""
    holder = await asyncio.to_thread(reindex_elsewhere, admin_services.index)
    return texts.admin.reindex_elsewhere.format(holder=holder) if holder else None


async def _note(admin_services: AdminServices, session: Session, outcome: str) -> None:
    await asyncio.to_thread(note, admin_services.store, session, "reindex", outcome)


def _current(admin_services: AdminServices) -> str | None:
    with suppress(IndexUnavailable):
        return admin_services.engine.current()
    return None
