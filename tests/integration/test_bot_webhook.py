"""The bot as a real process that Telegram delivers to, and that programs watch."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import NamedTuple

import aiohttp
import pytest
import pytest_asyncio

from bot.texts.zh import ZH
from tests.integration.bot_process import BotProcess, Site, make_site, start_bot
from tests.integration.chatting import newcomer
from tests.telegram_server import TOKEN, Json, TelegramServer, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "an-invented-secret_of-exactly-32"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
QUESTION = "林州湾经开区2022年奖励了多少家企业？"


class Delivering(NamedTuple):
    """A bot that listens, at the address that Telegram and everybody else reaches it by."""

    server: TelegramServer
    site: Site
    bot: BotProcess
    webhook: str
    monitoring: str
    client: aiohttp.ClientSession

    async def post(self, update: Json, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        async with self.client.post(self.webhook, json=update, headers=headers) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(self.monitoring + path) as answer:
            return answer.status, await answer.text()


def free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        for listening in (first, second):
            listening.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def delivering(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Delivering]:
    webhook, monitoring = free_ports()
    async with TelegramServer() as server, aiohttp.ClientSession() as client:
        site = make_site(tmp_path_factory.mktemp("site"), server.url)
        await asyncio.to_thread(site.reindex)
        address = f"http://127.0.0.1:{webhook}/a/path/of/the/proxy"
        bot = await start_bot(
            site,
            PARKQA_WEBHOOK__URL=address,
            PARKQA_WEBHOOK__PORT=str(webhook),
            PARKQA_WEBHOOK__SECRET=SECRET,
            PARKQA_MONITORING__PORT=str(monitoring),
            PARKQA_LOG__FORMAT="json",
        )
        try:
            await server.wait_until(lambda: bool(server.webhook.url), what="the webhook")
            yield Delivering(server, site, bot, address, f"http://127.0.0.1:{monitoring}", client)
            code, output = await bot.end()
            logged = output + site.log.read_text(encoding="utf-8")
            assert code == 0, output
            assert TOKEN.split(":")[1] not in logged
            assert SECRET not in logged
            assert "guessed" not in logged
            assert "Traceback" not in logged
            assert server.violations == []
            assert "getUpdates" not in server.requests
        finally:
            if bot.process.returncode is None:
                bot.process.kill()


async def test_a_question_is_answered_and_confirmed(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    assert "37家" in (await server.ask(private_chat(somebody), somebody, QUESTION)).text
    assert (await server.ask(private_chat(somebody), somebody, "/help")).text.startswith(ZH.help)
    await server.wait_until_confirmed()
    assert server.webhook.refused == []


async def test_every_line_of_the_log_about_an_update_says_which(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    assert (await server.ask(private_chat(somebody), somebody, "/reindex")).text == ZH.admins_only
    refusal = next(line for line in delivering.site.log.read_text(encoding="utf-8").splitlines() if f'"user": {somebody["id"]}' in line)
    assert '"logger": "bot.audit"' in refusal
    assert '"update": ' in refusal
    assert f'"chat": {somebody["id"]}' in refusal


async def test_an_update_that_is_delivered_again_is_not_answered_again(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    message = {"message_id": 9, "date": 1, "chat": private_chat(somebody), "from": somebody, "text": QUESTION}
    server.meet(somebody)
    update = {"update_id": 900_000, "message": message}
    assert [await delivering.post(update) for _ in range(3)] == [200] * 3
    await server.wait_for_message(somebody["id"], 0)
    assert await delivering.post(update) == 200
    await server.ask(private_chat(somebody), somebody, "/help")
    assert [sent.text.startswith(ZH.help) for sent in server.sent[somebody["id"]]] == [False, True]


@pytest.mark.parametrize("secret", [None, "", "guessed-secret-of-thirty-two-and-more"])
async def test_nobody_else_can_speak_for_telegram(delivering: Delivering, secret: str | None) -> None:
    server, somebody = delivering.server, newcomer()
    message = {"message_id": 9, "date": 1, "chat": private_chat(somebody), "from": somebody, "text": QUESTION}
    assert await delivering.post({"update_id": 910_000, "message": message}, secret) == 403
    other = newcomer()
    await server.ask(private_chat(other), other, "/help")
    assert server.sent[somebody["id"]] == []


async def test_garbage_is_confirmed_and_holds_up_nobody(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    await server.update({"message": {"message_id": "?", "chat": 5}})
    await server.update({"something_new": {"of": "tomorrow"}})
    assert "37家" in (await server.ask(private_chat(somebody), somebody, QUESTION)).text


async def test_programs_see_that_the_bot_is_well(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    await server.ask(private_chat(somebody), somebody, QUESTION)
    await server.ask(private_chat(somebody), somebody, "明天会下雨吗，要不要带伞？")
    assert await delivering.get("/healthz") == (200, "ok\n")
    assert await delivering.get("/readyz") == (200, "ok\n")
    status, text = await delivering.get("/metrics")
    assert status == 200
    figures = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert float(figures['parkqa_questions_total{outcome="found"}']) >= 1
    assert float(figures['parkqa_questions_total{outcome="not found"}']) >= 1
    assert float(figures["parkqa_index_version"]) == 1
    assert 0 <= float(figures["parkqa_index_age_seconds"]) < 3600
    assert float(figures["parkqa_waiting_questions"]) == 0
    assert float(figures["process_resident_memory_bytes"]) > 50_000_000


async def test_the_server_restarts(delivering: Delivering) -> None:
    server, somebody = delivering.server, newcomer()
    await server.ask(private_chat(somebody), somebody, "/start")
    async with server.outage():
        asked = await server.say(private_chat(somebody), somebody, QUESTION)
        await asyncio.sleep(0.3)
    assert "37家" in (await server.wait_for_reply(asked)).text
    await server.wait_until_confirmed()
    assert len(server.sent[somebody["id"]]) == 2
