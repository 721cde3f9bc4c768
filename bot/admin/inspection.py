"""Reading files that somebody sent, in a process of its own: whatever they hold, the bot stays up, light and quick to answer."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

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
    """What the process said before it ended."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.admin.reading_process", str(folder), str(max_bytes)),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={name: value for name, value in os.environ.items() if not name.upper().startswith("PARKQA_")},
        start_new_session=True,
    )
    said = bytearray()
    try:
        async with asyncio.timeout(READING_SECONDS):
            await _talk(process, json.dumps(list(names)).encode(), said)
            await process.wait()
    except TimeoutError:
        pass
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return _inspections(bytes(said))[: len(names)]


async def _talk(process: asyncio.subprocess.Process, question: bytes, said: bytearray) -> None:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101 - pipes were asked for
    with suppress(ConnectionError):
        process.stdin.write(question)
        await process.stdin.drain()
        process.stdin.close()
    while chunk := await process.stdout.read(1 << 16):
        said += chunk


def _inspections(said: bytes) -> list[Inspection]:
    """The whole lines; a process that was killed in the middle of one leaves a part."""
    found = []
    with suppress(ValidationError):
        for line in said.split(b"\n"):
            if line:
                found.append(_INSPECTION.validate_json(line))
    return found
