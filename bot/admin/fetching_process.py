"""The process that fetches pages for `bot.admin.fetching_apart`: addresses on stdin, a line of JSON for each on stdout as it ends."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence

import httpx

from bot.admin.addresses import GuardedTransport
from bot.admin.fetching import AT_ONCE, NotFetched, fetch, page_client
from bot.admin.fetching_apart import Fetched, as_line
from corpus.reading.confined import confine
from corpus.reading.limits import allow_seconds, limit_memory

MEMORY = 2 << 30
"""Bytes of addresses: several times what the pages that are fetched at once need."""
PROCESSOR_SECONDS = 60


def main(transport: httpx.AsyncBaseTransport | None = None) -> None:
    """Fetch each page, and say what came of it."""
    confine(connects=True)
    limit_memory(MEMORY)
    allow_seconds(PROCESSOR_SECONDS)
    asked = json.load(sys.stdin)
    asyncio.run(_fetch_all(asked["addresses"], asked["max_bytes"], transport or GuardedTransport()))


async def _fetch_all(addresses: Sequence[str], max_bytes: int, transport: httpx.AsyncBaseTransport) -> None:
    at_once = asyncio.Semaphore(AT_ONCE)

    async def tell(number: int, address: str) -> None:
        async with at_once:
            sys.stdout.write(as_line(number, await _fetched(client, address, max_bytes)))
            sys.stdout.flush()

    async with page_client(transport) as client:
        await asyncio.gather(*(tell(number, address) for number, address in enumerate(addresses)))


async def _fetched(client: httpx.AsyncClient, address: str, max_bytes: int) -> Fetched:
    try:
        return await fetch(client, address, max_bytes)
    except NotFetched as error:
        return error.reason


if __name__ == "__main__":
    main()
