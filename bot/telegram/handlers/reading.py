"""The trial reading of what admins send: in the background, one upload at a time."""

from __future__ import annotations

import asyncio
from functools import partial

from bot.admin.inspecting import inspect
from bot.admin.upload_report import upload_report
from bot.admin.uploads import note_findings, note_report
from bot.telegram.handlers.request import Request
from bot.telegram.transport.sending import edit

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
        if names := upload.unread:
            inspections = await inspect(admin_services.staging.folder, names, admin_services.rules)
            upload = await asyncio.to_thread(partial(note_findings, admin_services, token, names, inspections))
        report = upload_report(upload, request.texts)
        if upload.message:
            await edit(request.bot, request.session.chat, upload.message, report)
        else:
            await asyncio.to_thread(note_report, admin_services, token, await request.reply(report))
