"""Following a park and a question: real reindexes bring articles, and the running bot tells of them."""

from __future__ import annotations

import asyncio

import pytest

from bot.texts.following import ZH as FOLLOWING
from bot.texts.zh import ZH
from tests.filled import is_filled
from tests.integration.chatting import Chatting, newcomer
from tests.telegram_server import Json, SentMessage, group_chat, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "西岭科创园现有多少名博士？"
DOCTORS = "西岭科创园引才\n来源：西岭园区    发布时间：2024-05-06\n\n西岭科创园现有博士58名，比上年增加11名。园区还为他们建了公寓。\n"
REPRINT = DOCTORS.replace("西岭园区", "林州日报").replace("2024-05-06", "2024-05-08")
CHARGERS = "西岭科创园建成充电站\n来源：西岭园区    发布时间：2024-06-01\n\n西岭科创园充电站6月1日建成，共有充电桩40个。\n"


async def bring(chatting: Chatting, **articles: str) -> None:
    """Write articles and reindex, as cron would."""
    for name, text in articles.items():
        chatting.site.write_article(name, text)
    await asyncio.to_thread(chatting.site.reindex)


async def awake(chatting: Chatting, chat: Json, person: Json) -> SentMessage:
    """Have no quiet hours, whatever the hour of the test; the list of what is followed."""
    listed = await chatting.server.ask(chat, person, "/following")
    await chatting.server.press(listed, FOLLOWING.button_never_quiet, by=person)
    await chatting.server.wait_until(lambda: FOLLOWING.list_never_quiet in listed.text, what="the choice to be shown")
    return listed


async def test_what_is_followed_is_told_once_and_can_be_managed(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, group_chat(-4004)
    server.make_admin(chat, somebody)
    listed = await awake(chatting, chat, somebody)
    assert listed.text.startswith(FOLLOWING.list_empty)
    park = await server.ask(chat, somebody, "/follow 西岭科创园")
    assert "已关注“西岭科创园”" in park.text
    assert FOLLOWING.unknown_park in park.text
    answer = await server.ask(chat, somebody, f"/ask {QUESTION}")
    assert answer.text.startswith("没有西岭科创园的报道。\n")
    pressed = await server.press(answer, FOLLOWING.button_follow)
    assert pressed.toast == FOLLOWING.toast_now
    await server.wait_until(lambda: FOLLOWING.button_followed in answer.buttons, what="the bell to ring")
    other = newcomer()
    private = private_chat(other)
    await awake(chatting, private, other)
    await server.ask(private, other, "/follow 西岭科创园")
    told, told_other = len(server.sent[chat["id"]]), len(server.sent[private["id"]])

    await bring(chatting, doctors=DOCTORS)
    news = await server.wait_for_message(chat["id"], told)
    assert news.text.startswith(FOLLOWING.one_report.format(subjects=f"“西岭科创园”、“{QUESTION}”"))
    assert news.quotes == ["西岭科创园现有博士58名，比上年增加11名。"]
    assert "西岭科创园引才 · 西岭园区 · 2024-05-06" in news.text
    assert news.buttons == [ZH.button_context, ZH.button_source, FOLLOWING.button_list]
    await server.press(news, ZH.button_source, by=somebody)
    assert "标题：西岭科创园引才" in (await server.wait_for_message(chat["id"], told + 1)).text
    to_other = await server.wait_for_message(private["id"], told_other)
    assert to_other.buttons[-1] == FOLLOWING.button_stop

    await bring(chatting, reprint=REPRINT, chargers=CHARGERS)
    news = await server.wait_for_message(chat["id"], told + 2)
    assert news.quotes == ["西岭科创园充电站6月1日建成，共有充电桩40个。"]
    assert news.buttons[-1] == FOLLOWING.button_stop
    assert (await server.press(news, FOLLOWING.button_stop, by=somebody)).toast == FOLLOWING.toast_no_more
    await server.wait_until(lambda: news.buttons[-1] == FOLLOWING.button_follow, what="the bell to be silent")
    listed = await server.ask(chat, somebody, "/following")
    assert FOLLOWING.button_drop.format(subject="西岭科创园") not in listed.buttons
    await server.press(listed, FOLLOWING.button_drop.format(subject=QUESTION), by=somebody)
    await server.wait_until(lambda: listed.text.startswith(FOLLOWING.list_empty), what="the emptied list")
    await server.wait_for_message(private["id"], told_other + 1)
    assert (await server.ask(private, other, "/unfollow 西岭科创园")).text == FOLLOWING.no_more.format(subject="西岭科创园")


async def test_whoever_blocks_the_bot_follows_nothing_when_they_come_back(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, private_chat(somebody)
    await server.ask(chat, somebody, "/follow 东澜产业园")
    await server.block(somebody)
    await server.unblock(somebody)
    assert (await server.ask(chat, somebody, "/following")).text.startswith(FOLLOWING.list_empty)


async def test_a_bare_follow_takes_the_answer_or_the_message_replied_to_or_the_last_question(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, group_chat(-4005)
    assert is_filled((await server.ask(chat, somebody, "/follow")).text, FOLLOWING.usage)
    first = await server.ask(chat, somebody, "/ask 林州湾经开区2022年奖励了多少家企业？")
    await server.ask(chat, somebody, "/ask 蓝宝石项目年产多少吨？")
    assert "“蓝宝石项目年产多少吨？”" in (await server.ask(chat, somebody, "/follow")).text
    assert "“林州湾经开区2022年奖励了多少家企业？”" in (await server.ask(chat, somebody, "/follow", reply_to=first)).text
    message = await server.say(chat, somebody, "东澜产业园")
    assert "“东澜产业园”" in (await server.ask(chat, somebody, "/follow", reply_to=message)).text
