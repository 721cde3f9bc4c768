"""Looking around without a question: the real bot over real HTTP."""

from __future__ import annotations

import pytest

from tests.integration.bot_process import ARTICLES
from tests.integration.chatting import Chatting
from tests.telegram_server import Json, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_newest_reports_are_listed_read_and_sent(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, private_chat(somebody)
    listed = await server.ask(chat, somebody, "/latest")
    assert listed.text == (
        "最新报道（共 3 篇）\n\n"
        "1. 东澜产业园冷链仓库启用 · 东澜发布 · 2024-03-02\n"
        "2. 林州湾高新区蓝宝石项目投产 · 林州湾高新区 · 2023-06-15\n"
        "3. 林州湾经开区召开2022年度工作会议 · 林州湾日报 · 2022-02-09"
    )
    assert listed.links == ["https://example.org/linzhou/2022/0209.html"]
    await server.press(listed, "2")
    card = await server.wait_for_message(chat["id"], 1)
    assert "标题：林州湾高新区蓝宝石项目投产" in card.text
    assert card.quotes[0].startswith("6月14日，位于林州湾高新区的人造蓝宝石项目正式投产。")
    await server.press(card, "在这里读全文")
    await server.wait_until(lambda: "第 1 / 1 页" in card.text, what="the page")
    await server.press(card, "出处")
    await server.wait_until(lambda: "标题：" in card.text, what="the card again")
    await server.press(card, "发送全文文件")
    await server.wait_until(lambda: bool(server.documents), what="the file")
    sent = server.documents[-1].document
    assert sent is not None
    assert ARTICLES["sapphire"].splitlines()[-1] in sent.content.decode()


async def test_parks_lead_to_their_reports(chatting: Chatting, somebody: Json) -> None:
    server = chatting.server
    parks = await server.ask(private_chat(somebody), somebody, "/sources")
    assert "3 篇报道，写到 3 个园区" in parks.text
    assert "2024 年 1、2023 年 1、2022 年 1" in parks.text
    await server.press(parks, "1")
    await server.wait_until(lambda: "的报道，最新的在前（共 1 篇）" in parks.text, what="the reports on a park")
    await server.press(parks, "园区列表")
    await server.wait_until(lambda: "写到 3 个园区" in parks.text, what="the parks again")


async def test_about_tells_no_path(chatting: Chatting, somebody: Json) -> None:
    text = (await chatting.server.ask(private_chat(somebody), somebody, "/about")).text
    assert "3 篇报道" in text
    assert "2022年至2024年" in text
    assert "multilingual-e5-small" in text
    assert "/" not in text
