"""A reindex in a process of its own, watched from the bot.

Bulk embedding needs torch and hundreds of megabytes; the process takes them along when it ends. The bot itself notices the new index
version with the next question.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bot.admin.watched_process import Report, run_watched
from bot.child_process import our_command
from bot.errors import ReindexFailed
from retrieval.building.report import ReindexReport, report_from
from retrieval.settings import RetrievalSettings


def reindex_command(settings: RetrievalSettings, config: Path | None, *, as_json: bool = True) -> tuple[str, ...]:
    """The command line of a reindex with the settings of this process."""
    folders = ("--corpus", str(settings.corpus.folder), "--index", str(settings.index.folder))
    flags = (*(["--json"] if as_json else []), *(["--config", str(config)] if config else []))
    return our_command("bot", "reindex", *flags, *folders)


async def run_reindex(command: Sequence[str], report: Report) -> ReindexReport:
    """Run a reindex to its end and call `report` with its progress now and then. Raises ReindexFailed with the process's own last words.

    When cancelled, the process is ended too; the index stays at its current version.
    """
    output = bytearray()
    ended = await run_watched(command, output, report, for_index=True)
    if ended.code != 0:
        raise ReindexFailed(ended.last_words or f"The reindex process ended with code {ended.code}.")
    return _parse(output)


def _parse(output: bytes | bytearray) -> ReindexReport:
    try:
        return report_from(json.loads(output))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReindexFailed(f"The report of the reindex cannot be read ({error!r}).") from error
