"""Reading files that somebody sent, in a process of its own: whatever they hold, the bot stays up, light and quick to answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.child_process import our_command, run_child
from corpus.article import Article

READING_SECONDS = 60
"""For all files of an upload together."""
ARTICLES = 20
"""Of a file, that are looked at one by one."""
EXAMPLES = 3
LONGEST_COMPARED = 200_000
"""Characters of an article that the reading process hands over; a longer one is a book, and no near-duplicate is looked for."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of reading a file, before it is compared with the index."""

    articles: tuple[Article, ...]
    """The first ones."""
    total: int
    reasons: tuple[str, ...]
    left_out: int
    examples: tuple[str, ...]


FAILED = Inspection((), 0, ("cannot be read: it takes too much memory or time",), 0, ())

_INSPECTION = TypeAdapter(Inspection)


def as_line(inspection: Inspection) -> str:
    """One line of JSON."""
    return _INSPECTION.dump_json(inspection).decode()


async def inspect(folder: Path, names: Sequence[str], max_bytes: int) -> list[Inspection]:
    """Read the files of these names in the folder; one at which the process dies or takes too long is `FAILED`, the others go on."""
    found: list[Inspection] = []
    while len(found) < len(names):
        found += await _read(folder, names[len(found) :], max_bytes)
        if len(found) < len(names):
            found.append(FAILED)
    return found


async def _read(folder: Path, names: Sequence[str], max_bytes: int) -> list[Inspection]:
    """What the process said before it ended, was killed, or took too long."""
    command = our_command("bot.admin.reading_process", str(folder), str(max_bytes))
    said = bytearray()
    with suppress(TimeoutError):
        await run_child(command, said, given=json.dumps(list(names)).encode(), seconds=READING_SECONDS)
    return _inspections(bytes(said))[: len(names)]


def _inspections(said: bytes) -> list[Inspection]:
    """The whole lines; a process that was killed in the middle of one leaves a part."""
    found = []
    with suppress(ValidationError):
        for line in said.split(b"\n"):
            if line:
                found.append(_INSPECTION.validate_json(line))
    return found
