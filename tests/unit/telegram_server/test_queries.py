"""Buttons, inline mode and guest messages, from the user's finger to the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
import telegram
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from tests.telegram_server import TelegramServer, group_chat, private_chat, user
from tests.unit.telegram_server.stepped_bot import SteppedBot

SOMEBODY, SOMEBODY_ELSE = user(11), user(12, "别人")
CHAT = private_chat(SOMEBODY)
KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("更多引文", callback_data="more"), InlineKeyboardButton("👍", callback_data="good")],
        [InlineKeyboardButton("来源", url="https://example.org/")],
    ]
)

Result = TypeVar("Result")


async def while_bot(act: Callable[[telegram.Update], Awaitable[object]], bot: SteppedBot, user_does: Awaitable[Result]) -> Result:
    """What the user gets, while the bot acts on the next update."""

    async def one_step() -> None:
        await act(await bot.next_update())

    result, _ = await asyncio.gather(user_does, one_step())
    return result


def article(number: int, text: str = "引文", markup: InlineKeyboardMarkup | None = None) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(str(number), f"第{number}条", InputTextMessageContent(text), reply_markup=markup)


async def test_a_pressed_button_is_answered_and_the_message_changes(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(CHAT, SOMEBODY, "问")
    await bot.next_update()
    await bot.send_message(11, "答", reply_markup=KEYS, reply_parameters=telegram.ReplyParameters(asked["message_id"]))
    reply = await server.wait_for_reply(asked)

    async def act(update: telegram.Update) -> None:
        query = update.callback_query
        assert query is not None
        assert (query.data, query.from_user.id) == ("more", 11)
        assert isinstance(query.message, telegram.Message)
        assert query.message.reply_to_message is not None
        assert query.message.reply_to_message.text == "问"
        assert [press.data for press in server.unanswered_callbacks] == ["more"]
        await query.edit_message_text("更多的答")
        await query.answer("好", show_alert=True)

    press = await while_bot(act, bot, server.press(reply, "更多"))
    assert (press.toast, press.alert, reply.text) == ("好", True, "更多的答")
    assert (server.unanswered_callbacks, server.violations) == ([], [])


async def test_a_press_in_a_group_is_by_whom_one_says(server: TelegramServer, bot: SteppedBot) -> None:
    await server.say(group_chat(), SOMEBODY, "/ask 问")
    await bot.next_update()
    await bot.send_message(-1001, "答", reply_markup=KEYS)
    [sent] = server.sent[-1001]
    with pytest.raises(AssertionError, match="say who presses"):
        await server.press(sent, "👍")
    pressed = await server.send_callback(sent, "good", SOMEBODY_ELSE)
    query = (await bot.next_update()).callback_query
    assert query is not None
    assert (query.id, query.from_user.first_name) == (pressed.id, "别人")


async def test_buttons_that_cannot_be_pressed(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await bot.send_message(11, "答", reply_markup=KEYS)
    [sent] = server.sent[11]
    for label in ("来源", "不存在", ""):
        with pytest.raises(AssertionError):
            await server.press(sent, label)


async def test_an_answer_to_a_press_comes_once_and_in_time(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await bot.send_message(11, "答", reply_markup=KEYS)
    first = await server.send_callback(server.sent[11][0], "more")
    with pytest.raises(BadRequest, match=r"(?i)MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(first.id, "好" * 201)
    await bot.answer_callback_query(first.id, "好" * 200)
    for number in (first.id, "callback-unknown"):
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            await bot.answer_callback_query(number)
    assert len(server.violations) == 3
    late = await server.send_callback(server.sent[11][0], "more")
    server.query_seconds = 0
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query(late.id)
    assert len(server.violations) == 3  # it is not the bot's fault that it was asleep


async def test_a_bot_that_was_killed_cannot_know_that_it_answered(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await bot.send_message(11, "答", reply_markup=KEYS)
    press = await server.send_callback(server.sent[11][0], "more")
    await bot.answer_callback_query(press.id)
    await bot.get_me()  # the next one starts
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query(press.id)
    assert server.violations == []


async def test_old_messages_of_a_callback_are_inaccessible(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await bot.send_message(11, "答", reply_markup=KEYS)
    [sent] = server.sent[11]
    server.delete(sent)
    await server.send_callback(sent, "more")
    query = (await bot.next_update()).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_reactions_of_users(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await server.say(group_chat(), SOMEBODY, "/ask")
    await bot.next_update()
    for chat_id in (-1001, 11):
        await bot.send_message(chat_id, "答")
        await server.react(server.sent[chat_id][0], "👎", SOMEBODY)
    reaction = (await bot.next_update()).message_reaction  # the one in the group is for admins only
    assert reaction is not None
    assert (reaction.chat.id, reaction.new_reaction) == (11, (telegram.ReactionTypeEmoji("👎"),))


async def test_inline_results_by_pages_and_the_chosen_one(server: TelegramServer, bot: SteppedBot) -> None:
    async def act(update: telegram.Update) -> None:
        query = update.inline_query
        assert query is not None
        start = int(query.offset or 1)
        button = InlineQueryResultsButton("用法", start_parameter="help")
        await query.answer([article(start, markup=KEYS), article(start + 1)], next_offset=str(start + 2), button=button, is_personal=True)

    typed = await while_bot(act, bot, server.type_inline(SOMEBODY, "蓝宝石"))
    assert (typed.titles, typed.is_personal, typed.button) == (["第1条", "第2条"], True, {"text": "用法", "start_parameter": "help"})
    page = await while_bot(act, bot, server.scroll(typed))
    assert page.titles == ["第3条", "第4条"]
    chosen = await server.choose(page, 0)
    update = await bot.next_update()
    assert update.chosen_inline_result is not None
    assert update.chosen_inline_result.inline_message_id == chosen.inline_message_id
    await bot.edit_message_text("全文", inline_message_id=chosen.inline_message_id)
    assert chosen.text == "全文"
    without_keys = await server.choose(page, 1, group_chat())
    update = await bot.next_update()
    assert update.chosen_inline_result is not None
    assert update.chosen_inline_result.inline_message_id is None is without_keys.inline_message_id
    message = (await bot.next_update()).message  # privacy mode lets through what was sent via the bot
    assert message is not None
    assert message.via_bot is not None
    assert server.violations == []


@pytest.mark.parametrize(("personal", "requests"), [(False, 1), (True, 2)])
async def test_telegram_remembers_results(server: TelegramServer, bot: SteppedBot, personal: bool, requests: int) -> None:
    async def act(update: telegram.Update) -> None:
        assert update.inline_query is not None
        await update.inline_query.answer([article(1)], is_personal=personal, cache_time=60)

    await while_bot(act, bot, server.type_inline(SOMEBODY, "蓝宝石"))
    again = await server.type_inline(SOMEBODY, "蓝宝石")
    asking = server.type_inline(SOMEBODY_ELSE, "蓝宝石")
    theirs = await (while_bot(act, bot, asking) if personal else asking)
    assert again.titles == theirs.titles == ["第1条"]
    assert server.requests.count("answerInlineQuery") == requests


async def test_buttons_of_inline_messages(server: TelegramServer, bot: SteppedBot) -> None:
    async def act(update: telegram.Update) -> None:
        if update.inline_query:
            await update.inline_query.answer([article(1, markup=KEYS)])
        if update.callback_query:
            assert update.callback_query.message is None
            await update.callback_query.edit_message_text("更多")
            await update.callback_query.answer()

    typed = await while_bot(act, bot, server.type_inline(SOMEBODY, "蓝宝石"))
    chosen = await server.choose(typed, 0)
    await bot.next_update()
    await while_bot(act, bot, server.press(chosen, "更多引文"))
    assert chosen.text == "更多"


async def test_spoiled_and_late_answers_to_inline_queries(server: TelegramServer, bot: SteppedBot) -> None:
    async def act(update: telegram.Update) -> None:
        query = update.inline_query
        assert query is not None
        with pytest.raises(BadRequest, match=r"(?i)RESULTS_TOO_MUCH"):
            await bot.call("answerInlineQuery", inline_query_id=query.id, results=[article(number).to_dict() for number in range(51)])
        with pytest.raises(BadRequest, match=r"(?i)message text is empty"):
            await query.answer([article(1, " ")])
        await query.answer([])
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            await query.answer([])

    assert (await while_bot(act, bot, server.type_inline(SOMEBODY, ""))).results == []
    assert len(server.violations) == 3


async def test_a_guest_answers_once(server: TelegramServer, bot: SteppedBot) -> None:
    async def act(update: telegram.Update) -> None:
        message = update.guest_message
        assert message is not None
        assert message.guest_query_id is not None
        answer = await bot.answer_guest_query(message.guest_query_id, article(1, "客人的答", KEYS))
        await bot.edit_message_text("客人改口", inline_message_id=answer.inline_message_id, reply_markup=KEYS)
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            await bot.answer_guest_query(message.guest_query_id, article(1))

    answer = await while_bot(act, bot, server.summon(group_chat(-99), SOMEBODY, "@parkqa_bot 奖励了多少家？"))
    assert (answer.text, answer.edits, answer.buttons) == ("客人改口", ["客人的答"], ["更多引文", "👍", "来源"])
    assert server.sent[-99] == []


async def test_what_the_bot_did_not_ask_for_is_not_sent(server: TelegramServer, bot: SteppedBot) -> None:
    await bot.get_updates(allowed_updates=["message"])
    with pytest.raises(AssertionError, match="the bot has not asked for inline queries"):
        await server.type_inline(SOMEBODY, "蓝宝石")
    await server.edit(await server.say(CHAT, SOMEBODY, "问"), "改问")
    assert server.unconfirmed == 1
    assert [list(update) for update in server.updates.left_out] == [["inline_query"], ["edited_message"]]
