"""A sentence that tells of another time than the one asked for does not answer."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.time_contradiction import TimeContradiction
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage_facts import facts_of
from retrieval.text.splitter import split
from tests.park_reports import article

TODAY = date(2026, 6, 15)


def contradicted(analyzer: Analyzer, question: str, sentence: str, title: str = "青屏经开区简报") -> bool:
    """Whether the last sentence of a report of January 2024 contradicts a question."""
    report = article("report", sentence, title=title, published=date(2024, 1, 18))
    facts = list(facts_of(split(report), analyzer))[-1]
    return TimeContradiction(read_question(question, TODAY, analyzer)).found_in(facts.sentences[-1], facts.article)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏经开区2024年签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区24年GDP多少", "去年地区生产总值400亿元。"),
        ("青屏经开区2023年签约多少个项目", "2023年上半年签约30个项目。"),
        ("青屏经开区2023年上半年签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区2023年签约多少个项目", "2023年力争签约70个项目。"),
        ("青屏经开区2023年签约目标是多少个", "2023年签约61个项目。"),
        ("青屏经开区今年签约多少个项目", "今年签约3个项目。"),
        ("青屏经开区去年签约多少个项目", "去年签约61个项目。"),
        ("2025年工作会议表彰了多少家企业", "会议表彰36家企业。1月17日，2024年工作会议召开。"),
        ("去年工作会议表彰了多少家企业", "1月17日，2024年工作会议召开，这是“十四五”以来第一次，表彰36家企业。"),
        ("青屏经开区2022年度表彰了多少家企业", "会议表彰2023年度先进企业36家。"),
    ],
)
def test_another_time(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏经开区2023年签约多少个项目", "去年签约61个项目。"),
        ("青屏经开区2023年有多少家企业", "截至2023年底，全区有企业780家。"),
        ("青屏经开区2023年签约目标是多少个", "2023年力争签约70个项目。"),
        ("青屏经开区2024年要办几件实事", "今年将办好8件实事。"),
        ("青屏经开区现在有多少家企业", "2023年，全区有企业780家。"),
        ("青屏经开区2023年什么时候签约的", "2023年5月12日签约。"),
        ("2024年工作会议表彰了多少家企业", "1月17日，2024年工作会议召开，表彰2023年度先进企业36家。"),
        ("青屏经开区2024年奖励了多少家企业", "1月17日，会议召开，回顾过去一年的成绩。这次会议奖励了42家企业。"),
        ("青屏经开区2024年表彰了多少家企业", "会议表彰2023年度先进企业36家。"),
        ("青屏经开区2024年发放奖金多少", "对2023年度先进企业发放奖金900万元。"),
        ("青屏经开区2023年度创新奖是哪些企业", "1月17日，会议公布2023年度创新奖：栎木制药等3家。"),
        ("青屏经开区2024年签约目标是多少个", "会议要求，年内签约项目不少于70个。"),
        ("青屏经开区签约多少个项目", "2023年签约61个项目。"),
        ("青屏经开区2023年签约多少个项目", "签约61个项目。"),
    ],
)
def test_the_same_time_or_none_told_or_asked(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert not contradicted(analyzer, question, sentence)
