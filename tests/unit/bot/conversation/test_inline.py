from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.inline import guest_answer, results
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.utf16 import index_of
from bot.telegram.transport.sending import as_result
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.telegram_server.rules.results import answer_problems

ANNA = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区表彰了多少家企业"


def article(number: int, title: str | None = None, text: str = "") -> Article:
    body = text or f"第{number}次会议表彰企业{number}家。\n会后另有安排。"
    heading = f"会议{number}" if title is None else title
    return Article(
        f"a{number}", heading, body, "沐江日报", date(2024, 1, 1 + number % 28), "https://example.org/a", ("沐江经开区",), "a.txt"
    )


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*(article(number) for number in range(60)))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def test_a_result_is_a_whole_quote_with_its_source(services: Services) -> None:
    first = results(services, ANNA, QUESTION, 0).results[0]
    assert (first.title, first.description) == ("会议0", "第0次会议表彰企业0家。")
    assert first.url is not None
    assert first.url.startswith("https://example.org/a#:~:text=")
    (quote,) = (entity for entity in first.message.entities if entity.kind == "blockquote")
    assert first.message.text[: index_of(first.message.text, quote.length)] == "第0次会议表彰企业0家。"
    assert first.message.text.endswith("— 会议0 · 沐江日报 · 2024-01-01")


def test_pages_hold_fifty_different_results_and_the_question_is_asked_once(services: Services, answerer: FakeAnswerer) -> None:
    ids, page = [], 0
    while True:
        found = results(services, ANNA, QUESTION, page)
        ids += [result.id for result in found.results]
        if found.next_page is None:
            break
        page = found.next_page
    assert page == 4
    assert len(set(ids)) == len(ids) == 50
    assert answerer.asked == [QUESTION]
    answerer.index.articles = [article(1)]
    assert len(results(services, ANNA, QUESTION, 0).results) == 1


def test_who_has_typed_no_question_is_offered_the_newest_reports(services: Services, answerer: FakeAnswerer) -> None:
    for typed in ("", " ", "沐"):
        found = results(services, ANNA, typed, 0)
        assert [result.title for result in found.results[:2]] == ["会议27", "会议55"]
        assert (found.hint, found.payload, found.next_page) == (ZH.inline.how_to, "help", 1)
    newest = found.results[0]
    assert newest.description == "沐江日报 · 2024-01-28"
    assert newest.message.text == "第27次会议表彰企业27家。\n会后另有安排。\n— 会议27 · 沐江日报 · 2024-01-28"
    assert answerer.asked == []


def test_nothing_found_leads_to_the_private_chat_in_the_language_of_the_question(services: Services) -> None:
    found = results(services, Session(8, 8, private=True, language="en"), "nothing, 没有", 0)
    assert (list(found.results), found.hint, found.payload) == ([], ZH.inline.nothing_found, "ask")
    empty = services_with(FakeAnswerer())
    assert results(empty, Session(8, 8, private=True, language="en"), "how many", 0).hint == EN.inline.nothing_found


def test_a_guest_says_everything_in_one_message_without_buttons(services: Services) -> None:
    answer = guest_answer(services, ANNA, QUESTION)
    assert [entity.kind for entity in answer.entities if "quote" in entity.kind] == ["blockquote"] * 3
    assert answer.buttons == ()
    assert guest_answer(services, ANNA, "没有的事").text.startswith(ZH.not_found)


@given(st.text(max_size=256), st.integers(0, 7), st.text(max_size=300), st.text().map(str.strip).filter(bool))
def test_whatever_is_typed_and_reported_the_results_are_what_telegram_takes(typed: str, page: int, title: str, text: str) -> None:
    services = services_with(FakeAnswerer(*(article(number, title, text) for number in range(12))))
    found = results(services, ANNA, typed, page)
    assert answer_problems({"results": [as_result(result).to_dict() for result in found.results]}) == []
