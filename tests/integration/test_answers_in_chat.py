"""An answer and its buttons, a question and what was understood of it: the real bot over real HTTP."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.texts.zh import ZH
from retrieval.question.reading import MOST_CHARACTERS
from tests.filled import is_filled
from tests.integration.bot_process import ARTICLES, start_bot
from tests.integration.chatting import Chatting, newcomer, started_bot
from tests.telegram_server import BOT, Json, SentMessage, TelegramServer, group_chat, private_chat

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "林州湾经开区2022年奖励了多少家企业？"
REWARDED = "会上，园区拿出860万元，奖励了37家企业，其中制造业企业29家。"


async def ask(chatting: Chatting, somebody: Json, text: str = QUESTION) -> SentMessage:
    return await chatting.server.ask(private_chat(somebody), somebody, text)


async def next_message(server: TelegramServer, chat: int, label: str, message: SentMessage) -> SentMessage:
    """Press a button that brings a new message."""
    number = len(server.sent[chat])
    await server.press(message, label)
    return await server.wait_for_message(chat, number)


async def changed(server: TelegramServer, label: str, message: SentMessage) -> SentMessage:
    """Press a button that changes its message."""
    before = message.text
    await server.press(message, label)
    await server.wait_until(lambda: message.text != before, what=f"the change by {label}")
    return message


async def test_an_answer_is_one_message_with_its_buttons(chatting: Chatting, somebody: Json) -> None:
    reply = await ask(chatting, somebody)
    assert REWARDED in reply.quotes[0]
    assert reply.parts("bold")[0] == "37家"
    assert unquote(reply.links[0]) == f"https://example.org/linzhou/2022/0209.html#:~:text={REWARDED}"
    assert [[button["text"] for button in row] for row in reply.keyboard] == [
        ["上下文", "出处", "更多"],
        ["✕ 林州湾经开区", "✕ 2022年"],
        ["👍", "👎", "🔔 关注", "分享"],
    ]
    assert len(chatting.server.sent[somebody["id"]]) == 1


async def test_context_source_and_the_whole_article(chatting: Chatting, somebody: Json) -> None:
    server, chat = chatting.server, somebody["id"]
    reply = await ask(chatting, somebody)
    context = await next_message(server, chat, "上下文", reply)
    assert context.reply_to == reply.message_id
    assert "管委会主任梁启航在会上说" in context.quotes[0]
    card = await next_message(server, chat, "出处", reply)
    assert "发布：林州湾日报\n日期：2022-02-09" in card.text
    assert card.button("打开原文网页")["url"].startswith("https://example.org/linzhou/2022/0209.html#:~:text=")
    file = await next_message(server, chat, "发送全文文件", card)
    assert file.document is not None
    for line in ARTICLES["awards"].splitlines()[4:]:
        assert line in file.document.content.decode()
    await changed(server, "在这里读全文", card)
    assert REWARDED in card.quotes[0]
    await changed(server, "出处", card)
    assert card.text.startswith("标题：")


async def test_a_link_leads_somebody_else_to_the_quote(chatting: Chatting, somebody: Json) -> None:
    server, reader = chatting.server, newcomer()
    card = await next_message(server, somebody["id"], "出处", await ask(chatting, somebody))
    link = urlsplit(card.button("复制摘录链接")["copy_text"]["text"])
    assert (link.netloc, link.path) == ("t.me", f"/{BOT['username']}")
    (payload,) = parse_qs(link.query)["start"]
    shown = await server.ask(private_chat(reader), reader, f"/start {payload}")
    assert shown.text.startswith(ZH.linked_quote.format(question=QUESTION))
    assert REWARDED in shown.quotes[0]
    assert (await server.ask(private_chat(reader), reader, "/start q_nothing_0")).text == ZH.link_expired


async def test_what_was_understood_can_be_taken_out_and_put_back(chatting: Chatting, somebody: Json) -> None:
    reply = await ask(chatting, somebody)
    first = reply.text
    await changed(chatting.server, "✕ 2022年", reply)
    assert reply.text.startswith("按“林州湾经开区奖励了多少家企业？”查找：")
    await changed(chatting.server, "↩ 恢复", reply)
    assert reply.text == first


async def test_a_follow_up_carries_over_and_new_forgets(chatting: Chatting, somebody: Json) -> None:
    await ask(chatting, somebody, "林州湾高新区2022年的蓝宝石项目年产多少吨？")
    going_on = await ask(chatting, somebody, "那2023年呢？")
    assert going_on.text.startswith("按“林州湾高新区2023年的蓝宝石项目年产多少吨？”查找：")
    assert "2400吨" in going_on.quotes[0]
    other_park = await ask(chatting, somebody, "东澜的呢")
    assert other_park.text.startswith("按“东澜产业园2023年的蓝宝石项目年产多少吨？”查找：")
    assert (await ask(chatting, somebody, "/new")).text == ZH.forgotten
    assert not (await ask(chatting, somebody, "那2022年呢？")).text.startswith("按“")


async def test_what_goes_on_from_nothing_is_asked_back_and_completed_by_a_button_or_a_word(chatting: Chatting) -> None:
    server, somebody, other = chatting.server, newcomer(), newcomer()
    back = await ask(chatting, somebody, "那2022年呢？")
    assert back.text == f"{ZH.asking.which_park_and_matter.format(asked='那2022年呢？')}\n{ZH.asking.pick}"
    answer = await next_message(server, somebody["id"], next(label for label in back.buttons if "经开区" in label), back)
    assert answer.text.startswith("按“林州湾经开区2022年进出口总额”查找：")
    assert (await server.press(back, back.buttons[0])).toast == ZH.button_gone
    await ask(chatting, other, "那奖励了多少家企业呢")
    assert REWARDED in (await ask(chatting, other, "林州湾经开区")).quotes[0]


async def test_more_than_is_read_is_refused_at_every_door(chatting: Chatting) -> None:
    server, somebody, elsewhere = chatting.server, newcomer(), group_chat(-4100)
    long, refusal = f"{QUESTION}我再补充一句。" * 20, ZH.asking.too_long.format(most=MOST_CHARACTERS)
    answer = await ask(chatting, somebody)
    shown = answer.text
    assert (await ask(chatting, somebody, long)).text == refusal
    assert (await server.ask(private_chat(somebody), somebody, long, reply_to=answer)).text == refusal
    asked = await server.say(private_chat(somebody), somebody, QUESTION)
    await server.wait_for_reply(asked)
    assert (await next_edited(server, asked, long)).text == refusal
    assert answer.text == shown
    their_question = {"message_id": 9, "date": 0, "chat": elsewhere, "from": newcomer(), "text": long}
    assert (await server.ask(elsewhere, somebody, "/ask", reply_to=their_question)).text == refusal
    assert (await server.summon(elsewhere, somebody, f"@{BOT['username']} {long}")).text == refusal
    typed = await server.type_inline(somebody, "㍿" * 100)
    assert (typed.results, typed.button) == ([], {"text": ZH.inline.too_long, "start_parameter": "help"})
    assert is_filled((await ask(chatting, somebody, f"/start {long}")).text, ZH.start)


async def next_edited(server: TelegramServer, asked: Json, text: str) -> SentMessage:
    """Change a message, and what comes of it in a message of its own."""
    number = len(server.sent[asked["chat"]["id"]])
    await server.edit(asked, text)
    return await server.wait_for_message(asked["chat"]["id"], number)


async def test_nothing_found_says_what_was_understood_and_offers_to_look_wider(chatting: Chatting, somebody: Json) -> None:
    reply = await ask(chatting, somebody, "林州湾经开区2019年养了多少只熊猫？")
    assert reply.text.startswith("林州湾经开区的报道里没有提到“熊猫”。\n")
    assert "园区 林州湾经开区 · 时间 2019年" in reply.text
    wider = await next_message(chatting.server, somebody["id"], "放宽再找", reply)
    assert wider.text.startswith(ZH.wider_quotes)
    assert wider.quotes


async def test_an_opinion_shows_on_its_button(chatting: Chatting, somebody: Json) -> None:
    reply = await ask(chatting, somebody)
    assert (await chatting.server.press(reply, "👎")).toast == ZH.thanks_bad
    await chatting.server.wait_until(lambda: "👎✓" in reply.buttons, what="the sign on the button")


async def test_buttons_work_after_a_restart_and_a_reindex_and_say_when_they_have_expired(tmp_path_factory: pytest.TempPathFactory) -> None:
    async with started_bot(tmp_path_factory.mktemp("site")) as (server, site, bot):
        who = newcomer()
        reply = await server.ask(private_chat(who), who, QUESTION)
        await bot.end()
        site.write_article("awards", ARTICLES["awards"].replace("\n\n", "\n\n春节刚过，园区就忙了起来。\n", 1))
        await asyncio.to_thread(site.reindex)
        again = await start_bot(site)
        try:
            context = await next_message(server, who["id"], "上下文", reply)
            assert "春节刚过" in context.quotes[0]
            assert context.parts("bold") == [REWARDED]
            (site.folder / "articles" / "awards.txt").unlink()
            await asyncio.to_thread(site.reindex)
            expired = await next_message(server, who["id"], "上下文", reply)
            assert expired.text == ZH.answer_expired
            await changed(server, "重新提问", expired)
            assert expired.text.startswith("没有林州湾经开区的报道。是林州湾高新区吗？\n")
            assert (await server.send_callback(reply, "nonsense", who)).data == "nonsense"
            await server.wait_until(lambda: server.unanswered_callbacks == [], what="every press to be answered")
        finally:
            await again.end()
