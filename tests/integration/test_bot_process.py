"""The real bot, a process of its own, in conversation over real HTTP."""

from __future__ import annotations

import pytest

from bot.texts.en import EN
from bot.texts.zh import ZH
from tests.filled import is_filled
from tests.integration.bot_process import ADMIN, ARTICLES, ended, start_bot
from tests.integration.chatting import Chatting, newcomer, numbers
from tests.telegram_server import BOT, Json, Mishap, group_chat, private_chat, user

pytestmark = pytest.mark.asyncio(loop_scope="module")

REWARDED = "会上，园区拿出860万元，奖励了37家企业，其中制造业企业29家。"
QUESTION = "林州湾经开区2022年奖励了多少家企业？"
SAPPHIRE_QUESTION = "蓝宝石项目年产多少吨？"


async def test_start_says_who_the_bot_is(chatting: Chatting, somebody: Json) -> None:
    reply = await chatting.server.ask(private_chat(somebody), somebody, "/start")
    assert is_filled(reply.text, ZH.start)


async def test_help_in_the_users_language(chatting: Chatting) -> None:
    reader = newcomer("en-GB")
    assert (await chatting.server.ask(private_chat(reader), reader, "/help")).text.startswith(EN.help)


async def test_admins_are_told_of_their_commands(chatting: Chatting) -> None:
    admin = user(ADMIN)
    assert "/reindex" in (await chatting.server.ask(private_chat(admin), admin, "/help")).text


async def test_a_question_is_answered_with_a_quote_and_its_source(chatting: Chatting, somebody: Json) -> None:
    reply = await chatting.server.ask(private_chat(somebody), somebody, QUESTION)
    assert "37家企业" in reply.quotes[0]
    for line in reply.quotes[0].splitlines():
        assert line in ARTICLES["awards"]
    assert (REWARDED in reply.quotes[0], reply.parts("bold")) == (True, ["37家"])
    assert "林州湾经开区召开2022年度工作会议 · 林州湾日报 · 2022-02-09" in reply.text
    assert reply.parts("text_link")[0] == "林州湾经开区召开2022年度工作会议"
    assert not reply.link_preview


async def test_what_no_article_says_is_not_answered(chatting: Chatting, somebody: Json) -> None:
    reply = await chatting.server.ask(private_chat(somebody), somebody, "明天会下雨吗，要不要带伞？")
    assert reply.text.startswith(ZH.not_found)
    assert reply.quotes == []


