from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.about_index import about
from bot.conversation.browsing import latest, sources
from bot.conversation.holdings import key
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.callback_data import LONGEST
from bot.messages.message import Message
from bot.messages.utf16 import index_of
from bot.telegram.transport.sending import keyboard, to_telegram
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import problems

ANNA = Session(7, 7, private=True, language="zh")


def report(number: int, *parks: str, text: str = "", url: str | None = None) -> Article:
    body = text or f"第{number}篇报道的第一句。\n第二句。"
    published = date(2020 + number % 5, 1 + number % 12, 1 + number % 28)
    return Article(f"r{number}", f"报道{number}", body, "园区日报", published, url, parks, f"r{number}.txt")


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer(*(report(number, "沐江经开区" if number % 3 else "东澜产业园") for number in range(20)))


@pytest.fixture
def services(answerer: FakeAnswerer) -> Services:
    return services_with(answerer)


def labels(message: Message | None) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons] if message else []


def press_label(services: Services, message: Message, label: str) -> Response:
    data = next(button.callback_data for row in message.buttons for button in row if button.label == label)
    assert data is not None
    assert len(str(data).encode()) <= LONGEST
    return press(services, ANNA, data)


def turn(services: Services, message: Message, label: str) -> Message:
    edit = press_label(services, message, label).edit
    assert edit is not None
    return edit


def entries(message: Message) -> list[str]:
    return [line.split(". ", 1)[1] for line in message.text.splitlines() if line[:1].isdecimal() and ". " in line]


def test_the_newest_reports_come_first_and_pages_hold_all_of_them(services: Services, answerer: FakeAnswerer) -> None:
    page = latest(services, ANNA)
    assert page.text.startswith("最新报道（共 20 篇）\n第 1 / 3 页\n\n1. 报道")
    assert labels(page) == [[str(n) for n in range(1, 9)], ["2 ›"]]
    listed = entries(page)
    for onward in ("2 ›", "3 ›"):
        page = turn(services, page, onward)
        listed += entries(page)
    assert labels(page) == [["1", "2", "3", "4"], ["‹ 2"]]
    dates = [line.rsplit(" · ", 1)[1] for line in listed]
    assert dates == sorted(dates, reverse=True)
    assert sorted(line.split(" · ")[0] for line in listed) == sorted(f"报道{n}" for n in range(20))
    assert turn(services, page, "‹ 2").text.startswith("最新报道（共 20 篇）\n第 2 / 3 页")


def test_a_listed_title_leads_to_its_page(services: Services, answerer: FakeAnswerer) -> None:
    answerer.index.articles = [report(1, url="https://example.org/1"), report(2, url="javascript:alert(1)")]
    message = latest(services, ANNA)
    (link,) = message.entities
    assert link.url == "https://example.org/1"
    assert message.text[index_of(message.text, link.offset) : index_of(message.text, link.offset + link.length)] == "报道1"


def test_a_number_opens_the_report_on_a_card_where_it_can_be_read_and_sent(services: Services, answerer: FakeAnswerer) -> None:
    long = report(
        1, "沐江经开区", text="".join(f"第{n}句讲了园区里的一件事情，说得很长。\n" for n in range(120)), url="https://example.org/1"
    )
    answerer.index.articles = [long]
    card = press_label(services, latest(services, ANNA), "1").send
    assert card is not None
    assert card.text.startswith("标题：报道1\n发布：园区日报\n")
    assert labels(card) == [["打开原文网页"], ["在这里读全文", "发送全文文件"]]
    (quote,) = card.entities
    opening = card.text[index_of(card.text, quote.offset) :]
    assert quote.kind == "blockquote"
    assert long.text.startswith(opening)
    first = turn(services, card, "在这里读全文")
    assert labels(first) == [["出处", "2 ›"]]
    assert turn(services, turn(services, first, "2 ›"), "出处") == card
    file = press_label(services, card, "发送全文文件").file
    assert file is not None
    assert long.text in file.content.decode()


