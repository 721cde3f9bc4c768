"""Waiting for something to become true, by many at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class News:
    """Whoever changes something tells it; only those wake up for whom it makes the difference.

    With an asyncio.Condition hundreds of waiting chats would wake up at every request, and the server would be slower than the bot.
    """

    def __init__(self) -> None:
        self._waiting: dict[asyncio.Future[None], Callable[[], bool]] = {}

    def tell(self) -> None:
        for future, condition in list(self._waiting.items()):
            if not future.done() and condition():
                future.set_result(None)

    async def wait_for(self, condition: Callable[[], bool], seconds: float | None = None) -> None:
        """Until a condition holds. Raises TimeoutError."""
        if condition():
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting[future] = condition
        try:
            await asyncio.wait_for(future, seconds)
        finally:
            del self._waiting[future]
