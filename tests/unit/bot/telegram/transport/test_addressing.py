from __future__ import annotations

import pytest
import telegram

from bot.telegram.transport.addressing import guest_question, question_in
from tests.telegram_server.rules.text import user_entities

ME = telegram.User(99, "园区问答", is_bot=True, username="parkqa_bot")
SOMEBODY = {"id": 5, "is_bot": False, "first_name": "某人"}
SOMETHING = {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "supergroup"}, "from": SOMEBODY, "text": "去年引进了几个项目"}
OF_MINE = SOMETHING | {"from": ME.to_dict()}


def question(text: str, chat: str = "supergroup", **fields: object) -> str | None:
    raw = {"message_id": 2, "date": 0, "chat": {"id": -1, "type": chat}, "from": SOMEBODY, "text": text, "entities": user_entities(text)}
    message = telegram.Message.de_json(raw | fields, None)
    return question_in(message, ME)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("园区面积多大", "园区面积多大"),
        ("  园区面积多大\n", "园区面积多大"),
        ("/ask 园区面积多大", "园区面积多大"),
        ("/ask\n园区面积多大", "园区面积多大"),
        ("/ASK@Parkqa_Bot 园区面积多大", "园区面积多大"),
        ("/ask", ""),
        ("/ask@another_bot 园区面积多大", None),
        ("/reindex", None),
        ("😀 /ask 😀", "😀 /ask 😀"),
    ],
)
def test_in_private_everything_but_commands_is_a_question(text: str, asked: str | None) -> None:
    assert question(text, "private") == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("园区面积多大", None),
        ("/ask 园区面积多大", "园区面积多大"),
        ("/ask@parkqa_bot 园区面积多大", "园区面积多大"),
        ("/ask@another_bot 园区面积多大", None),
        ("@parkqa_bot 园区面积多大", "园区面积多大"),
        ("😀 @PARKQA_bot 园区面积多大", "😀   园区面积多大"),
        ("@parkqa_bot", ""),
        ("@another_bot 园区面积多大", None),
    ],
)
def test_in_groups_the_bot_must_be_addressed(text: str, asked: str | None) -> None:
    assert question(text) == asked


@pytest.mark.parametrize(
    ("chat", "caption", "asked"), [("private", "园区面积多大", "园区面积多大"), ("supergroup", "@parkqa_bot 园区面积多大", "园区面积多大")]
)
def test_what_stands_below_a_picture_is_text(chat: str, caption: str, asked: str) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    raw = {"message_id": 2, "date": 0, "chat": {"id": -1, "type": chat}, "from": SOMEBODY, "photo": photo}
    message = telegram.Message.de_json(raw | {"caption": caption, "caption_entities": user_entities(caption)}, None)
    assert question_in(message, ME) == asked
    assert question_in(telegram.Message.de_json(raw, None), ME) is None


def test_a_reply_to_the_bot_is_a_question() -> None:
    assert question("那么前年呢", reply_to_message=OF_MINE) == "那么前年呢"
    assert question("那么前年呢", reply_to_message=SOMETHING) is None


def test_a_bare_address_asks_what_it_replies_to() -> None:
    assert question("/ask", reply_to_message=SOMETHING) == "去年引进了几个项目"
    assert question("@parkqa_bot", reply_to_message=SOMETHING) == "去年引进了几个项目"
    assert question("/ask", reply_to_message=OF_MINE) == ""


def test_the_start_of_a_topic_is_nobodys_question() -> None:
    topic = OF_MINE | {"forum_topic_created": {"name": "话题", "icon_color": 1}}
    assert question("大家好", reply_to_message=topic) is None


@pytest.mark.parametrize("chat", ["private", "supergroup"])
def test_what_is_for_nobody_or_comes_from_the_bot_itself_is_no_question(chat: str) -> None:
    assert question("/ask 园区面积多大", chat, is_automatic_forward=True) is None
    assert question("园区面积12平方公里", chat, via_bot=ME.to_dict()) is None


@pytest.mark.parametrize(
    ("text", "replied", "asked"),
    [
        ("@parkqa_bot 园区面积多大", None, "园区面积多大"),
        ("园区面积多大 @Parkqa_Bot", None, "园区面积多大"),
        ("/ask@parkqa_bot 园区面积多大", None, "园区面积多大"),
        ("@parkqa_bot", SOMETHING, "去年引进了几个项目"),
        ("@parkqa_bot 园区面积多大", SOMETHING, "园区面积多大"),
        ("@parkqa_bot", None, ""),
        ("园区面积多大", OF_MINE, "园区面积多大"),
    ],
)
def test_a_guest_is_asked_by_name(text: str, replied: dict[str, object] | None, asked: str) -> None:
    fields = {} if replied is None else {"reply_to_message": replied}
    raw = {
        "message_id": 2,
        "date": 0,
        "chat": {"id": -1, "type": "supergroup"},
        "from": SOMEBODY,
        "text": text,
        "entities": user_entities(text),
    }
    assert guest_question(telegram.Message.de_json(raw | fields, None), ME) == asked
