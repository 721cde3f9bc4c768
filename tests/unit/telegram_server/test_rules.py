"""Every sort of spoiled message breaks its rule; a good one breaks none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.menus import command_problems, language_problems, scope_problems
from tests.telegram_server.rules.results import answer_problems
from tests.telegram_server.rules.text import caption_problems, is_link, problems, user_entities
from tests.telegram_server.wire import Json, cut, units

TEXT = "园区😀奖励37家企业"


def entity(kind: str, offset: int, length: int, **fields: object) -> Json:
    return {"type": kind, "offset": offset, "length": length, **fields}


def button(**fields: object) -> Json:
    return {"text": "更多", **fields}


def result(**fields: object) -> Json:
    content = {"message_text": "引文"}
    return {"type": "article", "id": "1", "title": "题", "input_message_content": content} | fields


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("好", []),
        ("😀" * 2048, []),
        (TEXT, [entity("blockquote", 0, 11), entity("bold", 2, 2), entity("text_link", 4, 3, url="tg://user?id=1")]),
        (TEXT, [entity("blockquote", 0, 2), entity("expandable_blockquote", 4, 7)]),
        (TEXT, [entity("text_link", 0, 2, url="https://例.中国/a?b=c#:~:text=%E5%A5%96")]),
        (TEXT, [entity("date_time", 0, 2, unix_time=1_650_000_000, date_time_format="D")]),
        ("字" * 100, [entity("bold", place, 1) for place in range(100)]),
    ],
)
def test_good_messages(text: str, entities: list[Json]) -> None:
    assert problems(text, entities) == []


@pytest.mark.parametrize(
    ("text", "entities", "problem"),
    [
        ("", [], "message text is empty"),
        (" \n", [], "message text is empty"),
        ("a\ud83d", [], "strings must be encoded in UTF-8"),
        ("😀" * 2048 + "a", [], "message is too long"),
        ("字" * 101, [entity("bold", place, 1) for place in range(101)], "too many entities"),
        (TEXT, [entity("bold", 0, 0)], "entity outside"),
        (TEXT, [entity("bold", -1, 2)], "entity outside"),
        (TEXT, [entity("bold", 0, units(TEXT) + 1)], "entity outside"),
        (TEXT, [entity("bold", 0, 3)], "entity splits a character"),
        (TEXT, [entity("bold", 3, 3)], "entity splits a character"),
        (TEXT, [entity("marquee", 0, 2)], "unknown entity type"),
        (TEXT, [entity("text_link", 0, 2, url="javascript:alert(1)")], "link without an address"),
        (TEXT, [entity("text_link", 0, 2, url="https://a b.example")], "link without an address"),
        (TEXT, [entity("text_link", 0, 2)], "url is missing"),
        (TEXT, [entity("date_time", 0, 2)], "unix_time is missing"),
        (TEXT, [entity("blockquote", 0, 6), entity("expandable_blockquote", 4, 6)], "a quote inside of a quote"),
        (TEXT, [entity("code", 0, 6), entity("bold", 4, 6)], "an entity inside of monospaced text"),
    ],
)
def test_spoiled_messages(text: str, entities: list[Json], problem: str) -> None:
    assert any(found.startswith(problem) for found in problems(text, entities))


def test_captions_are_shorter_and_may_be_empty() -> None:
    assert caption_problems("", []) == []
    assert caption_problems("😀" * 512, [entity("bold", 0, 2)]) == []
    assert caption_problems("😀" * 513, []) == ["message caption is too long: 1026"]


@given(st.text(), st.integers(0, 20), st.integers(1, 20))
def test_an_entity_marks_whole_characters_or_is_spoiled(text: str, offset: int, length: int) -> None:
    if problems("x" + text, [entity("bold", offset, length)]) == []:
        assert units(cut("x" + text, offset, length)) == length
        assert "\ufffd" not in cut("x" + text, offset, length).replace("\ufffd" if "\ufffd" in text else "", "")


@pytest.mark.parametrize("address", [None, "", "example.org", "ftp://example.org", "https://", "https://[", "https://a\nb"])
def test_what_is_no_link(address: object) -> None:
    assert not is_link(address)


def test_commands_and_mentions_of_users_are_marked() -> None:
    text = "/ask@parkqa_bot 😀 @parkqa_bot 面积"
    assert [cut(text, found["offset"], found["length"]) for found in user_entities(text)] == ["/ask@parkqa_bot", "@parkqa_bot"]


@pytest.mark.parametrize(
    "good",
    [
        button(callback_data="x" * 64),
        button(callback_data="更" * 21, style="danger"),
        button(url="https://example.org/#:~:text=%E5%A5%96"),
        button(switch_inline_query=""),
        button(switch_inline_query_chosen_chat={"query": "q", "allow_user_chats": True}),
        button(copy_text={"text": "字" * 256}),
    ],
)
def test_good_buttons(good: Json) -> None:
    assert keyboard_problems({"inline_keyboard": [[good] * 8] * 12}) == []


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([[button()]], "a button does exactly one thing"),
        ([[button(callback_data="a", url="https://example.org")]], "a button does exactly one thing"),
        ([[button(callback_data="")]], "BUTTON_DATA_INVALID"),
        ([[button(callback_data="更" * 22)]], "BUTTON_DATA_INVALID"),
        ([[button(callback_data="a", text=" ")]], "button without a text"),
        ([[button(callback_data="a", style="golden")]], "unknown style"),
        ([[button(callback_data="a", colour="red")]], "unknown fields"),
        ([[button(url="tel:110")]], "inline keyboard button URL is invalid"),
        ([[button(copy_text={"text": ""})]], "the text to copy"),
        ([[button(copy_text={"text": "字" * 257})]], "the text to copy"),
        ([[button(switch_inline_query_chosen_chat={"query": "q"})]], "no sort of chat"),
        ([[button(callback_data="a")] * 9], "too many buttons in a row"),
        ([[button(callback_data="a")]] * 101, "REPLY_MARKUP_TOO_LONG"),
        ([[]], "a row of the keyboard is empty"),
    ],
)
def test_spoiled_keyboards(rows: list[list[Json]], problem: str) -> None:
    [found] = keyboard_problems({"inline_keyboard": rows})
    assert found.startswith(problem)


def test_only_inline_keyboards() -> None:
    assert keyboard_problems({"keyboard": [["1"]], "resize_keyboard": True}) != []


@pytest.mark.parametrize(
    "answer",
    [
        {"results": []},
        {"results": [result(id=str(number)) for number in range(50)], "next_offset": "5" * 64, "cache_time": 0},
        {"results": [result(id="更" * 21)], "button": {"text": "用法", "start_parameter": "q_1-A" * 12}},
    ],
)
def test_good_answers_to_inline_queries(answer: Json) -> None:
    assert answer_problems(answer) == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"results": [result(id=str(number)) for number in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [result(), result()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [result(id="")]}, "RESULT_ID_INVALID"),
        ({"results": [result(id="更" * 22)]}, "RESULT_ID_INVALID"),
        ({"results": [result(type="poem")]}, "unknown type"),
        ({"results": [result(title="")]}, "article without a title"),
        ({"results": [result(input_message_content=None)]}, "article without a message"),
        ({"results": [result(input_message_content={"message_text": "a" * 4097})]}, "message is too long"),
        ({"results": [result(reply_markup={"inline_keyboard": [[button()]]})]}, "a button does exactly one thing"),
        ({"results": [result(url="example.org")]}, "ARTICLE_URL_INVALID"),
        ({"results": [], "next_offset": "更" * 22}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "cache_time": -1}, "cache_time"),
        ({"results": [], "button": {"text": "a", "start_parameter": "b c"}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "a", "start_parameter": "b" * 65}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "a"}}, "the button above the results"),
    ],
)
def test_spoiled_answers_to_inline_queries(answer: Json, problem: str) -> None:
    [found] = answer_problems(answer)
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("command", "about", "problem"),
    [
        ("问", "a", "BOT_COMMAND_INVALID"),
        ("Ask", "a", "BOT_COMMAND_INVALID"),
        ("a" * 33, "a", "BOT_COMMAND_INVALID"),
        ("ask", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("ask", "a" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
def test_spoiled_commands(command: str, about: str, problem: str) -> None:
    [found] = command_problems([{"command": command, "description": about}])
    assert found.startswith(problem)


def test_a_menu_has_100_commands_at_most() -> None:
    menu: list[dict[str, Any]] = [{"command": f"c{number}", "description": "a"} for number in range(101)]
    assert list(command_problems(menu[:100])) == []
    assert list(command_problems(menu)) == ["BOT_COMMANDS_TOO_MUCH: 101"]


def test_scopes_and_languages() -> None:
    assert list(scope_problems({"type": "chat", "chat_id": 1})) == []
    assert len(list(scope_problems({"type": "chat_member"}))) == 2
    assert len(list(scope_problems({"type": "everybody"}))) == 1
    assert [list(language_problems(code)) == [] for code in ("", "zh", "zh-hant", "ZH")] == [True, True, False, False]
