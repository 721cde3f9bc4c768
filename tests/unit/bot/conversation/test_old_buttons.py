"""Buttons that an earlier version sent, as they stand in chats today: each does what it did then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.asking import ask
from bot.conversation.holdings import key
from bot.conversation.old_callback_data import VERBS
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.store.answers import ShownAnswer
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import obey, press

ANNA = Session(7, 7, private=True, language="zh")
QUESTION = "沐江经开区2023年表彰了多少家企业"
PARK = "沐江经开区"


def article(number: int) -> Article:
    body = f"第{number}次会议表彰企业{number}家。\n" + "".join(f"会上第{n}位代表讲了去年的工作，也讲了今年的打算。\n" for n in range(60))
    return Article(f"a{number}", f"会议{number}", body, "沐江日报", date(2024, 1, number), None, (PARK,), f"a{number}.txt")


def shown_as(services: Services, token: str, question: str, *before: str) -> ShownAnswer:
    """An answer under a token that buttons name, with what its question was before."""
    shown = replace(ask(services, ANNA, Typed(question)).shown, token=token, message=None, before=before)
    services.store.answers.keep(shown)
    return shown


@pytest.fixture
def services() -> Services:
    services = services_with(FakeAnswerer(*(article(number) for number in range(1, 11))))
    services.notifies = True
    shown_as(services, "kX3_a-9Q", QUESTION)
    shown_as(services, "nXt_-0bq", "沐江经开区2022年表彰了多少家企业", QUESTION)
    shown_as(services, "eN6_d-3Y", "沐江经开区2022年表彰了多少家企业", "那2022年呢？")
    for number in range(1, 11):
        obey(services, ANNA, f"/follow 问题{number}")
    return services


def told(response: Response) -> list[str]:
    """What a press came to: the first line of each thing."""
    messages = [("edit", response.edit), ("send", response.send)]
    things = [f"{how} {message.text.splitlines()[0]}" for how, message in messages if message]
    things += [f"toast {response.toast}"] if response.toast else []
    things += [f"buttons {' '.join(button.label for button in response.buttons[-1])}"] if response.buttons else []
    return things + ([f"file {response.file.name}"] if response.file else [])


RECORDED = {
    "more:kX3_a-9Q:3": [f"send {ZH.more_quotes}"],
    "wider:kX3_a-9Q:0": [f"send {ZH.wider_quotes}"],
    "context:kX3_a-9Q:1": ["send 第2次会议表彰企业2家。"],
    "around:kX3_a-9Q:33": ["edit 第2次会议表彰企业2家。"],
    "source:kX3_a-9Q:1": ["send 标题：会议2"],
    "about:kX3_a-9Q:2": ["edit 标题：会议3"],
    "page:kX3_a-9Q:17": ["edit 会议2"],
    "whole:kX3_a-9Q:1": ["file 会议2.txt"],
    "good:kX3_a-9Q:0": [f"toast {ZH.thanks_good}", "buttons 👍✓ 👎 🔔 关注 分享"],
    "bad:kX3_a-9Q:0": [f"toast {ZH.thanks_bad}", "buttons 👍 👎✓ 🔔 关注 分享"],
    "bell:kX3_a-9Q:1": [f"toast {ZH.following.toast_now}", "buttons 👍 👎 🔔 已关注 ✓ 分享"],
    "bell:kX3_a-9Q:0": [f"toast {ZH.following.toast_no_more}", "buttons 👍 👎 🔔 关注 分享"],
    "mute:kX3_a-9Q:1": [f"toast {ZH.following.toast_now}", "buttons 🔕 取消关注"],
    "mute:kX3_a-9Q:0": [f"toast {ZH.following.toast_no_more}", "buttons 🔔 关注"],
    "undo:nXt_-0bq:0": [f"edit {ZH.asked_as.format(question=QUESTION)}"],
    "undo:eN6_d-3Y:0": [f"send {ZH.asking.which_park_and_matter.format(asked='那2022年呢？')}"],
    "again:kX3_a-9Q:0": ["edit 第1次会议表彰企业1家。"],
    "without:kX3_a-9Q:1": ["edit 按“沐江经开区表彰了多少家企业”查找："],
    "latest:all:1": ["edit 最新报道（共 10 篇）"],
    "sources:all:0": ["edit 共 10 篇报道，写到 1 个园区"],
    f"park:{key(PARK)}:1": ["edit 沐江经开区的报道，最新的在前（共 10 篇）"],
    f"report:{key('a4')}:0": ["send 标题：会议4"],
    f"card:{key('a4')}:0": ["edit 标题：会议4"],
    f"read:{key('a4')}:1": ["edit 会议4"],
    f"file:{key('a4')}:0": ["file 会议4.txt"],
    "follows:-:0": ["send 这里关注了 10 项（最多 20 项）："],
    "turn:-:1": ["edit 这里关注了 10 项（最多 20 项）："],
    "drop:-:2": ["edit 这里关注了 9 项（最多 20 项）：", f"toast {ZH.following.toast_no_more}"],
    "quiet:-:6": ["edit 这里关注了 10 项（最多 20 项）："],
}


@pytest.mark.parametrize(("data", "came"), RECORDED.items(), ids=RECORDED)
def test_each_does_what_it_did(services: Services, data: str, came: list[str]) -> None:
    assert told(press(services, ANNA, data)) == came


def test_none_is_missing() -> None:
    assert {data.split(":")[0] for data in RECORDED} == set(VERBS)


def test_a_page_and_a_width_came_with_the_quote_in_one_number(services: Services) -> None:
    turned = press(services, ANNA, "page:kX3_a-9Q:17").edit
    assert turned and turned.text.splitlines()[1].startswith("第 2 / ")
    narrow, wide = (press(services, ANNA, f"around:kX3_a-9Q:{number}").edit for number in (1, 33))
    assert narrow and wide and len(narrow.text) < len(wide.text)


def test_quiet_hours_came_with_the_page_in_one_number(services: Services) -> None:
    listed = press(services, ANNA, "quiet:-:6").edit
    assert listed and listed.text.splitlines()[1] == "9. 问题9"
    assert services.store.follows.quiet_hours(7) == (23, 7)


def test_the_question_of_an_answer_that_nobody_remembers_is_asked_anew(services: Services) -> None:
    anew = press(services, ANNA, "again:-:0", QUESTION)
    assert told(anew) == ["send 第1次会议表彰企业1家。"]
    assert anew.answer
    assert press(services, ANNA, "again:-:0").toast == ZH.button_expired
