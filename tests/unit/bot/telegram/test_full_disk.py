"""A disk that is full, for polling and for a webhook: nobody is left without a word, and nothing is lost."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from itertools import count

import pytest

from bot.settings.sections import BotSettings, WebhookSettings
from bot.settings.settings import Settings
from bot.store.inbox import Inbox, open_inbox
from bot.telegram.app import build_application, serve
from bot.telegram.context import BotData
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer, services_with
from tests.filled import is_filled
from tests.telegram_server import TOKEN, TelegramServer, private_chat, user

SOMEBODY, BOSS = user(5), user(7)
SECRET = "an-invented-secret_of-exactly-32"


def webhook() -> WebhookSettings:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return WebhookSettings.model_validate({"url": f"http://127.0.0.1:{port}/", "port": port, "secret": SECRET})


@asynccontextmanager
async def serving(inbox: Inbox, webhook: WebhookSettings) -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        bot = BotSettings(base_url=f"{server.url}/bot", admins=(BOSS["id"],))
        data = BotData(Settings(bot=bot, webhook=webhook), services_with(FakeAnswerer()), ())
        running = asyncio.create_task(serve(build_application(TOKEN, data), inbox))
        try:
            yield server
        finally:
            running.cancel()
            await running


def file_of(inbox: Inbox) -> sqlite3.Connection:
    connection = inbox._database._place.engine.raw_connection().driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection


async def fill(inbox: Inbox) -> None:
    """Until there is no room for another update."""
    while inbox.unhandled():  # noqa: ASYNC110 - what is handled gives room back
        await asyncio.sleep(0.01)
    file_of(inbox).execute("PRAGMA max_page_count = 1")  # that is, as many as there are
    with pytest.raises(sqlite3.OperationalError, match="full"):
        for number in count(10**6):
            file_of(inbox).execute("INSERT INTO updates (number, arrived, begun) VALUES (?, ?, 0)", (number, time.time()))


@pytest.mark.parametrize("by", [WebhookSettings(), webhook()], ids=["polling", "webhook"])
async def test_whoever_asks_and_the_admins_are_told_once_and_all_is_answered_when_there_is_room(by: WebhookSettings) -> None:
    with closing(open_inbox(None)) as inbox:
        async with serving(inbox, by) as server:
            await server.ask(private_chat(BOSS), BOSS, "/help")
            await fill(inbox)
            asked = [await server.say(private_chat(SOMEBODY), SOMEBODY, question) for question in ("问", "再问")]
            assert (await server.wait_for_reply(asked[0])).text == ZH.later
            told = await server.wait_for_message(BOSS["id"], 1)
            assert is_filled(told.text, ZH.oversight.nothing_kept)
            assert "database or disk is full" in told.text
            file_of(inbox).execute("PRAGMA max_page_count = 1000")
            await server.wait_for_message(SOMEBODY["id"], 2)
            assert [message.text for message in server.sent[SOMEBODY["id"]]] == [ZH.later, ZH.not_found, ZH.not_found]
            assert len(server.sent[BOSS["id"]]) == 2
