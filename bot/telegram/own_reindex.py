"""A reindex that the bot begins by itself, and what it tells its admins of it."""

from __future__ import annotations

import asyncio
import logging

import telegram

from bot.admin.index_report import report_text
from bot.admin.reindex_process import run_reindex
from bot.errors import ReindexFailed
from bot.telegram.context import BotData
from bot.telegram.handlers.admins import tell_admins
from bot.texts import TEXTS
from retrieval.building.lock import reindex_elsewhere
from retrieval.building.report import ReindexReport
from retrieval.errors import IndexIncompatible
from retrieval.progress import StageProgress

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0


async def reindex_by_itself(data: BotData) -> ReindexReport | None:
    """Reindex once nobody else does; what is wrong is logged."""
    while True:
        await _nobody_else_writes(data)
        running = asyncio.create_task(run_reindex(data.reindex_command, _say_nothing))
        data.reindexing = running
        try:
            return await running
        except ReindexFailed as error:
            if not reindex_elsewhere(data.settings.index.folder):
                logger.warning("The index could not be brought up to date: %s", error)
                return None


async def renew_outdated(bot: telegram.Bot, data: BotData) -> None:
    """Make the index anew where another edition of the program, or another model, made the one in use; its vectors are cached.

    Whoever asks until then is told that the index cannot be used.
    """
    if not await asyncio.to_thread(_is_outdated, data):
        return
    logger.warning("The index in use was made by another edition of this program, or with another model: it is made anew")
    if (report := await reindex_by_itself(data)) and report.version:
        await report_to_admins(bot, data, report)


async def report_to_admins(bot: telegram.Bot, data: BotData, report: ReindexReport) -> None:
    """What came of a reindex that nobody asked for."""
    await tell_admins(bot, data, report_text(report, TEXTS[data.settings.bot.language]))


def _is_outdated(data: BotData) -> bool:
    try:
        with data.services.answerer.index.open():
            return False
    except IndexIncompatible:
        return True
    except Exception as error:  # whatever else is wrong, making it anew is for somebody to decide
        logger.debug("The index cannot be opened: %s", error)
        return False


async def _nobody_else_writes(data: BotData) -> None:
    while True:
        if not data.busy and not reindex_elsewhere(data.settings.index.folder):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def _say_nothing(progress: StageProgress) -> None:
    """There is no message to show it in."""
