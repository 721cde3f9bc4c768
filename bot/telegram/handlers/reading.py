"""The trial reading of what admins send: in the background, one upload at a time."""

from __future__ import annotations

import asyncio
from functools import partial

from bot.admin.inspecting import inspect
from bot.admin.upload_report import upload_report
from bot.admin.uploads import note_findings, note_report
from bot.messages.message import Message
from bot.store.uploads import Upload
from bot.telegram.handlers.live_message import LiveMessage
from bot.telegram.handlers.request import Request
from bot.telegram.transport.sending import edit
from retrieval.progress import StageProgress

SETTLE_SECONDS = 1.0
"""Files that come within so long of each other are read together, and reported in one message."""


def read_soon(request: Request, token: str) -> None:
    """Read what is new in an upload and report on it, after a moment in which more may come."""
    if token not in request.data.reading_soon:
        request.data.reading_soon.add(token)
        request.go_on(_read(request, token))


async def _read(request: Request, token: str) -> None:
    data, admin_services = request.data, request.data.admin_services
    await asyncio.sleep(SETTLE_SECONDS)
    data.reading_soon.discard(token)
    async with data.reading:
        upload = await asyncio.to_thread(admin_services.store.uploads.get, token)
        if upload is None or upload.state != "open":
            return
        reporting = _Reporting(request, upload)
        if names := upload.unread:
            inspections = await inspect(admin_services.staging.folder, names, admin_services.rules, reporting.show)
            upload = await asyncio.to_thread(partial(note_findings, admin_services, token, names, inspections))
        await reporting.conclude(upload_report(upload, request.texts))


class _Reporting:
    """The message that reports on an upload: the one that does already, or a new one; for long work as soon as there is progress."""

    def __init__(self, request: Request, upload: Upload) -> None:
        self._request = request
        self._token = upload.token
        self._number = upload.message
        self._live: LiveMessage | None = None

    async def show(self, progress: StageProgress) -> None:
        """How far the pictures of a file are read; of a single one there is nothing to tell."""
        if progress.total > 1:
            text = self._request.texts.admin.upload_recognising.format(done=progress.done, total=progress.total)
            if self._live:
                await self._live.show_progress(Message(text))
            else:
                self._live = LiveMessage(self._request.bot, self._request.session.chat, await self._say(Message(text)))

    async def conclude(self, report: Message) -> None:
        """The report itself. Raises TelegramError."""
        if self._live:
            await self._live.conclude(report)
        else:
            await self._say(report)

    async def _say(self, message: Message) -> int:
        """In the place of the report before, where there is one; the number of the message."""
        if self._number is None:
            self._number = await self._request.reply(message)
            await asyncio.to_thread(note_report, self._request.data.admin_services, self._token, self._number)
        else:
            await edit(self._request.bot, self._request.session.chat, self._number, message)
        return self._number
