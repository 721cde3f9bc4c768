"""Reading files that somebody sent, in a process of its own: whatever they hold, the bot stays up, light and quick to answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from bot.admin.inspection import FAILED, READING_SECONDS, Inspection, inspections_in
from bot.admin.watched_process import Report, run_watched
from bot.child_process import TooMuchSaid, our_command
from corpus.settings import ReadingRules

MOST_ENDS = 3
"""Files of an upload at which the process may end."""
UPLOAD_SECONDS = 20 * 60
"""For all files of an upload together, however many pictures they hold: the next upload waits for this one."""
MOST_OUTPUT = 128 << 20
"""Bytes that the process may say of an upload; what it says more would fill the bot's own memory."""


async def inspect(folder: Path, names: Sequence[str], rules: ReadingRules, report: Report) -> list[Inspection]:
    """Read the files of these names in the folder; one at which the process dies or takes too long is `FAILED`, the others go on.

    After `MOST_ENDS` of those, or `UPLOAD_SECONDS`, nobody waits for the rest: it is `FAILED` too.

    `report` is told how far the recognition of text in pictures has come.
    """
    found: list[Inspection] = []
    clock = asyncio.get_running_loop().time
    end = clock() + UPLOAD_SECONDS
    while len(found) < len(names):
        found += await _read(folder, names[len(found) :], rules, report, end)
        if len(found) < len(names):
            found.append(FAILED)
        if found.count(FAILED) >= MOST_ENDS or clock() >= end:
            found += [FAILED] * (len(names) - len(found))
    return found


async def _read(folder: Path, names: Sequence[str], rules: ReadingRules, report: Report, end: float) -> list[Inspection]:
    """What the process said before it ended, was killed, took too long or said too much; at the `end` it is killed."""
    command = our_command("bot.admin.reading_process", str(folder), json.dumps(asdict(rules)))
    output = bytearray()
    given = json.dumps(list(names)).encode()
    with suppress(TimeoutError, TooMuchSaid):
        async with asyncio.timeout_at(end):
            await run_watched(command, output, report, given=given, seconds=READING_SECONDS, most=MOST_OUTPUT)
    return inspections_in(bytes(output))[: len(names)]
