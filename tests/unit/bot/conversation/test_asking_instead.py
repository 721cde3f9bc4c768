"""Where nothing was found, buttons ask the same of a time that it is told of, or of the park that may have been meant."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.keyboards import AskOfPark, AskOfTime
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.settings.language import Language
from bot.texts.zh import ZH
from corpus.article import Article
from retrieval.answering.missing import Missing, ToldTime
from tests.conversing import Talker
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press

PARKS = ("沐江经开区", "沐江高新区")
VAIN = "没有"
"""Makes the fake answerer find nothing."""


def year(number: int) -> ToldTime:
    return ToldTime(date(number, 1, 1), date(number, 12, 31))


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*(Article(park, "年报", "外贸61亿元。", None, date(2023, 1, 5), None, (park,), "a.txt") for park in PARKS))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def labels(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


@pytest.mark.parametrize(
    ("language", "asked", "shown", "pressed", "then"),
    [
        ("zh", "沐江经开区2026年没有外贸", ["2022年", "2023年上半年"], "2022年", "沐江经开区2022年没有外贸"),
        ("zh", "沐江经开区去年没有外贸", ["2022年", "2023年上半年"], "2023年上半年", "沐江经开区2023年上半年没有外贸"),
        ("zh", "沐江經開區2026年沒有外貿", ["2022年", "2023年上半年"], "2022年", "沐江經開區2022年沒有外貿"),
        ("en", "Exports of Mujiang ETDZ in 2026", ["2022", "H1 2023"], "2022", "Exports of Mujiang ETDZ in 2022"),
    ],
)
def test_a_time_is_put_in_the_place_of_the_one_asked_for(
    answerer: FakeAnswerer, services: Services, language: Language, asked: str, shown: list[str], pressed: str, then: str
) -> None:
    answerer.lacks = Missing(of=PARKS[0], times=(year(2026),), told=(year(2022), ToldTime(date(2023, 1, 1), date(2023, 6, 30))))
    answerer.index.articles = answerer.index.articles if VAIN in asked else ()
    talker = Talker(services, 7, language)
    answer = talker.say(asked).message
    assert labels(answer)[0] == shown
    assert talker.press(pressed).shown.question == then  # type: ignore[union-attr]


def test_the_park_that_was_meant_is_put_in_the_place_of_the_one_that_was_typed(answerer: FakeAnswerer, services: Services) -> None:
    answerer.lacks = Missing("木江经开区", PARKS)
    talker = Talker(services, 7)
    answer = talker.say("木江经开区2022年没有外贸").message
    assert answer.text.startswith("没有木江经开区的报道。是沐江经开区，还是沐江高新区？\n")
    assert labels(answer)[0] == ["沐江经开区", "沐江高新区"]
    assert talker.press("沐江高新区").shown.question == "沐江高新区2022年没有外贸"  # type: ignore[union-attr]


def test_there_is_a_way_back(answerer: FakeAnswerer, services: Services) -> None:
    answerer.lacks = Missing(of=PARKS[0], times=(year(2026),), told=(year(2022),))
    talker = Talker(services, 7)
    first = talker.say("沐江经开区2026年没有外贸").message
    talker.press("2022年")
    assert talker.press("↩ 恢复").message.text == first.text


def test_an_opinion_leaves_them_where_they_are(answerer: FakeAnswerer, services: Services) -> None:
    answerer.lacks = Missing(of=PARKS[0], times=(year(2026),), told=(year(2022),))
    session = Talker(services, 7)
    turn = session.say("沐江经开区2026年没有外贸")
    assert turn.shown
    assert services.missing(turn.shown) == answerer.lacks


def test_an_answer_has_none(answerer: FakeAnswerer, services: Services) -> None:
    answerer.lacks = Missing(of=PARKS[0], times=(year(2026),), told=(year(2022),))
    assert ["2022年"] not in labels(Talker(services, 7).say("沐江经开区2026年外贸").message)


@pytest.mark.parametrize("data", [AskOfTime("{token}", 0, 0), AskOfTime("{token}", 1, 10**9), AskOfPark("{token}", "gone")])
def test_what_names_no_time_or_park_has_expired(services: Services, data: object) -> None:

    shown = Talker(services, 7).say("沐江经开区2026年没有外贸").shown
    assert shown
    response = press(services, Session(7, 7, private=True, language="zh"), str(data).format(token=shown.token))
    assert response.send is not None
    assert response.send.text == ZH.answer_expired
