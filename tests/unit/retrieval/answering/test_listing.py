"""All reports that tell of something, with every part real but the embedding model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.language.listing_words import told_by_all
from retrieval.answering.answer_json import answer_as_dict
from retrieval.answering.answerer import Answerer
from retrieval.text.analyzer import Analyzer
from tests.park_reports import REPORTS, answerer_over, article, publish

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("列出所有集中开工的报道", "集中开工"),
        ("所有提到星衡动力的报道", "星衡动力"),
        ("沐江经开区一共有哪些工作会议", "沐江经开区 工作会议"),
        ("关于算力中心有几篇报道", "算力中心"),
        ("有哪些关于人才公寓的报道", "人才公寓"),
        ("list all reports about the pilot plant", "the pilot plant"),
        ("沐江经开区所有企业的税收是多少", ""),
        ("全部项目总投资多少", ""),
        ("沐江经开区表彰了哪些企业", ""),
        ("列出八件实事", ""),
    ],
)
def test_what_all_reports_are_to_tell_of(question: str, topic: str) -> None:
    assert told_by_all(question) == topic


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("listing")
    others = [
        article(
            f"start-{day}",
            f"今天上午，青屏经开区举行集中开工活动。{day}个项目开工。",
            title="项目开工",
            published=date(2023, 3, day),
            parks=("青屏经开区",),
        )
        for day in (4, 9, 7, 12)
    ]
    publish(folder, [*REPORTS, *others], analyzer)
    return answerer_over(folder, analyzer)


def test_every_article_that_tells_it_is_quoted_once_the_newest_first(answerer: Answerer) -> None:
    answer = answerer.ask("列出所有集中开工的报道", asked_on=TODAY, top=9)
    assert [quote.article.id for quote in answer.quotes] == ["start-12", "start-9", "start-7", "start-4"]
    assert (answer.found, answer.listed, answer.likely) == (True, 4, answer.quotes)
    assert answer_as_dict(answer)["listed"] == 4


def test_there_may_be_more_than_are_wanted(answerer: Answerer) -> None:
    answer = answerer.ask("列出所有集中开工的报道", asked_on=TODAY, top=2)
    assert ([quote.article.id for quote in answer.quotes], answer.listed) == (["start-12", "start-9"], 4)


def test_of_what_nobody_tells_nothing_is_listed(answerer: Answerer) -> None:
    answer = answerer.ask("列出所有火星移民的报道", asked_on=TODAY)
    assert (answer.found, answer.listed) == (False, 0)


def test_each_report_is_quoted_by_what_says_that_it_is_about_it(tmp_path: Path, analyzer: Analyzer) -> None:
    reports = [
        article(
            "start",
            "3月4日，惊蛰。青屏经开区第二批项目集中开工。仪式由副主任方晓主持。道路项目全长5公里，集中在北片，已经开工的有三条，为今年集中安排。",
            title="青屏经开区集中开工",
            published=date(2023, 3, 4),
            parks=("青屏经开区",),
        ),
        article(
            "figures",
            "4月20日，青屏经开区公布一季度主要指标。工业产值52亿元，增长6%。统计办负责人周宁说，二季度统计口径不变，消费会回暖。",
            title="青屏经开区2023年一季度主要指标",
            published=date(2023, 4, 20),
            parks=("青屏经开区",),
        ),
        article(
            "office",
            "4月28日，青屏经开区公布电力指标。用电量增长9%。统计局负责人罗平作了介绍。",
            title="青屏经开区电力指标",
            published=date(2023, 4, 28),
            parks=("青屏经开区",),
        ),
    ]
    publish(tmp_path, reports, analyzer)
    answerer = answerer_over(tmp_path, analyzer)
    [start] = answerer.ask("列出所有集中开工的报道", asked_on=TODAY, top=9).quotes
    assert [start.article.text[slice(*span)] for span in start.emphasis] == ["青屏经开区第二批项目集中开工。"]
    office, figures = answerer.ask("青屏经开区一共有哪些统计报道", asked_on=TODAY, top=9).quotes
    assert office.text.startswith("4月28日，青屏经开区公布电力指标。")
    assert figures.text.endswith("二季度统计口径不变，消费会回暖。")


def test_how_sure_a_list_is_is_no_threshold(answerer: Answerer) -> None:
    answer = replace(answerer, threshold=0.9999).ask("列出所有集中开工的报道", asked_on=TODAY)
    assert answer.found
    assert answer.confidence < 0.9999
