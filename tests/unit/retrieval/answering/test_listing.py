"""All reports that tell of something, with every part real but the embedding model."""

from __future__ import annotations

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
