"""Takes in what is dropped into the corpus folder while the bot runs, and tells the admins: one report for each batch."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Event

import telegram
from telegram.error import TelegramError

from bot.admin.index_report import report_text
from bot.admin.reindex_process import run_reindex
from bot.errors import ReindexFailed
from bot.messages.message import Message
from bot.telegram.context import BotData
from bot.telegram.transport.sending import send
from bot.texts import TEXTS
from corpus.errors import ParkQAError
from corpus.reading.watching import settled_changes
from retrieval.building.lock import reindex_elsewhere
from retrieval.building.report import ReindexReport
from retrieval.progress import StageProgress

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0


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
            if report := await _take_in(data):
                rejected = frozenset(f"{left.path}: {left.reason}" for left in report.rejected)
                if report.version or (known is not None and rejected - known):
                    await _tell(bot, data, report)
                known = rejected
    except ParkQAError as error:
        logger.error("The corpus folder is no longer watched: %s", error)


async def _take_in(data: BotData) -> ReindexReport | None:
    """Reindex once nobody else does; what is wrong is logged."""
    while True:
        await _nobody_else_writes(data)
        running = asyncio.create_task(run_reindex(data.reindex_command, _say_nothing))
        data.reindexing = running
        try:
            return await running
        except ReindexFailed as error:
            if not reindex_elsewhere(data.settings.index.folder):
                logger.warning("What changed in the corpus folder could not be taken in: %s", error)
                return None


async def _nobody_else_writes(data: BotData) -> None:
    while True:
        if not data.busy and not reindex_elsewhere(data.settings.index.folder):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def _say_nothing(progress: StageProgress) -> None:
    """There is no message to show it in."""


async def _tell(bot: telegram.Bot, data: BotData, report: ReindexReport) -> None:
    """A message to each admin that has a chat with the bot."""
    message = Message(report_text(report, TEXTS[data.settings.bot.language]))
    for admin in data.settings.bot.admins:
        with suppress(TelegramError):  # who has never written to the bot cannot be written to
            await send(bot, admin, message)
