from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.about_index import about
from bot.conversation.browsing import latest, sources
from bot.conversation.responding import respond
from bot.conversation.session import Session
from bot.conversation.spoken_commands import spoken_command
from bot.conversation.starting_points import introduction
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.topics import Topic
from bot.texts.zh import ZH
from corpus.article import Article
from tests.fake_answerers import FakeAnswerer, services_with

ANNA = Session(7, 7, private=True, language="zh")
ARTICLE = Article("a", "年报", "东澜园区新增企业46家。", "园区日报", date(2024, 2, 1), None, ("东澜园区",), "a.txt")


@pytest.mark.parametrize("typed", ["你是谁", "您是誰？", "你能做什么呀", "Who are you?"])
def test_who_one_talks_to(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    assert spoken_command(services, ANNA, typed) == introduction(services, ANNA)


@pytest.mark.parametrize("typed", ["你可靠吗", "准确率是多少？", "How accurate are you?"])
def test_how_far_one_can_trust_it(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    assert spoken_command(services, ANNA, typed) == about(services, ANNA)


@pytest.mark.parametrize(
    "typed",
    [
        *("有哪些园区", "那有哪些園區？", "都有什么园区呢", "which parks are there?"),
        *("你们有哪些资料", "你們有哪些資料？", "你有什么数据", "数据到哪一年", "What data do you have?", "which years do you cover?"),
    ],
)
def test_the_parks(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    assert respond(services, ANNA, Typed(typed)).send == sources(services, ANNA)


@pytest.mark.parametrize(
    "typed",
    [
        "随便看看",
        "有什么最新消息吗",
        "最新报道",
        "园区最新消息",
        "What's new?",
        "最近都有些什么新聞",
        "所有报道",
        "一共有多少篇报道",
        "all your reports",
    ],
)
def test_the_latest(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    assert spoken_command(services, ANNA, typed) == latest(services, ANNA)


@pytest.mark.parametrize("typed", ["怎么用", "帮助", "Help!"])
def test_how_it_is_used(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    said = spoken_command(services, ANNA, typed)
    assert said
    assert said.text == ZH.help
    assert [button.label for button in said.buttons[-1]] == [ZH.browsing.button_latest, ZH.browsing.button_parks]


@pytest.mark.parametrize("typed", ["换个话题", "換個話題吧", "重新开始", "New topic", "start over, please"])
def test_another_topic(typed: str) -> None:
    services = services_with(FakeAnswerer(ARTICLE))
    services.store.topics.set(7, 7, Topic("沐江经开区税收", True))
    assert spoken_command(services, ANNA, typed) == Message(ZH.forgotten)
    assert services.store.topics.get(7, 7) is None


@pytest.mark.parametrize(
    "typed", ["有哪些园区获奖", "帮助企业的政策", "怎么用地", "苏州有哪些园区", "你是谁的主任", "看看税收", "哪些园区"]
)
def test_a_question_is_none(typed: str) -> None:
    assert spoken_command(services_with(FakeAnswerer(ARTICLE)), ANNA, typed) is None
