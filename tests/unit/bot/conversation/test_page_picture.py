"""Quotes that text recognition read: marked, and with a button to the page."""

from __future__ import annotations

import pytest

from bot.conversation.asking import ask
from bot.conversation.keyboards import ShowPicture, ShowSource
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.store.answers import kept, kept_from_json, kept_to_json
from bot.texts.zh import ZH
from corpus.article import Article, RecognisedSpan
from retrieval.answering.answer_json import answer_as_dict
from tests.fake_answerers import FakeAnswerer, quote_of, services_with
from tests.front_end import press

ANNA = Session(7, 7, private=True, language="zh")
LINES = ("沐江经开区表彰企业21家。", "会后另有安排。")
SCANNED = Article("scan", "表彰会", "\n".join(LINES), None, None, None, ("沐江经开区",), "scan.pdf", (RecognisedSpan(3, 0, len(LINES[0])),))
PRINTED = Article("printed", "总结会", "沐江经开区表彰企业19家。", None, None, None, ("沐江经开区",), "printed.pdf")
DRAWN = {("scan.pdf", 3): b"the third page"}


@pytest.fixture
def services() -> Services:
    services = services_with(FakeAnswerer(SCANNED, PRINTED))
    services.picture_of = lambda path, page: DRAWN.get((path, page))
    return services


def test_the_source_of_a_recognised_quote_says_so(services: Services) -> None:
    answered = ask(services, ANNA, Typed("表彰了多少家企业"))
    assert answered.message.text.splitlines()[1::3] == [f"— 表彰会 · {ZH.recognised}", "— 总结会"]


def test_json_names_the_pages(services: Services) -> None:
    answer = services.answerer.ask("表彰了多少家企业", top=2)
    assert [quote["recognised"] for quote in answer_as_dict(answer)["quotes"]] == [[3], []]


def test_a_button_shows_the_page(services: Services) -> None:
    answered = ask(services, ANNA, Typed("表彰了多少家企业"))
    (button,) = (button for row in answered.message.buttons for button in row if button.label == ZH.button_picture)
    assert button.callback_data == ShowPicture(answered.shown.token)
    shown = press(services, ANNA, button.callback_data).picture
    assert shown and (shown.content, shown.caption) == (b"the third page", "表彰会 · 第 3 页")


def test_the_card_of_each_quote_has_the_button_where_there_is_a_picture(services: Services) -> None:
    token = ask(services, ANNA, Typed("表彰了多少家企业")).shown.token
    cards = [press(services, ANNA, ShowSource(token, quote)).send for quote in (0, 1)]
    assert [ZH.button_picture in [button.label for row in card.buttons for button in row] for card in cards if card] == [True, False]
    assert cards[0] and ZH.source_recognised.format(pages="3") in cards[0].text


def test_a_page_that_is_gone_is_told_of(services: Services) -> None:
    token = ask(services, ANNA, Typed("表彰了多少家企业")).shown.token
    services.picture_of = lambda path, page: None
    assert press(services, ANNA, ShowPicture(token)) == Response(ZH.picture_gone)


def test_a_quote_is_remembered_as_recognised() -> None:
    recognised = kept(quote_of(SCANNED))
    assert recognised.recognised
    assert kept_from_json(kept_to_json(recognised)) == recognised
    assert not kept_from_json(kept_to_json(recognised)[:7]).recognised
