"""A bot in conversation: the process, the server that it talks to, and the people who talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.integration.bot_process import ADMIN, BotProcess, Site, make_site, start_bot
from tests.telegram_server import TOKEN, Json, TelegramServer, user

numbers = count(100)


class Chatting(NamedTuple):
    """A bot that has been started, and everything around it."""

    server: TelegramServer
    site: Site
    bot: BotProcess


def newcomer(language: str | None = "zh-hans") -> Json:
    """A user whom nobody has met."""
    return user(next(numbers), language=language)


@asynccontextmanager
async def started_bot(folder: Path) -> AsyncIterator[Chatting]:
    """Start the bot over some articles. At the end it must stop in good order, with no secret logged and no rule of Telegram broken."""
    async with TelegramServer() as server:
        server.meet(user(ADMIN))
        site = make_site(folder, server.url)
        await asyncio.to_thread(site.reindex)
        bot = await start_bot(site)
        try:
            await server.wait_until(lambda: "getUpdates" in server.requests, what="the bot to be up")
            yield Chatting(server, site, bot)
            code, output = await bot.end()
            logged = output + site.log.read_text(encoding="utf-8")
            assert code == 0, output
            assert TOKEN.split(":")[1] not in logged
            assert "Traceback" not in logged
            assert server.violations == []
            assert server.unanswered_callbacks == []
        finally:
            if bot.process.returncode is None:
                bot.process.kill()
            print("\n".join(["", *server.transcript]))  # noqa: T201 - what the conversation looked like
