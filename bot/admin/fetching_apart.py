"""Pages fetched in a process of its own: whatever a server answers, the bot stays up, and its disk and secrets are out of reach."""

from __future__ import annotations

import asyncio
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict

from bot.admin.fetching import AT_ONCE, MOST, PAGE_SECONDS, FetchedPage
from bot.child_process import TooMuchSaid, our_command, run_child
from corpus.reason import Reason, ReasonCode

COMMAND = our_command("bot.admin.fetching_process")
SECONDS = 10 + PAGE_SECONDS * MOST / AT_ONCE
"""For all pages of a message: as long as they may take, and the start of the process."""
MOST_OUTPUT = 128 << 20
"""Bytes that the process may say of all of them; what it says more would fill the bot's own memory."""

Fetched = FetchedPage | Reason
"""What an address gave, or why it gave nothing."""


async def fetch_apart(addresses: Sequence[str], max_bytes: int) -> list[Fetched]:
    """What each address gave, in order; too costly is one at which the process ended, and what comes after it."""
    output = bytearray()
    given = json.dumps({"addresses": list(addresses), "max_bytes": max_bytes}).encode()
    with suppress(TimeoutError, TooMuchSaid):
        async with asyncio.timeout(SECONDS):
            await run_child(COMMAND, output, given=given, most=MOST_OUTPUT)
    found = dict(_from_line(line) for line in bytes(output).split(b"\n")[:-1])
    return [found.get(number, Reason(ReasonCode.TOO_COSTLY)) for number in range(len(addresses))]


def as_line(number: int, fetched: Fetched) -> str:
    """One line of JSON about the address of that number."""
    if isinstance(fetched, Reason):
        return json.dumps([number, {"refusal": asdict(fetched)}]) + "\n"
    return json.dumps([number, {"suffix": fetched.suffix, "content": b64encode(fetched.content).decode()}]) + "\n"


def _from_line(line: bytes) -> tuple[int, Fetched]:
    number, said = json.loads(line)
    if "refusal" in said:
        return number, Reason(**said["refusal"])
    return number, FetchedPage(said["suffix"], b64decode(said["content"]))
