"""The times that are offered in the place of the one asked for."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.answering.missing import ToldTime
from retrieval.answering.offered_times import offered_times
from retrieval.question.reading import read_question
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

TODAY = date(2026, 11, 29)
YEAR_2020, YEAR_2021 = (ToldTime(date(year, 1, 1), date(year, 12, 31)) for year in (2020, 2021))
NINE_MONTHS = ToldTime(date(2021, 1, 1), date(2021, 9, 30))
END_OF_2021 = ToldTime(date(2021, 11, 1), date(2021, 12, 31))
BOTH = "2020年，园区实现工业总产值61.5亿元，税收2.2亿元。今年1至9月，工业总产值已达52.3亿元，税收未统计。"
SUM = "截至2021年底，规上企业总数207家。"
SUM_AND_NEW = "截至2021年底，新增规上企业31家，总数达到207家。"


def offered(
    analyzer: Analyzer, question: str, text: str, time: ToldTime | None, *, published: date | None = date(2021, 10, 15)
) -> list[ToldTime]:
    scope = Scope((), *time) if time else Scope()
    quote = Quote(article("a", text, published=published), 0, len(text), (Span(0, 4),), 1.0, scope=scope)
    return sorted(offered_times([quote], read_question(question, TODAY, analyzer), analyzer.normalize))


@pytest.mark.parametrize(
    ("question", "text", "time", "times"),
    [
        ("工业总产值是多少", BOTH, YEAR_2020, [YEAR_2020, NINE_MONTHS]),
        ("税收是多少", BOTH, YEAR_2020, [YEAR_2020]),
        ("工业总产值是多少", BOTH, None, []),
        ("规上企业有多少家", SUM, END_OF_2021, [END_OF_2021]),
        ("新增规上企业多少家", SUM, END_OF_2021, []),
        ("新增规上企业多少家", SUM_AND_NEW, END_OF_2021, [YEAR_2021]),
        ("新增规上企业多少家", "2021年新增规上企业31家。", YEAR_2021, [YEAR_2021]),
        ("会议表彰了多少家企业", "会议表彰了31家企业。", ToldTime(date(2021, 2, 18), date(2021, 2, 18)), [YEAR_2021]),
    ],
)
def test_times(analyzer: Analyzer, question: str, text: str, time: ToldTime | None, times: list[ToldTime]) -> None:
    assert offered(analyzer, question, text, time) == times


@pytest.mark.parametrize(
    ("title", "text", "times"),
    [
        ("青屏经开区召开2021年度工作会议", "会议表彰了31家企业。", [YEAR_2021]),
        ("青屏经开区召开2021年度工作会议", "2020年税收2.2亿元，2019年2.1亿元。", []),
        ("青屏经开区2020年和2021年工作会议", "会议表彰了31家企业。", []),
        ("青屏经开区“十四五”规划会议", "会议表彰了31家企业。", []),
        ("青屏经开区召开工作会议", "会议表彰了31家企业。", []),
    ],
)
def test_a_sentence_that_tells_no_time_is_of_that_of_the_title(analyzer: Analyzer, title: str, text: str, times: list[ToldTime]) -> None:
    quote = Quote(article("a", text, title=title, published=date(2021, 2, 19)), 0, len(text), (Span(0, len(text)),), 1.0)
    question = read_question("会议表彰了多少家企业", TODAY, analyzer)
    assert sorted(offered_times([quote], question, analyzer.normalize)) == times


def test_the_day_of_publication_is_none(analyzer: Analyzer) -> None:
    assert offered(analyzer, "换了什么", "食堂换了新灶具。", None, published=date(2024, 5, 1)) == []
