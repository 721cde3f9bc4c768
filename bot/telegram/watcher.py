"""Takes in what is dropped into the corpus folder while the bot runs, and tells the admins: one report for each batch."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import telegram

from bot.telegram.context import BotData
from bot.telegram.own_reindex import reindex_by_itself, report_to_admins
from corpus.errors import ParkQAError
from corpus.reading.watching import settled_changes

logger = logging.getLogger(__name__)


@asynccontextmanager
async def watching(bot: telegram.Bot, data: BotData) -> AsyncIterator[None]:
    """Watch the folder inside the block, if the settings say so. A reindex under way when the block ends is ended too."""
    if not data.settings.bot.watch:
        yield
        return
    stop = Event()
    running = asyncio.create_task(_watch(bot, data, stop), name="watching")
    try:
        yield
    finally:
        stop.set()
        running.cancel()
        await asyncio.wait([running])


async def _watch(bot: telegram.Bot, data: BotData, stop: Event) -> None:
    moments, end = settled_changes(data.settings.corpus.folder, stop), object()
    known: frozenset[str] | None = None
    try:
        while await asyncio.to_thread(next, moments, end) is not end:
            if report := await reindex_by_itself(data):
                rejected = frozenset(f"{left.path}: {left.reason}" for left in report.rejected)
                if report.version or (known is not None and rejected - known):
                    await report_to_admins(bot, data, report)
                known = rejected
    except ParkQAError as error:
        logger.error("The corpus folder is no longer watched: %s", error)
