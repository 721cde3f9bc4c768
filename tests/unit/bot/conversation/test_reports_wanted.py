from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.reports_wanted import ReportsWanted, Wanted, only_name, reports_wanted
from corpus.article import Article
from retrieval.question.question import Question
from tests.fake_answerers import FakeAnswerer

ANSWERER = FakeAnswerer(*(Article(f"a{n}", "新闻", "正文。", None, date(2024, 1, n), None, ("沐江经开区",), "a") for n in (1, 2)))


def read(typed: str) -> Question:
    return ANSWERER.read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "沐江经开区最近有什么新闻",
            "沐江經開區的所有報道",
            "2023年的报道",
            "沐江最近有啥消息吗",
            "有几篇沐江经开区的报道",
            "上个月有哪些新闻",
        ),
        *("latest news about Mujiang ETDZ", "What reports are there on Mujiang ETDZ from 2023?", "新闻", "list all reports of 2022"),
    ],
)
def test_news_of_parks_and_times(typed: str) -> None:
    assert reports_wanted(read(typed)) == ReportsWanted(Wanted.NEWS)


@pytest.mark.parametrize(
    "typed", ["你有2025年的数据吗", "你有2025年的數據嗎？", "沐江经开区2023年的资料", "沐江经开区2023年", "Do you have data for 2025?"]
)
def test_what_there_is_of_a_time(typed: str) -> None:
    assert reports_wanted(read(typed)) == ReportsWanted(Wanted.HOLDINGS)


@pytest.mark.parametrize("typed", ["数据到哪一年", "你有哪些年份的数据", "沐江经开区有哪几年的报道", "Which years do you cover?"])
def test_which_years_there_are(typed: str) -> None:
    assert reports_wanted(read(typed)) == ReportsWanted(Wanted.YEARS)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("星衡动力最近有什么新闻", "星衡动力"), ("启明星股份的所有报道", "启明星股份"), ("沐江经开区集中开工的报道", "集中开工")],
)
def test_reports_that_mention_a_name(typed: str, name: str) -> None:
    assert reports_wanted(read(typed)) == ReportsWanted(Wanted.NEWS, (name,))


@pytest.mark.parametrize(
    "typed",
    [
        *("沐江经开区2023年税收", "沐江经开区2023年进出口数据", "沐江经开区新闻发布会", "列出所有集中开工的报道", "沐江经开区有哪些企业"),
        *("沐江经开区2022年出现了什么新情况", "谁报道的", "How many reports did Mujiang ETDZ publish on safety?", "2023年"),
    ],
)
def test_what_reports_tell_is_another_question(typed: str) -> None:
    assert reports_wanted(read(typed)) is None


@pytest.mark.parametrize(
    "typed",
    [
        "沐江经开区",
        "沐江經開區？",
        "沐江",
        "关于沐江经开区",
        "苏州",
        "高新区",
        "沐江经开区简介",
        "what do you know about Mujiang ETDZ?",
        "Mujiang ETDZ",
        "tell me about Mujiang ETDZ",
    ],
)
def test_a_name_alone(typed: str) -> None:
    assert only_name(read(typed))


@pytest.mark.parametrize("typed", ["沐江经开区2023年", "沐江经开区和沐江高新区", "沐江经开区税收", "税收", "沐江经开区主任"])
def test_more_than_a_name(typed: str) -> None:
    assert not only_name(read(typed))
