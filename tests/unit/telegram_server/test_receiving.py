"""Polling, webhooks, and the network's bad moments."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from aiohttp import web
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from tests.telegram_server import FloodLimits, Json, Mishap, TelegramServer, group_chat, private_chat, user
from tests.unit.telegram_server.stepped_bot import SteppedBot

SOMEBODY = user(11)
CHAT = private_chat(SOMEBODY)
SECRET = "s" * 32


@asynccontextmanager
async def listening(taken: list[Json], statuses: list[int]) -> AsyncIterator[str]:
    """A bot's own server: where Telegram finds it. It answers with these statuses first, then with 200."""

    async def take(request: web.Request) -> web.Response:
        status = statuses.pop(0) if statuses else 200
        taken.append({"status": status, "secret": request.headers.get("X-Telegram-Bot-Api-Secret-Token"), **await request.json()})
        return web.Response(status=status)

    application = web.Application()
    application.router.add_post("/hook", take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def test_updates_wait_until_they_are_confirmed(server: TelegramServer, bot: SteppedBot) -> None:
    for text in ("一", "二", "三"):
        await server.say(CHAT, SOMEBODY, text)
    [first, second] = await bot.get_updates(limit=2, timeout=0)
    assert [update.message.text for update in (first, second) if update.message] == ["一", "二"]
    [third] = await bot.get_updates(second.update_id + 1, timeout=0)
    assert (server.unconfirmed, third.update_id) == (1, second.update_id + 1)
    await server.say(CHAT, SOMEBODY, "四")
    [last] = await bot.get_updates(-1, timeout=0)
    assert last.update_id == third.update_id + 1


async def test_a_poll_waits_for_news(server: TelegramServer, bot: SteppedBot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=5))
    await server.wait_until(lambda: server.requests.count("getUpdates") == 2)
    await server.say(CHAT, SOMEBODY, "来了")
    assert len(await polling) == 1


async def test_a_second_poller_sends_the_first_away(server: TelegramServer, bot: SteppedBot) -> None:
    first = asyncio.create_task(bot.call("getUpdates", timeout=5))
    await server.wait_until(lambda: server.requests.count("getUpdates") == 2)
    assert await bot.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_usual_kinds_and_chosen_ones(server: TelegramServer, bot: SteppedBot) -> None:
    await bot.get_updates(timeout=0, allowed_updates=[])
    assert not server.updates.kinds & {"message_reaction", "chat_member"}
    await bot.get_updates(timeout=0, allowed_updates=["message", "callback_query"])
    await bot.get_updates(timeout=0)
    assert server.updates.kinds == {"message", "callback_query"}
    with pytest.raises(BadRequest, match=r"(?i)unknown kinds of updates"):
        await bot.get_updates(timeout=0, allowed_updates=["mesage"])


async def test_a_webhook_gets_every_update_in_order(server: TelegramServer, bot: SteppedBot) -> None:
    taken: list[Json] = []
    async with listening(taken, [502, 403]) as url:
        await bot.set_webhook(url, secret_token=SECRET, allowed_updates=["message"])
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates(timeout=0)
        await server.say(CHAT, SOMEBODY, "一")
        await server.say(CHAT, SOMEBODY, "二")
        await server.wait_until_confirmed()
        assert [(update["status"], update["message"]["text"]) for update in taken] == [(502, "一"), (403, "一"), (200, "一"), (200, "二")]
        assert {update["secret"] for update in taken} == {SECRET}
        about = await bot.get_webhook_info()
        assert (about.url, about.pending_update_count, about.allowed_updates) == (url, 0, ("message",))
        assert about.last_error_message == "Wrong response from the webhook: 403 Forbidden"
        assert server.webhook.refused == [502, 403]
    await server.say(CHAT, SOMEBODY, "三")
    await bot.delete_webhook()
    assert [update.message.text for update in await bot.get_updates(timeout=0) if update.message] == ["三"]
    await server.say(CHAT, SOMEBODY, "四")
    await bot.delete_webhook(drop_pending_updates=True)
    assert server.unconfirmed == 0


@pytest.mark.parametrize(
    "spoiled",
    [
        {"url": "http://example.org/hook"},
        {"url": "https://example.org/hook", "secret_token": "a b"},
        {"url": "https://example.org/hook", "secret_token": "a" * 257},
        {"url": "https://example.org/hook", "max_connections": 101},
    ],
)
async def test_spoiled_webhooks(server: TelegramServer, bot: SteppedBot, spoiled: Json) -> None:
    with pytest.raises(BadRequest):
        await bot.call("setWebhook", **spoiled)
    assert len(server.violations) == 1
    assert (await bot.get_webhook_info()).url == ""


async def test_mishaps(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    server.go_wrong(
        "sendMessage", Mishap(429, retry_after=3), Mishap(502), Mishap(drop_before_delivery=True), Mishap(drop_after_delivery=True)
    )
    with pytest.raises(RetryAfter):
        await bot.send_message(11, "一")
    for text in ("二", "三", "四"):
        with pytest.raises(NetworkError):
            await bot.send_message(11, text)
    await bot.send_message(11, "五")
    assert [message.text for message in server.sent[11]] == ["四", "五"]
    assert server.violations == []


async def test_an_outage_forgets_nothing(server: TelegramServer, bot: SteppedBot) -> None:
    url = server.url
    async with server.outage():
        await server.say(CHAT, SOMEBODY, "有人吗")
        with pytest.raises(NetworkError):
            await bot.get_updates(timeout=0)
    assert server.url == url
    assert len(await bot.get_updates(timeout=0)) == 1


async def test_unknown_methods_and_tokens(server: TelegramServer, bot: SteppedBot) -> None:
    server.unknown_methods = {"sendMessageDraft"}
    for method in ("sendMessageDraft", "sendPoll", "close_"):
        with pytest.raises(InvalidToken):  # what the library makes of a 404
            await bot.call(method)
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{server.url}/bot4200042:wrong/getMe")).status_code == 401
        assert (await client.get(f"{server.url}/file/bot4200042:wrong/documents/file-1")).status_code == 404


@pytest.mark.parametrize(("burst", "strict"), [(0, False), (2, True)])
async def test_flood_limits(server: TelegramServer, bot: SteppedBot, burst: int, strict: bool) -> None:
    server.flood = FloodLimits(burst=burst, strict=strict, group_per_minute=3)
    server.meet(SOMEBODY)
    await server.say(group_chat(), SOMEBODY, "/ask")
    for chat_id, limit in ((11, 1), (-1001, 3)):
        for _ in range(limit + burst):
            await bot.send_message(chat_id, "答")
        with pytest.raises(RetryAfter, match="Retry in 1 seconds" if chat_id == 11 else r"Retry in (60|59) seconds"):
            await bot.send_message(chat_id, "答")
        assert len(server.sent[chat_id]) == limit + burst
    assert len(server.violations) == (2 if strict else 0)
