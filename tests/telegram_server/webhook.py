"""Updates pushed to the bot's own server."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

import aiohttp

from tests.telegram_server.news import News
from tests.telegram_server.updates import Updates
from tests.telegram_server.wire import Json

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0
"""Between attempts to deliver an update; Telegram waits longer."""


class Webhook:
    """Posts updates to an address, in order, each until it is taken with a status of 2xx."""

    def __init__(self, updates: Updates, news: News) -> None:
        self.url = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None
        self.refused: list[int] = []
        """The statuses of answers other than 2xx."""
        self._updates = updates
        self._news = news
        self._secret = ""
        self._pushing: asyncio.Task[None] | None = None

    async def start(self, url: str, secret: str, max_connections: int) -> None:
        """Push to this address from now on."""
        await self.stop()
        self.url, self._secret, self.max_connections = url, secret, max_connections
        self._pushing = asyncio.create_task(self._push())

    async def stop(self) -> None:
        """Push no more."""
        self.url = ""
        if self._pushing:
            self._pushing.cancel()
            with suppress(asyncio.CancelledError):
                await self._pushing
        self._pushing = None

    @property
    def info(self) -> Json:
        """WebhookInfo."""
        about: Json = {"url": self.url, "has_custom_certificate": False, "pending_update_count": len(self._updates.pending)}
        if self.url:
            about |= {"max_connections": self.max_connections, "allowed_updates": sorted(self._updates.kinds)}
        if self.last_error:
            about |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return about

    async def _push(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        pause = FIRST_PAUSE
        async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(60)) as session:
            while True:
                await self._news.wait_for(lambda: bool(self._updates.pending))
                update = self._updates.first(1)[0]
                if await self._taken(session, update):
                    self._updates.confirm(update["update_id"] + 1)
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(LONGEST_PAUSE, 2 * pause)

    async def _taken(self, session: aiohttp.ClientSession, update: Json) -> bool:
        try:
            async with session.post(self.url, json=update) as answer:
                if answer.ok:
                    return True
                self.refused.append(answer.status)
                problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"Connection failed: {type(error).__name__}"
        self.last_error = (int(time.time()), problem)
        return False
