from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.inline import guest_answer
from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.texts import TEXTS
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press

ANNA = Session(7, 7, private=True, language="zh")
PARKS = ("沐江经开区", "沐江高新区", "临樾高新区")


@pytest.fixture
def answerer() -> FakeAnswerer:
    parks = [park for number, park in enumerate(PARKS) for _ in range(9 - number)]
    return FakeAnswerer(
        *(Article(f"a{n}", "新闻", f"{park}的新闻。", None, date(2024, 1, 1), None, (park,), "a.txt") for n, park in enumerate(parks))
    )


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def said(services: Services, typed: str, session: Session = ANNA) -> Message:
    message = respond(services, session, Typed(typed)).send
    assert message
    return message


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


@pytest.mark.parametrize(
    ("typed", "which", "examples"),
    [
        ("那2022年呢", "which_park_and_matter", ["沐江经开区2022年税收", "沐江高新区2022年进出口总额", "临樾高新区2022年固定资产投资"]),
        ("2022年", "which_park_and_matter", ["沐江经开区2022年税收", "沐江高新区2022年进出口总额", "临樾高新区2022年固定资产投资"]),
        ("那税收呢", "which_park", ["沐江经开区税收", "沐江高新区税收", "临樾高新区税收"]),
        ("它的税收是多少", "which_park", ["沐江经开区的税收是多少", "沐江高新区的税收是多少", "临樾高新区的税收是多少"]),
        ("那沐江经开区呢", "which_matter", ["沐江经开区税收", "沐江经开区进出口总额", "沐江经开区固定资产投资"]),
    ],
)
def test_the_missing_part_is_asked_for_with_examples(
    services: Services, answerer: FakeAnswerer, typed: str, which: str, examples: list[str]
) -> None:
    back = said(services, typed)
    assert back.text == f"{getattr(ZH.asking, which).format(asked=typed)}\n{ZH.asking.pick}"
    assert labels(back) == examples
    assert answerer.asked == []


@pytest.mark.parametrize(("language", "typed"), [("en", "what about 2022?"), ("zh-hant", "那2022年呢"), ("zh-hant", "那稅收呢")])
def test_it_is_asked_in_the_language_of_whoever_wrote(services: Services, language: str, typed: str) -> None:
    texts = TEXTS[language].asking  # type: ignore[index]
    back = said(services, typed, replace(ANNA, language=language))  # type: ignore[arg-type]
    which = texts.which_park if "稅" in typed else texts.which_park_and_matter
    assert back.text == f"{which.format(asked=typed)}\n{texts.pick}"
    assert len(labels(back)) == 3


@pytest.mark.parametrize(
    ("typed", "added", "asked"),
    [
        ("那2022年呢", "我是说沐江高新区的税收", "沐江高新区2022年的税收"),
        ("那2022年呢", "沐江高新区2023年税收多少", "沐江高新区2023年税收多少"),
        ("那税收呢", "沐江高新", "沐江高新税收"),
        ("那税收呢", "沐江高新区2022年", "沐江高新区2022年税收"),
        ("那税收呢", "沐江高新区从业人员是多少", "沐江高新区从业人员是多少"),
        ("它的税收是多少", "沐江高新区", "沐江高新区的税收是多少"),
        ("那沐江经开区呢", "税收", "沐江经开区税收"),
    ],
)
def test_what_is_said_next_completes_it(services: Services, answerer: FakeAnswerer, typed: str, added: str, asked: str) -> None:
    said(services, typed)
    heading = said(services, added).text.splitlines()[0]
    assert answerer.asked == [asked]
    assert heading == (ZH.asked_as.format(question=asked) if asked != added else "沐江经开区的新闻。")


def test_half_after_half_is_asked_for_together(services: Services, answerer: FakeAnswerer) -> None:
    said(services, "那2022年呢")
    assert "税收" in said(services, "那税收呢").text
    said(services, "沐江高新区")
    (asked,) = answerer.asked
    assert all(part in asked for part in ("2022年", "税收", "沐江高新区"))


def test_an_example_can_be_picked_once(services: Services, answerer: FakeAnswerer) -> None:
    back = said(services, "那税收呢")
    chosen = back.buttons[1][0].callback_data
    answer = press(services, ANNA, chosen)
    assert answer.answer
    assert answer.send
    assert answer.send.text.startswith(ZH.asked_as.format(question="沐江高新区税收"))
    assert press(services, ANNA, chosen).toast == ZH.button_gone
    assert press(services, replace(ANNA, person=8), chosen).toast == ZH.button_gone
    said(services, "那2022年呢")
    assert answerer.asked == ["沐江高新区税收", "沐江高新区2022年税收"]


def test_a_question_of_its_own_leaves_it_behind(services: Services, answerer: FakeAnswerer) -> None:
    said(services, "那2022年呢")
    said(services, "临樾高新区2023年引进了多少个项目")
    said(services, "那沐江经开区呢")
    assert answerer.asked == ["临樾高新区2023年引进了多少个项目", "沐江经开区2023年引进了多少个项目"]


def test_a_follow_up_that_loses_what_it_went_on_from_is_asked_back_in_place(services: Services, answerer: FakeAnswerer) -> None:
    first = respond(services, ANNA, Typed("沐江经开区2023年税收多少", 1))
    shown = services.store.answers.get(first.answer or "")
    assert shown
    changed = respond_to_edit(services, ANNA, Typed("那2022年呢", 1), shown)
    assert changed.edit
    assert changed.edit.text.startswith(ZH.asking.which_park_and_matter.format(asked="那2022年呢"))
    assert len(answerer.asked) == 1


def test_without_a_park_in_the_index_only_the_question_is_asked(answerer: FakeAnswerer) -> None:
    answerer.index.articles = ()
    back = said(services_with(answerer), "那2022年呢")
    assert (back.text, back.buttons) == (ZH.asking.which_park_and_matter.format(asked="那2022年呢"), ())


def test_a_guest_is_told_how_it_works_without_buttons(services: Services, answerer: FakeAnswerer) -> None:
    assert guest_answer(services, ANNA, "怎么用") == Message(ZH.help)
    assert answerer.asked == []


def test_a_guest_asks_back_in_plain_words(services: Services, answerer: FakeAnswerer) -> None:
    back = guest_answer(services, ANNA, "那税收呢")
    assert back.text.splitlines() == [
        ZH.asking.which_park.format(asked="那税收呢"),
        ZH.asking.examples,
        *(ZH.asking.example.format(question=f"{park}税收") for park in PARKS),
    ]
    assert back.buttons == ()
    assert answerer.asked == []
