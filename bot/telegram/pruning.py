"""Forgets once a day what has been kept for long enough."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.errors import StoreUnavailable
from bot.store.store import Store

logger = logging.getLogger(__name__)

DAY_SECONDS = 86_400


@asynccontextmanager
async def pruning(store: Store) -> AsyncIterator[None]:
    """Prune now and every day inside the block."""
    running = asyncio.create_task(_prune(store), name="pruning")
    try:
        yield
    finally:
        running.cancel()
        await asyncio.wait([running])


async def _prune(store: Store) -> None:
    while True:
        try:
            await asyncio.to_thread(store.prune)
        except StoreUnavailable as error:
            logger.warning("What is old could not be forgotten: %s", error)
        await asyncio.sleep(DAY_SECONDS)
