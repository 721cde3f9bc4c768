"""Groups, topics and channels: the real bot over real HTTP."""

from __future__ import annotations

from itertools import count

import pytest

from bot.texts import TEXTS
from bot.texts.zh import ZH
from tests.filled import is_filled
from tests.integration.chatting import Chatting, newcomer
from tests.telegram_server import BOT, Json, channel, forum, group_chat, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "林州湾经开区2022年奖励了多少家企业？"
SAPPHIRE_QUESTION = "蓝宝石项目年产多少吨？"
numbers = count(5000)


@pytest.fixture
def group() -> Json:
    return group_chat(-next(numbers))


@pytest.mark.parametrize("language", ["zh", "zh-hant", "en"])
async def test_a_group_is_greeted_in_the_language_of_whoever_added_the_bot(chatting: Chatting, group: Json, language: str) -> None:
    host = newcomer(language)
    await chatting.server.add_bot(group, host)
    greeting = (await chatting.server.wait_for_message(group["id"], 0)).text
    groups = TEXTS[language].groups  # type: ignore[index]
    assert is_filled(greeting, f"{groups.greeting}\n\n{groups.privacy_mode.format(username=BOT['username'])}")
    await chatting.server.promote_bot(group, host)
    await chatting.server.ask(group, host, "/ask")
    assert len(chatting.server.sent[group["id"]]) == 2


async def test_a_reply_goes_on_from_the_answer_that_it_replies_to(chatting: Chatting, group: Json, somebody: Json) -> None:
    server, neighbour = chatting.server, newcomer()
    first = await server.ask(group, somebody, f"/ask {QUESTION}")
    await server.ask(group, somebody, f"/ask {SAPPHIRE_QUESTION}")
    mine = await server.ask(group, somebody, "那2024年呢？", reply_to=first)
    assert mine.text.startswith("按“林州湾经开区2024年奖励了多少家企业？”查找：")
    theirs = await server.ask(group, neighbour, "那2023年呢？", reply_to=first)
    assert theirs.text.startswith("按“林州湾经开区2023年奖励了多少家企业？”查找：")


async def test_everything_stays_in_its_topic(chatting: Chatting, somebody: Json) -> None:
    server, group = chatting.server, forum(-next(numbers))
    asked = await server.say(group, somebody, f"/ask {QUESTION}", topic=5)
    answer = await server.wait_for_reply(asked)
    await server.press(answer, "出处", by=somebody)
    card = await server.wait_for_message(group["id"], 1)
    await server.press(card, "发送全文文件", by=somebody)
    file = await server.wait_for_message(group["id"], 2)
    listed = await server.ask(group, somebody, "/latest", topic=5)
    await server.press(listed, "1", by=somebody)
    report = await server.wait_for_message(group["id"], 4)
    assert [message.thread_id for message in (answer, card, file, listed, report)] == [5] * 5
    await server.edit(asked, f"/ask {SAPPHIRE_QUESTION}")
    await server.wait_until(lambda: "2400吨" in answer.text, what="the edited answer")
    assert len(server.sent[group["id"]]) == 5


async def test_admins_without_a_name_and_channels_may_ask_and_go_on(chatting: Chatting, group: Json) -> None:
    server, paper = chatting.server, channel(-next(numbers))
    for say in (server.say_anonymously, lambda *words: server.say_as(paper, *words)):
        answer = await server.wait_for_reply(await say(group, f"/ask {QUESTION}"))
        assert "37家" in answer.quotes[0]
        going_on = await server.wait_for_reply(await say(group, "/ask 那2024年呢？"))
        assert going_on.text.startswith("按“林州湾经开区2024年")


async def test_a_channel_is_left_alone_and_its_posts_in_the_discussion_group_are_no_questions(chatting: Chatting, somebody: Json) -> None:
    server, paper, group = chatting.server, channel(-next(numbers)), group_chat(-next(numbers))
    await server.add_bot(paper, somebody)
    post = await server.post(paper, f"/ask {QUESTION}")
    await server.edit(post, f"/ask@{BOT['username']} {QUESTION}")
    for text in (f"/ask {QUESTION}", "/latest", f"@{BOT['username']} {QUESTION}"):
        await server.say(
            group, {"id": 777000, "is_bot": False, "first_name": "Telegram"}, text, sender_chat=paper, is_automatic_forward=True
        )
    asked = await server.ask(group, somebody, f"/ask {QUESTION}")
    assert server.sent[group["id"]] == [asked]
    assert server.sent[paper["id"]] == []


async def test_a_button_in_a_group_answers_in_the_group(chatting: Chatting, group: Json, somebody: Json) -> None:
    server, neighbour = chatting.server, newcomer()
    answer = await server.ask(group, somebody, f"/ask {QUESTION}")
    assert (await server.press(answer, "👍", by=neighbour)).toast
    assert (await server.press(answer, "上下文", by=neighbour)).toast == ""
    context = await server.wait_for_message(group["id"], 1)
    assert context.reply_to == answer.message_id
    assert server.sent[private_chat(neighbour)["id"]] == []


async def test_what_a_group_follows_is_for_its_admins_to_stop(chatting: Chatting, group: Json, somebody: Json) -> None:
    server, boss = chatting.server, newcomer()
    server.make_admin(group, boss)
    await server.ask(group, somebody, "/follow 林州湾经开区")
    for who, said in ((somebody, ZH.groups.not_yours), (boss, ZH.following.no_more.format(subject="林州湾经开区"))):
        assert (await server.ask(group, who, "/unfollow 林州湾经开区")).text == said


async def test_a_channel_follows_by_a_post_and_other_posts_are_left_alone(chatting: Chatting) -> None:
    server, news = chatting.server, channel(-1077)
    await server.add_bot(news, newcomer())
    await server.post(news, QUESTION)
    reply = await server.wait_for_reply(await server.post(news, "/follow 林州湾经开区"))
    assert reply.text.startswith("已关注“林州湾经开区”")
    assert len(server.sent[news["id"]]) == 1
