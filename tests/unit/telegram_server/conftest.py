"""A server and a bot that talk to each other over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram.request import HTTPXRequest

from tests.telegram_server import TOKEN, TelegramServer
from tests.unit.telegram_server.stepped_bot import EVERYTHING, SteppedBot


@pytest_asyncio.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest_asyncio.fixture
async def bot(server: TelegramServer) -> AsyncIterator[SteppedBot]:
    requests = HTTPXRequest(connection_pool_size=4), HTTPXRequest()
    bot = SteppedBot(TOKEN, f"{server.url}/bot", f"{server.url}/file/bot", request=requests[0], get_updates_request=requests[1])
    async with bot:
        await bot.get_updates(timeout=0, allowed_updates=EVERYTHING)
        yield bot
