"""Chats that the bot is not in, and the links that lead from there to it: the real bot over real HTTP."""

from __future__ import annotations

import asyncio

import pytest

from bot.texts import TEXTS
from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.integration.bot_process import ADMIN, ARTICLES
from tests.integration.chatting import Chatting, newcomer
from tests.telegram_server import BOT, Json, group_chat, private_chat, user

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "林州湾经开区2022年奖励了多少家企业？"
REWARDED = "会上，园区拿出860万元，奖励了37家企业，其中制造业企业29家。"


async def test_a_typed_question_offers_whole_quotes_to_send(chatting: Chatting, somebody: Json) -> None:
    server = chatting.server
    typed = await server.type_inline(somebody, QUESTION)
    assert typed.titles[0] == "林州湾经开区召开2022年度工作会议"
    assert typed.results[0]["description"] == REWARDED
    assert typed.is_personal
    shared = await server.choose(typed, 0, group_chat(-4001))
    assert (REWARDED in shared.quotes[0], shared.parts("bold")) == (True, ["37家"])
    assert shared.quotes[0] in ARTICLES["awards"]
    assert "林州湾日报 · 2022-02-09" in shared.text
    assert not shared.link_preview


async def test_a_quote_that_was_shared_into_the_bots_own_chat_is_no_question(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, private_chat(somebody)
    typed = await server.type_inline(somebody, QUESTION)
    await server.choose(typed, 0, chat)
    await server.ask(chat, somebody, "/help")
    assert [message.text.startswith(ZH.help) for message in server.sent[chat["id"]]] == [True]


async def test_the_newest_reports_are_offered_before_anything_is_typed(chatting: Chatting, somebody: Json) -> None:
    typed = await chatting.server.type_inline(somebody, "")
    assert typed.titles == ["东澜产业园冷链仓库启用", "林州湾高新区蓝宝石项目投产", "林州湾经开区召开2022年度工作会议"]
    assert typed.next_offset == ""
    assert typed.button == {"text": ZH.inline.how_to, "start_parameter": "help"}


async def test_who_types_on_gets_the_last_word_answered(chatting: Chatting, somebody: Json) -> None:
    server = chatting.server
    typing = [asyncio.create_task(server.type_inline(somebody, QUESTION[:length])) for length in range(4, len(QUESTION) + 1)]
    assert (await typing[-1]).titles[0] == "林州湾经开区召开2022年度工作会议"
    for overtaken in typing:
        overtaken.cancel()
    await asyncio.gather(*typing, return_exceptions=True)


async def test_nothing_found_leads_into_the_private_chat(chatting: Chatting) -> None:
    server, reader = chatting.server, newcomer("en")
    typed = await server.type_inline(reader, "Will it rain tomorrow?")
    assert typed.results == []
    assert typed.button == {"text": EN.inline.nothing_found, "start_parameter": "ask"}
    assert (await server.ask(private_chat(reader), reader, "/start ask")).text == EN.inline.ask_here


async def test_a_link_leads_to_the_help(chatting: Chatting) -> None:
    server, reader, admin = chatting.server, newcomer("zh-hant"), user(ADMIN)
    assert (await server.ask(private_chat(reader), reader, "/start help")).text.startswith(TEXTS["zh-hant"].help)
    assert "/reindex" in (await server.ask(private_chat(admin), admin, "/start help")).text


async def test_a_guest_answers_where_it_is_named(chatting: Chatting, somebody: Json) -> None:
    server, elsewhere = chatting.server, group_chat(-4002)
    answer = await server.summon(elsewhere, somebody, f"@{BOT['username']} {QUESTION}")
    assert (REWARDED in answer.quotes[0], answer.parts("bold")) == (True, ["37家"])
    assert answer.keyboard == []
    nothing = await server.summon(elsewhere, somebody, f"@{BOT['username']} 明天会下雨吗，要不要带伞？")
    assert nothing.text.startswith(ZH.not_found)
    asked = {"message_id": 9, "date": 0, "chat": elsewhere, "from": newcomer(), "text": "蓝宝石项目年产多少吨？"}
    pointed = await server.summon(elsewhere, somebody, f"@{BOT['username']}", reply_to=asked)
    assert "2400吨" in pointed.quotes[0]
    assert BOT["username"] in (await server.summon(elsewhere, somebody, f"@{BOT['username']}")).text


async def test_a_button_that_was_never_there_gets_an_answer(chatting: Chatting, somebody: Json) -> None:
    server = chatting.server
    answer = await server.summon(group_chat(-4003), somebody, f"@{BOT['username']} {QUESTION}")
    press = await server.send_callback(answer, "more:abcdefgh:0", somebody)
    await server.wait_until(lambda: press.answered, what="the answer")
    assert press.toast == ZH.button_unknown


async def test_many_results_come_in_pages(chatting: Chatting, somebody: Json) -> None:
    server, site = chatting.server, chatting.site
    for number in range(12):
        park = f"{'东南西北'[number % 4]}岭{'甲乙丙'[number % 3]}园区"
        told = f"{park}年报第{number}号\n来源：{park}    发布时间：2024-05-{number + 1:02}\n\n{park}去年新增企业{number + 40}家。\n"
        site.write_article(f"growth{number}", told)
    await asyncio.to_thread(site.reindex)
    first = await server.type_inline(somebody, "东岭丙园区2023年新增企业多少家")
    second = await server.scroll(first)
    assert len(first.results) == 10
    assert second.results
    assert second.next_offset == ""
    chosen = [result["input_message_content"]["message_text"] for result in (*first.results, *second.results)]
    assert len(set(chosen)) == len(chosen)