async def test_an_edited_question_changes_its_answer(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, private_chat(somebody)
    message = await server.say(chat, somebody, SAPPHIRE_QUESTION)
    reply = await server.wait_for_reply(message)
    assert "2400吨" in reply.text
    await server.edit(message, QUESTION)
    await server.wait_until(lambda: "37家" in reply.text, what="the edited answer")
    assert len(server.sent[chat["id"]]) == 1


async def test_what_is_not_text_is_declined(chatting: Chatting, somebody: Json) -> None:
    photo = [{"file_id": "p", "file_unique_id": "q", "width": 90, "height": 90}]
    message = await chatting.server.say(private_chat(somebody), somebody, None, photo=photo)
    assert (await chatting.server.wait_for_reply(message)).text == ZH.text_only
    assert (await chatting.server.ask(private_chat(somebody), somebody, "😀")).text == ZH.text_only
    assert (await chatting.server.ask(private_chat(somebody), somebody, "谢谢")).text == ZH.you_are_welcome


async def test_unknown_commands_lead_to_the_help(chatting: Chatting, somebody: Json) -> None:
    assert (await chatting.server.ask(private_chat(somebody), somebody, "/weather")).text == ZH.unknown_command


async def test_groups_are_answered_when_they_ask_and_left_alone_otherwise(chatting: Chatting, somebody: Json) -> None:
    server, group = chatting.server, group_chat(-next(numbers))
    await server.say(group, somebody, "大家好，今天几点开会？")
    await server.say(group, somebody, "/ask@another_bot 几点了")
    chatter = await server.say(group, somebody, SAPPHIRE_QUESTION)
    asked = await server.ask(group, somebody, f"/ask {SAPPHIRE_QUESTION}")
    assert "2400吨" in asked.quotes[0]
    await server.promote_bot(group, somebody)  # privacy mode keeps mentions from members, not from admins
    named = await server.ask(group, somebody, f"@{BOT['username']} {QUESTION}")
    assert "37家" in named.quotes[0]
    follow_up = await server.ask(group, somebody, "冷链仓库的库容多大？", reply_to=asked)
    assert "6万立方米" in follow_up.quotes[0]
    pointed = await server.ask(group, somebody, f"/ask@{BOT['username']}", reply_to=chatter)
    assert "2400吨" in pointed.quotes[0]
    assert is_filled((await server.ask(group, somebody, "/ask")).text, ZH.ask_usage)
    assert len(server.sent[group["id"]]) == 5


async def test_chats_are_served_together_and_each_in_order(chatting: Chatting) -> None:
    server = chatting.server
    people = [newcomer() for _ in range(5)]
    for question in (QUESTION, "/help", SAPPHIRE_QUESTION, "/start"):
        for person in people:
            await server.say(private_chat(person), person, question)
    for person in people:
        await server.wait_for_message(person["id"], 3)
        texts = [message.text for message in server.sent[person["id"]]]
        assert "37家" in texts[0]
        assert texts[1].startswith(ZH.help)
        assert "2400吨" in texts[2]
        assert is_filled(texts[3], ZH.start)


async def test_garbage_holds_up_nobody(chatting: Chatting, somebody: Json) -> None:
    await chatting.server.update({"message": {"message_id": "?", "chat": 5}})
    await chatting.server.update({"message": 17})
    await chatting.server.update({"something_new": {"of": "tomorrow"}})
    assert "37家" in (await chatting.server.ask(private_chat(somebody), somebody, QUESTION)).text


@pytest.mark.parametrize(
    "mishaps",
    [[Mishap(429, retry_after=1)], [Mishap(429, retry_after=1), Mishap(500)], [Mishap(500), Mishap(502)], [Mishap(delay=1.5)]],
    ids=["429", "429 then 500", "500 502", "slow"],
)
async def test_an_answer_survives_telegrams_bad_moments(chatting: Chatting, somebody: Json, mishaps: list[Mishap]) -> None:
    chatting.server.go_wrong("sendMessage", *mishaps)
    reply = await chatting.server.ask(private_chat(somebody), somebody, QUESTION)
    assert "37家" in reply.text
    assert len(chatting.server.sent[somebody["id"]]) == 1


@pytest.mark.parametrize(("mishap", "times"), [(Mishap(drop_before_delivery=True), 1), (Mishap(drop_after_delivery=True), 2)])
async def test_a_message_that_broke_off_is_sent_once_more(chatting: Chatting, somebody: Json, mishap: Mishap, times: int) -> None:
    server, chat = chatting.server, private_chat(somebody)
    server.go_wrong("sendMessage", mishap)
    await server.ask(chat, somebody, QUESTION)
    await server.ask(chat, somebody, "/help")
    assert [message.text.startswith(ZH.help) for message in server.sent[chat["id"]]] == [*[False] * times, True]


async def test_polling_survives_telegrams_bad_moments(chatting: Chatting, somebody: Json) -> None:
    chatting.server.go_wrong("getUpdates", Mishap(500), Mishap(429, retry_after=1))
    assert "37家" in (await chatting.server.ask(private_chat(somebody), somebody, QUESTION)).text


async def test_an_anonymous_admin_of_a_group_is_no_admin(chatting: Chatting) -> None:
    group = group_chat(-next(numbers))
    command = await chatting.server.say_anonymously(group, "/reindex")
    assert (await chatting.server.wait_for_reply(command)).text == ZH.admins_only


async def test_a_new_article_is_answered_after_a_reindex_in_the_chat(chatting: Chatting) -> None:
    server, admin = chatting.server, user(ADMIN)
    chat = private_chat(admin)
    question = "西岭科创园有多少名博士？"
    assert "58名" not in (await server.ask(chat, admin, question)).text
    chatting.site.write_article(
        "doctors", "西岭科创园引才\n来源：西岭园区    发布时间：2024-05-06\n\n西岭科创园现有博士58名，比上年增加11名。\n"
    )
    chatting.site.write_article("broken", "")
    message = await server.say(chat, admin, "/reindex now")
    report = await server.wait_for_reply(message)
    assert (await server.ask(chat, admin, SAPPHIRE_QUESTION)).quotes  # while the reindex runs
    assert (await server.ask(chat, admin, "/reindex")).text == ZH.reindex_running
    await server.wait_until(lambda: ended(report), 60, "the end of the reindex")
    assert "000002" in report.text
    assert "新增 1，修改 0，删除 0，未变 3" in report.text
    assert "broken.txt" in report.text
    assert report.edits[0] == ZH.reindex_started
    assert "58名" in (await server.ask(chat, admin, question)).quotes[0]
    await server.edit(message, "/reindex now ")
    status = await server.ask(chat, admin, "/status")
    assert "000002" in status.text
    assert "文章 4 篇" in status.text


async def test_menus_by_kind_of_chat_and_admin_commands_for_admins_only(chatting: Chatting) -> None:
    commands = chatting.server.commands
    await chatting.server.wait_until(lambda: ("chat", ADMIN, "en") in commands, what="the menus")
    everybody = ["ask", "new", "latest", "sources", "about", "follow", "following", "privacy", "forget"]
    assert commands["all_private_chats", None, None] == [*everybody, "help", "start"]
    assert commands["all_group_chats", None, "zh"] == ["ask", "new", "latest", "sources", "follow", "following", "help"]
    assert commands["chat", ADMIN, "zh"] == [*everybody, "help", "start", "reindex", "status", "rejected", "gaps", "feedback"]


async def test_below_a_picture_stands_a_question_and_an_album_is_one_thing(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, private_chat(somebody)
    photo = [{"file_id": "p", "file_unique_id": "q", "width": 90, "height": 90}]
    asked = await server.say(chat, somebody, None, photo=photo, caption=QUESTION, caption_entities=[])
    assert (await server.wait_for_reply(asked)).quotes
    first, _ = [await server.say(chat, somebody, None, photo=photo, media_group_id="album") for _ in range(2)]
    assert (await server.wait_for_reply(first)).text == ZH.text_only
    assert (await server.ask(chat, somebody, "谢谢")).text == ZH.you_are_welcome
    assert len(server.sent[chat["id"]]) == 3


async def test_a_second_instance_stops_with_one_clear_line(chatting: Chatting) -> None:
    code, output = await (await start_bot(chatting.site, PARKQA_LOG__LEVEL="WARNING")).wait()
    assert code == 1
    assert output.count("\n") == 1
    assert "This bot is running already" in output


async def test_the_process_stays_light(chatting: Chatting, somebody: Json) -> None:
    await chatting.server.ask(private_chat(somebody), somebody, QUESTION)
    assert not any(heavy in chatting.bot.loaded for heavy in ("/torch/", "/lxml/", "/sklearn/", "/scipy/", "/pandas/"))
    assert chatting.bot.resident_mb < 450


async def test_everything_is_confirmed_in_the_end(chatting: Chatting, somebody: Json) -> None:
    await chatting.server.ask(private_chat(somebody), somebody, "/start")
    await chatting.server.wait_until(lambda: chatting.server.unconfirmed == 0, what="the last confirmation")
