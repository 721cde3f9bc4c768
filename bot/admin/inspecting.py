"""Reading files that somebody sent, in a process of its own: whatever they hold, the bot stays up, light and quick to answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from bot.admin.inspection import FAILED, READING_SECONDS, Inspection, inspections_in
from bot.admin.watched_process import Report, run_watched
from bot.child_process import our_command
from corpus.settings import ReadingRules


async def inspect(folder: Path, names: Sequence[str], rules: ReadingRules, report: Report) -> list[Inspection]:
    """Read the files of these names in the folder; one at which the process dies or takes too long is `FAILED`, the others go on.

    `report` is told how far the recognition of text in pictures has come.
    """
    found: list[Inspection] = []
    while len(found) < len(names):
        found += await _read(folder, names[len(found) :], rules, report)
        if len(found) < len(names):
            found.append(FAILED)
    return found


async def _read(folder: Path, names: Sequence[str], rules: ReadingRules, report: Report) -> list[Inspection]:
    """What the process said before it ended, was killed, or took too long."""
    command = our_command("bot.admin.reading_process", str(folder), json.dumps(asdict(rules)))
    output = bytearray()
    with suppress(TimeoutError):
        await run_watched(command, output, report, given=json.dumps(list(names)).encode(), seconds=READING_SECONDS)
    return inspections_in(bytes(output))[: len(names)]