def test_parks_with_most_reports_come_first_and_lead_to_their_reports(services: Services) -> None:
    parks = sources(services, ANNA)
    heading, years, _, *listed = parks.text.split("\n")
    assert heading == "共 20 篇报道，写到 2 个园区"
    assert years == "各年篇数：2024 年 4、2023 年 4、2022 年 4、2021 年 4、2020 年 4"
    assert listed == ["1. 沐江经开区：13 篇", "2. 东澜产业园：7 篇"]
    harbour = turn(services, parks, "2")
    assert harbour.text.startswith("东澜产业园的报道，最新的在前（共 7 篇）\n\n1. 报道9 · ")
    assert len(entries(harbour)) == 7
    assert turn(services, harbour, "园区列表") == parks


def test_many_parks_take_pages_and_the_way_back_leads_to_the_right_one(services: Services, answerer: FakeAnswerer) -> None:
    answerer.index.articles = [report(number, f"园区{number:02}") for number in range(30)]
    second = turn(services, sources(services, ANNA), "2 ›")
    assert turn(services, turn(services, second, "5"), "园区列表") == second


def test_a_park_is_listed_once_whatever_script_its_name_is_in(services: Services, answerer: FakeAnswerer) -> None:
    answerer.index.articles = [report(1, "棲港綜合保稅區"), report(2, "栖港综合保税区"), report(3, "栖港综合保税区", "棲港綜合保稅區")]
    parks = sources(services, ANNA)
    assert "写到 1 个园区" in parks.text
    assert entries(parks) == ["栖港综合保税区：3 篇"]
    assert len(entries(turn(services, parks, "1"))) == 3


def test_an_empty_index_is_listed_too(services: Services, answerer: FakeAnswerer) -> None:
    answerer.index.articles = []
    assert latest(services, ANNA) == Message("最新报道（共 0 篇）")
    assert sources(services, ANNA) == Message(ZH.browsing.no_parks.format(count=0))


def test_lists_follow_the_index_and_what_left_it_is_gone(services: Services, answerer: FakeAnswerer) -> None:
    before = latest(services, ANNA)
    answerer.index.articles = [report(99, "新园区")]
    assert press_label(services, before, "1").toast == ZH.button_gone
    assert press_label(services, before, "2 ›").toast == ZH.button_gone
    assert "报道99" in latest(services, ANNA).text
    assert list(services.parks()) == ["新园区"]


def test_a_report_that_goes_between_two_looks_is_left_out_of_the_list(services: Services, answerer: FakeAnswerer) -> None:
    answerer.index.articles = [report(1), report(2)]
    services.holdings()
    answerer.index.articles = [report(1), report(3)]  # of the same number, and so, to the fake, of the same version
    assert entries(latest(services, ANNA)) == ["报道1 · 园区日报 · 2021-02-02"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=20), st.text(max_size=300), st.text(min_size=1).filter(str.strip))
def test_whatever_reports_hold_lists_and_cards_keep_telegrams_limits(names: list[str], title: str, text: str) -> None:
    articles = [Article(f"a{n}{name}", title, text, name, None, "https://example.org", (name,), "a") for n, name in enumerate(names)]
    services = services_with(FakeAnswerer(*articles))
    listed = latest(services, ANNA)
    card = press_label(services, listed, "1").send
    assert card is not None
    for message in (listed, sources(services, ANNA), card):
        assert problems(message.text, [to_telegram(entity).to_dict() for entity in message.entities]) == []
        markup = keyboard(message.buttons)
        assert markup is None or keyboard_problems(markup.to_dict()) == []


def test_names_of_twenty_thousand_reports_differ_in_callback_data() -> None:
    assert len({key(f"articles/{n}") for n in range(20_000)}) == 20_000


def test_about_says_in_plain_words_what_there_is_and_what_was_measured(services: Services) -> None:
    text = about(services, ANNA).text
    assert "20 篇报道" in text
    assert "40 个段落" in text
    assert "2 个园区" in text
    assert "整理于 2024-03-01" in text
    assert "2020年至2024年" in text
    assert "这样的 50 个问题，有 6% 仍被当作找到（真实比例多半在 2% 到 16% 之间）。设定的目标是不超过 10%。" in text
    assert "tiny-e5，" in text
