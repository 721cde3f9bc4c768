from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.language.span import Span
from retrieval.question.reading import read_question
from retrieval.ranking.honouring_first import handed_out_then_first
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

TODAY = date(2024, 6, 15)
FOR_2023 = article("2024", "会议对2023年度45家先进企业进行表彰。")
IN_2023 = article("2023", "会议对2022年度42家先进企业进行表彰。")
IN_2023_TOLD_OTHERWISE = article("tax", "2023年税收28.7亿元。")
OF_OTHER_TIME = {"article of other time": 1.0}


def candidate(report: Article, features: dict[str, float]) -> Ranked:
    whole = Passage(report, 0, len(report.text))
    return Ranked(evidence_of(whole, Span(0, len(report.text)), features), 1.0)


LATER, THEN, TAX = candidate(FOR_2023, OF_OTHER_TIME), candidate(IN_2023, {}), candidate(IN_2023_TOLD_OTHERWISE, {})


@pytest.mark.parametrize(
    "asked", ["青岚经开区2023年表彰了多少家企业", "青岚经开区2023年发了多少奖金", "How many companies were rewarded in 2023"]
)
def test_what_was_handed_out_in_a_year_is_told_by_a_report_of_that_year(asked: str, analyzer: Analyzer) -> None:
    question = read_question(asked, TODAY, analyzer)
    assert handed_out_then_first(question, [LATER, TAX, THEN]) == [THEN, LATER, TAX]
    assert handed_out_then_first(question, [LATER, TAX]) == [LATER, TAX]
    assert handed_out_then_first(question, [TAX, LATER, THEN]) == [TAX, LATER, THEN]
    assert handed_out_then_first(question, []) == []


def test_nothing_of_another_park_comes_first(analyzer: Analyzer) -> None:
    elsewhere = candidate(IN_2023, {"other park": 1.0})
    question = read_question("青岚经开区2023年表彰了多少家企业", TODAY, analyzer)
    assert handed_out_then_first(question, [LATER, elsewhere]) == [LATER, elsewhere]


@pytest.mark.parametrize("asked", ["青岚经开区2023年度表彰了多少家企业", "青岚经开区2023年税收多少"])
def test_who_asks_for_the_year_that_was_honoured_gets_that(asked: str, analyzer: Analyzer) -> None:
    assert handed_out_then_first(read_question(asked, TODAY, analyzer), [LATER, THEN]) == [LATER, THEN]
