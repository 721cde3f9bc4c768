"""Forgets once a day what has been kept for long enough."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.errors import StoreUnavailable
from bot.store.store import Store

logger = logging.getLogger(__name__)

DAY_SECONDS = 86_400


@asynccontextmanager
async def pruning(store: Store, has_duty: Callable[[], bool] = lambda: True) -> AsyncIterator[None]:
    """Prune now and every day inside the block; of several processes, the one that has the duty to."""
    running = asyncio.create_task(_prune(store, has_duty), name="pruning")
    try:
        yield
    finally:
        running.cancel()
        await asyncio.wait([running])


async def _prune(store: Store, has_duty: Callable[[], bool]) -> None:
    while True:
        try:
            if has_duty():
                await asyncio.to_thread(store.prune)
        except StoreUnavailable as error:
            logger.warning("What is old could not be forgotten: %s", error)
        await asyncio.sleep(DAY_SECONDS)
