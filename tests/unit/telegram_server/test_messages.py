"""Sending, editing, deleting, reacting, files: what is good arrives, what is spoiled is refused and remembered."""

from __future__ import annotations

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyParameters
from telegram.error import BadRequest

from tests.telegram_server import TelegramServer, forum, group_chat, private_chat, user
from tests.unit.telegram_server.stepped_bot import SteppedBot

SOMEBODY = user(11)
CHAT = private_chat(SOMEBODY)
MORE = InlineKeyboardMarkup([[InlineKeyboardButton("更多", callback_data="more")]])


async def test_a_reply_with_everything(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(CHAT, SOMEBODY, "奖励了多少家？")
    returned = await bot.send_message(
        *(11, "园区😀奖励37家"),
        entities=[MessageEntity("blockquote", 0, 4), MessageEntity("text_link", 4, 2, url="https://example.org/")],
        reply_parameters=ReplyParameters(asked["message_id"], quote="多少家"),
        reply_markup=MORE,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    sent = await server.wait_for_reply(asked)
    assert (sent.quotes, sent.links, sent.buttons, sent.quote, sent.link_preview) == (
        ["园区😀"],
        ["https://example.org/"],
        ["更多"],
        "多少家",
        False,
    )
    assert returned.reply_to_message is not None
    assert returned.reply_to_message.text == "奖励了多少家？"
    assert returned.reply_markup == MORE
    assert server.violations == []


@pytest.mark.parametrize(
    ("method", "parameters", "problem"),
    [
        ("sendMessage", {"chat_id": 11, "text": " "}, "message text is empty"),
        ("sendMessage", {"chat_id": 11}, "message text is empty"),
        ("sendMessage", {"text": "a"}, "sendMessage with parameters that make no sense"),
        ("sendMessage", {"chat_id": 12, "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": 11, "text": "a", "parse_mode": "HTML"}, "parse_mode is not used"),
        (
            "sendMessage",
            {"chat_id": 11, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": "\ud83d", "callback_data": "a"}]]}},
            "strings must be encoded in UTF-8",
        ),
        ("sendMessage", {"chat_id": 11, "text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, "entity outside"),
        ("sendMessage", {"chat_id": 11, "text": "a", "reply_markup": {"keyboard": [["b"]]}}, "not an inline keyboard"),
        ("sendMessage", {"chat_id": 11, "text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ("sendMessage", {"chat_id": 11, "text": "a", "reply_parameters": {"message_id": 1, "quote": "没说过"}}, "message quote not found"),
        ("sendMessage", {"chat_id": 11, "text": "a", "message_thread_id": 3}, "message thread not found"),
        ("sendMessage", {"chat_id": 11, "text": "a", "link_preview_options": {"url": "b"}}, "link preview of no link"),
        ("editMessageText", {"chat_id": 11, "message_id": 99, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"chat_id": 11, "message_id": 1, "text": "a"}, "message can't be edited"),
        ("editMessageText", {"inline_message_id": "x", "text": "a"}, "MESSAGE_ID_INVALID"),
        ("editMessageReplyMarkup", {"chat_id": 11, "message_id": 99}, "message to edit not found"),
        ("deleteMessage", {"chat_id": 11, "message_id": 99}, "message to delete not found"),
        ("sendChatAction", {"chat_id": 11, "action": "thinking"}, "wrong parameter action"),
        ("setMessageReaction", {"chat_id": 11, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🦖"}]}, "REACTION_INVALID"),
        ("setMessageReaction", {"chat_id": 11, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👀"}] * 2}, "REACTIONS_TOO_MANY"),
        ("setMessageReaction", {"chat_id": 11, "message_id": 99}, "message to react not found"),
        ("sendMessageDraft", {"chat_id": 11, "draft_id": 0, "text": "a"}, "draft_id must be non-zero"),
        ("sendMessageDraft", {"chat_id": 11, "draft_id": 1, "text": "a" * 4097}, "message is too long"),
        ("sendDocument", {"chat_id": 11, "document": "no-such-file"}, "wrong file identifier"),
        ("getFile", {"file_id": "no-such-file"}, "invalid file_id"),
    ],
)
async def test_what_is_spoiled(server: TelegramServer, bot: SteppedBot, method: str, parameters: dict[str, object], problem: str) -> None:
    await server.say(CHAT, SOMEBODY, "一句话")
    with pytest.raises(BadRequest):
        await bot.call(method, **parameters)
    assert [violation.startswith(problem) for violation in server.violations] == [True]


async def test_edits(server: TelegramServer, bot: SteppedBot) -> None:
    await server.say(CHAT, SOMEBODY, "一句话")
    sent = await bot.send_message(11, "旧", reply_markup=MORE)
    message = server.sent[11][0]
    await bot.edit_message_text("新", 11, sent.message_id)
    assert (message.text, message.edits, message.buttons) == ("新", ["旧"], [])  # without a keyboard the old one goes
    await bot.edit_message_reply_markup(11, sent.message_id, reply_markup=MORE)
    assert message.buttons == ["更多"]
    assert len(message.seconds_between_edits) == 2
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_text("新", 11, sent.message_id, reply_markup=MORE)
    server.delete(message)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("更新", 11, sent.message_id)
    assert server.violations == []  # no bot can know these


async def test_a_reply_outlives_a_deleted_question_if_it_says_so(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(CHAT, SOMEBODY, "问")
    server.delete(asked)
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(11, "答", reply_parameters=ReplyParameters(asked["message_id"]))
    await bot.send_message(11, "答", reply_parameters=ReplyParameters(asked["message_id"], allow_sending_without_reply=True))
    assert server.sent[11][0].reply_to is None


async def test_deleting_and_reacting(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(CHAT, SOMEBODY, "问")
    await bot.set_message_reaction(11, asked["message_id"], "👀")
    assert server.reactions[11, asked["message_id"]] == ["👀"]
    sent = await bot.send_message(11, "答")
    await bot.delete_message(11, sent.message_id)
    await bot.delete_message(11, asked["message_id"])
    assert server.sent[11][0].deleted
    in_group = await server.say(group_chat(), SOMEBODY, "/ask 问")
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted"):
        await bot.delete_message(-1001, in_group["message_id"])


async def test_drafts_and_actions(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    await bot.send_chat_action(11, "typing")
    await bot.send_message_draft(11, 7, "正在")
    assert server.drafts[11] == ["正在"]
    assert server.violations == []


async def test_topics(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(forum(), SOMEBODY, "/ask 问", topic=5)
    message = (await bot.next_update()).message
    assert message is not None
    assert message.is_topic_message
    await message.reply_text("答", do_quote=True)
    assert (await server.wait_for_reply(asked)).thread_id == 5
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(forum()["id"], "答", message_thread_id=6)
    await server.say(forum(), SOMEBODY, "/ask 问", topic=6)
    with pytest.raises(BadRequest, match=r"(?i)a reply to topic 5 in topic 6"):
        await bot.send_message(forum()["id"], "答", message_thread_id=6, reply_parameters=ReplyParameters(asked["message_id"]))


async def test_a_chain_of_replies_is_no_topic(server: TelegramServer, bot: SteppedBot) -> None:
    asked = await server.say(group_chat(), SOMEBODY, "/ask 问")
    await server.say(group_chat(), SOMEBODY, "/ask 又问", reply_to=asked)
    await bot.next_update()
    message = (await bot.next_update()).message
    assert message is not None
    assert message.message_thread_id == asked["message_id"]
    assert not message.is_topic_message
    await message.reply_text("答", do_quote=True)
    assert server.violations == []


async def test_a_file_of_the_bot(server: TelegramServer, bot: SteppedBot) -> None:
    server.meet(SOMEBODY)
    sent = await bot.send_document(11, "正文".encode(), filename="蓝宝石 项目.txt", caption="全文", reply_markup=MORE)
    [message] = server.documents
    assert message.document is not None
    assert (message.document.name, message.document.content.decode(), message.text) == ("蓝宝石 项目.txt", "正文", "全文")
    assert sent.document is not None
    await bot.send_document(11, sent.document.file_id)
    assert server.documents[1].document is message.document
    with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
        await bot.edit_message_text("新", 11, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)file must be non-empty"):
        await bot.send_document(11, b"", filename="a.txt")
    with pytest.raises(BadRequest, match=r"(?i)message caption is too long"):
        await bot.send_document(11, b"a", filename="a.txt", caption="a" * 1025)


async def test_files_of_users(server: TelegramServer, bot: SteppedBot) -> None:
    await server.send_file(CHAT, SOMEBODY, "报道.txt", "正文".encode(), caption="请收录")
    message = (await bot.next_update()).message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.caption) == ("报道.txt", "请收录")
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()).decode() == "正文"
    await server.send_file(CHAT, SOMEBODY, "大.pdf", b"%PDF", size=21 * 2**20)
    message = (await bot.next_update()).message
    assert message is not None
    assert message.document is not None
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await message.document.get_file()
    assert server.violations == []
