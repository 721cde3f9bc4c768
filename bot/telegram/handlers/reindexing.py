"""A reindex that is followed in the chat while questions go on."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from bot.admin.index_report import progress_text
from bot.admin.reindex_process import run_reindex
from bot.admin.reindex_report import done_report, dry_run_report, failed_report
from bot.admin.reindexing import another_reindex
from bot.admin.response import ReindexJob
from bot.conversation.audit import note
from bot.errors import ReindexFailed
from bot.messages.message import Message
from bot.store.reindexes import new_reindex
from bot.telegram.handlers.live_message import LiveMessage
from bot.telegram.handlers.request import Request
from bot.telegram.transport.sending import edit
from bot.texts.sentences import in_language
from retrieval.building.report import ReindexReport
from retrieval.errors import IndexUnavailable
from retrieval.progress import StageProgress


def begin_reindex(request: Request, job: ReindexJob) -> None:
    """Begin a reindex or a dry run, followed in the chat that asked for it; when the one that is running has ended, where one is."""
    before = request.data.reindexing
    request.data.reindexing = request.go_on(_after(before, _try(request, job) if job.dry_run else _follow(request, job)))


async def _after(before: asyncio.Task[Any] | None, reindex: Coroutine[Any, Any, None]) -> None:
    if before and not before.done():
        await asyncio.wait([before])
    await reindex


async def _try(request: Request, job: ReindexJob) -> None:
    """A dry run: it changes nothing, and can be begun in earnest from its report."""
    texts = request.texts
    await _note(request, "dry run")
    live = await _announced(request, job, texts.admin.dry_run_started)
    try:
        report = dry_run_report(await _run(request, live, texts.admin.dry_run_progress, "--dry-run"), texts)
    except ReindexFailed as error:
        report = Message(texts.reindex_failed.format(reason=_reason(error, request)[:1000]))
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        raise
    await live.conclude(report)


async def _follow(request: Request, job: ReindexJob) -> None:
    admin_services, texts, chat = request.data.admin_services, request.texts, request.session.chat
    await _note(request, "begun, full" if job.full else "begun")
    live = await _announced(request, job, texts.reindex_started)
    before = await asyncio.to_thread(_current, request)
    flags = (*(["--full"] if job.full else []), *(["--yes"] if job.sure else []))
    try:
        done = await _run(request, live, texts.reindex_progress, *flags)
    except ReindexFailed as error:
        await _note(request, f"failed: {error}")
        ended = new_reindex(chat, before, None, job.upload)
        reason = await asyncio.to_thread(another_reindex, admin_services, texts)
        report = failed_report(reason or _reason(error, request), ended, texts)
    except asyncio.CancelledError:
        await live.conclude(Message(texts.reindex_stopped))
        await _note(request, "stopped with the bot")
        raise
    else:
        await _note(request, f"made version {done.version}" if done.version else "nothing had changed")
        ended = new_reindex(chat, before, done.version, job.upload)
        report = done_report(done, ended, texts)
    await asyncio.to_thread(admin_services.store.reindexes.keep, ended)
    await live.conclude(report)


def _reason(error: ReindexFailed, request: Request) -> str:
    return in_language(str(error), request.services.language(request.session))


async def _announced(request: Request, job: ReindexJob, first_word: str) -> LiveMessage:
    """The message in which the rest will follow."""
    number = request.ours if job.in_place else None
    if number is None:
        number = await request.reply(Message(first_word))
    else:
        await edit(request.bot, request.session.chat, number, Message(first_word))
    return LiveMessage(request.bot, request.session.chat, number)


async def _run(request: Request, live: LiveMessage, template: str, *flags: str) -> ReindexReport:
    async def show_progress(progress: StageProgress) -> None:
        await live.show_progress(Message(progress_text(progress, request.texts, template)))

    return await run_reindex((*request.data.reindex_command, *flags), show_progress)


async def _note(request: Request, outcome: str) -> None:
    await asyncio.to_thread(note, request.services.store, request.session, "reindex", outcome)


def _current(request: Request) -> str | None:
    with suppress(IndexUnavailable):
        return request.data.admin_services.engine.current()
    return None
