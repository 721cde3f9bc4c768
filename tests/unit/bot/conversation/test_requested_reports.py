from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.responding import respond
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.article import Article
from retrieval.answering.missing import Missing
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press

ANNA = Session(7, 7, private=True, language="zh")


def report(number: int, park: str, year: int, text: str = "") -> Article:
    body = text or f"第{number}篇报道的第一句。"
    return Article(f"r{number}", f"报道{number}", body, "园区日报", date(year, 1, number + 1), None, (park,), f"r{number}.txt")


@pytest.fixture
def answerer() -> FakeAnswerer:
    reports = [report(number, "沐江经开区", 2021 + number % 3) for number in range(10)]
    return FakeAnswerer(*reports, report(10, "沐江高新区", 2023), report(11, "东澜产业园", 2022, "星衡动力在这里投产。"))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def said(services: Services, typed: str) -> Message:
    message = respond(services, ANNA, Typed(typed)).send
    assert message
    return message


def labels(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def pressed(services: Services, message: Message, label: str) -> Response:
    return press(services, ANNA, next(button.callback_data for row in message.buttons for button in row if button.label == label))


def test_those_of_a_park_in_pages_the_newest_first(services: Services, answerer: FakeAnswerer) -> None:
    first = said(services, "沐江经开区最近有什么新闻")
    assert first.text.startswith("沐江经开区的报道，最新的在前（共 10 篇）\n第 1 / 2 页\n\n1. 报道8 · 园区日报 · 2023-01-09\n2. 报道5 ·")
    assert labels(first) == [list("12345678"), ["2 ›"], ["✕ 沐江经开区"]]
    second = pressed(services, first, "2 ›").edit
    assert second
    assert "1. 报道3 · 园区日报 · 2021-01-04\n2. 报道0 · 园区日报 · 2021-01-01" in second.text
    assert answerer.asked == []


def test_those_of_a_year(services: Services) -> None:
    assert said(services, "2022年的报道").text.startswith("2022年的报道，最新的在前（共 4 篇）\n\n1. 报道11 ·")
    assert said(services, "沐江经开区2022年的报道").text.startswith("沐江经开区2022年的报道，最新的在前（共 3 篇）\n\n1. 报道7 ·")


def test_those_that_mention_a_company(services: Services) -> None:
    assert said(services, "星衡动力的所有报道").text == "星衡动力的报道，最新的在前（共 1 篇）\n\n1. 报道11 · 园区日报 · 2022-01-12"
    assert said(services, "拓岭传动的所有报道").text == "报道里没有提到“拓岭传动”。"


def test_which_years_there_are_instead(services: Services) -> None:
    none = said(services, "你有2025年的数据吗")
    assert none.text == "没有2025年的报道；有2021、2022、2023年的。"
    assert labels(none) == [["2021年", "2022年", "2023年"], ["✕ 2025年"]]
    there = pressed(services, none, "2022年").edit
    assert there
    assert "2022年的报道，最新的在前（共 4 篇）" in there.text
    assert said(services, "沐江高新区2025年有什么新闻").text == "没有2025年的报道；沐江高新区有2023年的。"


def test_another_park_that_may_be_meant(services: Services, answerer: FakeAnswerer) -> None:
    answerer.lacks = Missing(alike=("沐江经开区",))
    none = said(services, "沐河经开区的报道")
    assert none.text == "没有沐河经开区的报道。是沐江经开区吗？"
    there = pressed(services, none, "沐江经开区").edit
    assert there
    assert "沐江经开区的报道，最新的在前（共 10 篇）" in there.text


def test_a_misspelt_park_is_the_one_that_is_meant(services: Services) -> None:
    assert said(services, "木江经开区的报道").text.startswith("沐江经开区的报道，最新的在前（共 10 篇）")


def test_the_next_message_goes_on_from_it(services: Services) -> None:
    said(services, "沐江经开区的所有报道")
    assert said(services, "那沐江高新区呢").text.startswith("按“沐江高新区的所有报道”查找：\n\n沐江高新区的报道，最新的在前（共 1 篇）")


def test_it_leaves_no_gap_and_holds_nothing_to_read_on(services: Services) -> None:
    said(services, "你有2025年的数据吗")
    assert services.store.answers.unanswered(10) == []
    assert said(services, "全文").text == ZH.asking.nothing_shown


def test_in_english(services: Services) -> None:
    session = Session(8, 8, private=True, language="en")
    none = respond(services, session, Typed("Do you have data for 2025?")).send
    assert none
    assert none.text == "There is no report of 2025. It is told of 2021, 2022, 2023."
    found = respond(services, session, Typed("What news is there on Mujiang ETDZ?")).send
    assert found
    assert found.text.startswith(EN.browsing.of_park.format(park="Mujiang ETDZ", count=10))
