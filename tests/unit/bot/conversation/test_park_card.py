from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.settings.language import Language
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press


def report(number: int, park: str, year: int) -> Article:
    text = f"{year}年，{park}实现税收{number}.5亿元，增长9%。\n全年奖励企业{number}2家。"
    return Article(f"r{number}", f"{year}年运行情况", text, "园区日报", date(year + 1, 1, 9), None, (park,), f"r{number}.txt")


REPORTS = [report(1, "沐江经开区", 2022), report(2, "沐江经开区", 2023), report(3, "沐江高新区", 2023), report(4, "银川经开区", 2021)]


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*REPORTS)


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def said(services: Services, typed: str, language: Language = "zh") -> Message:
    message = respond(services, Session(7, 7, private=True, language=language), Typed(typed)).send
    assert message
    return message


def labels(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def pressed(services: Services, message: Message, label: str) -> Message:
    data = next(button.callback_data for row in message.buttons for button in row if button.label == label)
    response = press(services, Session(7, 7, private=True, language="zh"), data)
    shown = response.send or response.edit
    assert shown
    return shown


def test_a_park_alone_has_its_reports_its_years_and_questions(services: Services) -> None:
    card = said(services, "沐江经开区")
    assert card.text == (
        "沐江经开区：2 篇报道\n各年篇数：2024 年 1、2023 年 1\n最新：2023年运行情况 · 园区日报 · 2024-01-09\n\n"
        "想了解什么？接着问就行，或者点一个问题："
    )
    assert labels(card) == [
        ["沐江经开区2023年税收是多少？"],
        ["沐江经开区2023年奖励了多少家企业？"],
        ["沐江经开区最近有什么新闻？"],
        ["2024年", "2023年"],
        ["看这 2 篇报道"],
    ]


def test_a_tapped_question_is_asked_below(services: Services, answerer: FakeAnswerer) -> None:
    card = said(services, "沐江经开区")
    answerer.asked.clear()
    answer = pressed(services, card, "沐江经开区2023年税收是多少？")
    assert answer.text.startswith("按“沐江经开区2023年税收是多少？”查找：")
    assert answerer.asked == ["沐江经开区2023年税收是多少？"]
    assert pressed(services, card, "沐江经开区最近有什么新闻？").text.splitlines()[2] == "沐江经开区的报道，最新的在前（共 2 篇）"


def test_its_years_and_reports_open_below(services: Services) -> None:
    card = said(services, "沐江经开区")
    assert pressed(services, card, "2023年").text.startswith("沐江经开区2023年的报道，最新的在前（共 1 篇）")
    assert pressed(services, card, "看这 2 篇报道").text.startswith("沐江经开区的报道，最新的在前（共 2 篇）")


def test_what_is_asked_next_is_asked_of_it(services: Services, answerer: FakeAnswerer) -> None:
    said(services, "银川")
    said(services, "奖励了多少家企业")
    assert answerer.asked[-1] == "银川奖励了多少家企业"


def test_a_place_is_its_only_park_and_a_name_of_two_parks_asks_which(services: Services) -> None:
    assert said(services, "银川").text.startswith("银川经开区：1 篇报道")
    which = said(services, "沐江")
    assert which.text == "沐江有好几个园区，想了解哪一个？"
    assert labels(which) == [["沐江经开区"], ["沐江高新区"]]
    assert "沐江高新区：1 篇报道" in pressed(services, which, "沐江高新区").text


def test_after_a_question_a_park_alone_goes_on_from_it_and_back_is_its_card(services: Services, answerer: FakeAnswerer) -> None:
    said(services, "沐江经开区2023年税收多少")
    answer = said(services, "银川经开区")
    assert answerer.asked[-1] == "银川经开区2023年税收多少"
    assert pressed(services, answer, "↩ 恢复").text.startswith("银川经开区：1 篇报道")


def test_in_english_and_in_traditional_characters(services: Services) -> None:
    english = said(services, "Mujiang ETDZ", "en")
    assert english.text.startswith("Mujiang ETDZ (沐江经开区) · reports: 2\nBy year: 2024: 1, 2023: 1\nNewest: 2023年运行情况")
    assert labels(english)[0] == ["How much tax revenue did Mujiang ETDZ have in 2023?"]
    traditional = said(services, "沐江經開區", "zh-hant")
    assert traditional.text.startswith("沐江經開區：2 篇報導")
    assert labels(traditional)[0] == ["沐江經開區2023年稅收是多少？"]


def test_an_unknown_park_is_a_question(services: Services, answerer: FakeAnswerer) -> None:
    said(services, "苏州工业园区")
    assert answerer.asked[-1] == "苏州工业园区"
