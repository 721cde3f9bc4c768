from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.texts.zh import ZH
from corpus.article import Article
from retrieval.errors import QuestionTooLong
from retrieval.question.reading import MOST_CHARACTERS
from tests.fake_answerers import FakeAnswerer, services_with

ANNA = Session(7, 7, private=True, language="zh")
ARTICLE = Article("a", "新闻", "沐江经开区的新闻。", None, date(2024, 1, 1), None, ("沐江经开区",), "a.txt")


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(ARTICLE)


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


@pytest.mark.parametrize(
    ("typed", "returned"),
    [
        ("你好", ZH.greeting),
        ("谢谢", ZH.you_are_welcome),
        ("ok", ZH.acknowledged),
        ("怎么用", ZH.help),
        ("再见", ZH.farewell),
        ("1", ZH.number_alone),
        ("😀", ZH.text_only),
        ("换个话题", ZH.forgotten),
        ("谢谢你，再见", ZH.farewell),
        ("你好，请问怎么用", ZH.help),
        ("好的。谢谢！", ZH.you_are_welcome),
    ],
)
def test_small_talk_is_returned_and_not_searched_for(services: Services, answerer: FakeAnswerer, typed: str, returned: str) -> None:
    message = respond(services, ANNA, Typed(typed)).send
    assert message
    assert message.text == returned
    assert answerer.asked == []


@pytest.mark.parametrize("typed", ["好的", "OK", "哈哈", "1", "👍", "再见"])
def test_in_groups_a_word_in_passing_gets_none(services: Services, answerer: FakeAnswerer, typed: str) -> None:
    assert respond(services, replace(ANNA, private=False), Typed(typed)) == Response()
    assert answerer.asked == []


def test_between_two_questions_it_changes_no_topic_unless_it_asks_for_another(services: Services, answerer: FakeAnswerer) -> None:
    for typed in ("沐江经开区2023年税收多少", "谢谢", "那2022年呢", "换个话题", "那2021年呢"):
        respond(services, ANNA, Typed(typed))
    assert answerer.asked == ["沐江经开区2023年税收多少", "沐江经开区2022年税收多少"]


@pytest.mark.parametrize("text", ["沐江经开区税收" * 50, "？" * 301, "谢" * 301, "㍿" * 76])
def test_what_is_too_long_is_refused_before_anything_looks_at_it(services: Services, answerer: FakeAnswerer, text: str) -> None:
    shown = services.store.answers.get(respond(services, ANNA, Typed("沐江经开区税收", 1)).answer or "")
    assert shown
    with pytest.raises(QuestionTooLong):
        respond(services, ANNA, Typed(text, 2))
    with pytest.raises(QuestionTooLong):
        respond_to_edit(services, ANNA, Typed(text, 1), shown)
    assert answerer.asked == ["沐江经开区税收"]


def test_as_much_as_is_read_is_answered(services: Services, answerer: FakeAnswerer) -> None:
    long = "沐江经开区税收" + "多" * (MOST_CHARACTERS - 7)
    respond(services, ANNA, Typed(long))
    assert answerer.asked == [long]
