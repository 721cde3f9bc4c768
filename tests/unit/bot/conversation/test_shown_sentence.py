from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.asking import forget
from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.texts import TEXTS
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with

ANNA = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区2023年表彰了多少家企业"


def article(number: int) -> Article:
    text = f"沐江经开区第{number}次会议表彰企业{number}家。\n会后另有安排。"
    return Article(f"a{number}", f"会议{number}", text, "沐江日报", date(2024, 1, number), None, ("沐江经开区",), f"a{number}.txt")


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*(article(number) for number in range(1, 9)))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def said(response: Response) -> str:
    assert response.send is not None
    return response.send.text


def ask(services: Services, question: str = QUESTION, session: Session = ANNA, message: int = 1) -> Response:
    """Ask, and note that the answer stands in the message after the question's."""
    response = respond(services, session, Typed(question, message))
    assert response.answer
    services.store.answers.sent(response.answer, message + 1)
    return response


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("谁说的", "标题：会议1\n发布：沐江日报\n日期：2024-01-01"),
        ("你确定吗", f"{ZH.asking.word_for_word}\n\n标题：会议1"),
        ("全文", "会议1\n第 1 / 1 页，粗体是摘录\n\n沐江经开区第1次会议表彰企业1家。\n会后另有安排。"),
        ("再详细点", "沐江经开区第1次会议表彰企业1家。\n会后另有安排。\n— 会议1"),
        ("更多", f"{ZH.more_quotes}\n\n沐江经开区第4次会议表彰企业4家。"),
    ],
)
def test_it_does_what_the_button_of_the_answer_does(services: Services, answerer: FakeAnswerer, typed: str, beginning: str) -> None:
    ask(services)
    assert said(respond(services, ANNA, Typed(typed))).startswith(beginning)
    assert answerer.asked == [QUESTION]


@pytest.mark.parametrize("typed", ["不对", "不對！", "答非所问", "that's wrong"])
def test_what_is_called_wrong_is_noted_and_it_is_told_how_to_ask(services: Services, answerer: FakeAnswerer, typed: str) -> None:
    ask(services)
    texts = TEXTS[services.language(ANNA, typed)].asking
    assert said(respond(services, ANNA, Typed(typed))) == f"{texts.noted_wrong}\n\n{texts.how_to_ask}"
    assert [(opinion.good, opinion.question) for opinion in services.store.feedback.all()] == [(False, QUESTION)]
    assert answerer.asked == [QUESTION]


def test_without_an_answer_nothing_is_wrong(services: Services) -> None:
    assert said(respond(services, ANNA, Typed("不对"))) == ZH.asking.how_to_ask
    assert said(respond(services, replace(ANNA, private=False), Typed("不对"))) == ZH.asking.in_reply
    assert services.store.feedback.all() == []


def test_more_goes_on_where_it_stopped_and_says_when_it_has_ended(services: Services) -> None:
    ask(services)
    more = [said(respond(services, ANNA, Typed(typed))) for typed in ("还有吗", "還有嗎？", "仲有冇")]
    assert ["会议4" in more[0], "会议7" in more[1]] == [True, True]
    assert more[2] == ZH.asking.no_more


def test_a_follow_up_goes_on_from_the_question_before(services: Services, answerer: FakeAnswerer) -> None:
    ask(services)
    for typed in ("为什么", "谁说的", "全文", "还有吗"):
        respond(services, ANNA, Typed(typed))
    ask(services, "那2022年呢")
    assert answerer.asked == [QUESTION, "沐江经开区2023年表彰了企业的原因是什么", "沐江经开区2022年表彰了多少家企业"]


def test_after_a_reason_it_is_the_sentence_that_gives_it(services: Services) -> None:
    ask(services)
    reason = respond(services, ANNA, Typed("为什么", 5))
    topic = services.store.topics.get(7, 7)
    assert topic
    assert (topic.answer, topic.question) == (reason.answer, QUESTION)


def test_a_reply_means_the_answer_replied_to(services: Services, answerer: FakeAnswerer) -> None:
    ask(services, message=10)
    answerer.index.articles = (article(5),)
    ask(services, "临樾高新区2023年引进了什么项目", message=20)
    answerer.index.articles = (article(1), article(5))
    assert "会议1" in said(respond(services, ANNA, Typed("出处", 30, replied_to=11)))
    assert "会议1" in said(respond(services, ANNA, Typed("出处", 31, replied_to=10)))
    assert "会议5" in said(respond(services, ANNA, Typed("出处", 32, replied_to=99)))
    ask(services, "那2022年呢")
    assert answerer.asked[-1] == "临樾高新区2022年引进了什么项目"


def test_after_nothing_found_it_says_so_and_offers_what_came_nearest(services: Services) -> None:
    ask(services, "没有的事2023年")
    for typed in ("出处", "还有吗", "为什么", "全文"):
        response = respond(services, ANNA, Typed(typed))
        assert said(response) == ZH.asking.nothing_found
        assert response.send
        assert [button.label for row in response.send.buttons for button in row] == [ZH.button_wider]


@pytest.mark.parametrize("language", ["zh", "zh-hant", "en"])
def test_where_nothing_was_shown_it_is_asked_which_answer_is_meant(services: Services, language: str) -> None:
    stranger = replace(ANNA, language=language)  # type: ignore[arg-type]
    texts = TEXTS[language].asking  # type: ignore[index]
    assert said(respond(services, stranger, Typed("why?"))) == texts.nothing_shown
    ask(services)
    forget(services, ANNA)
    assert said(respond(services, stranger, Typed("source"))) == texts.nothing_shown


def test_in_a_group_it_must_reply_to_the_answer(services: Services) -> None:
    here = replace(ANNA, chat=-5, private=False)
    ask(services, session=here)
    assert said(respond(services, here, Typed("全文"))) == ZH.asking.in_reply
    assert "会议1" in said(respond(services, replace(here, person=8), Typed("全文", 9, replied_to=2)))


def test_an_answer_that_has_expired_offers_to_ask_again(services: Services, answerer: FakeAnswerer) -> None:
    ask(services)
    answerer.index.articles = ()
    assert said(respond(services, ANNA, Typed("全文"))) == ZH.answer_expired


def test_a_message_changed_into_a_request_is_none_to_search_for(services: Services, answerer: FakeAnswerer) -> None:
    first = ask(services).answer
    assert first
    shown = services.store.answers.get(first)
    assert shown
    assert "会议1" in said(respond_to_edit(services, ANNA, Typed("出处", 1), shown))
    thanked = respond_to_edit(services, ANNA, Typed("谢谢", 1), shown)
    assert thanked.edit
    assert thanked.edit.text == ZH.you_are_welcome
    assert answerer.asked == [QUESTION]


def test_an_english_speaker_is_answered_in_english(services: Services, answerer: FakeAnswerer) -> None:
    john = replace(ANNA, language="en")
    ask(services, "How many companies were honoured?", john)
    assert said(respond(services, john, Typed("who says so?"))).startswith(EN.source_title.format(title="会议1"))
    assert said(respond(services, john, Typed("are you sure?"))).startswith(EN.asking.word_for_word)
