"""Of a row that is quoted, the cell that answers is known by its headers."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.reading import read_question
from retrieval.ranking.answering_cells import with_cells
from retrieval.ranking.quote import Quote
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

TODAY = date(2024, 6, 15)
YEARS = "指标：一般公共预算收入 · 2022年预算：96 · 2022年决算：97 · 2023年预算：102 · 2023年决算：104 · 单位：万元"
GROWTH = "产业：生物医药 · 2022年产值：88 · 2022年增速：11% · 2023年产值：99 · 2023年增速：13%"
SINCE = "指标：税收 · 2023年：412.8亿元 · 比上年：+5.9%"
FIRM = "企业：渌水制药 · 法定代表人：乔知远 · 主要产品：片剂 · 员工（人）：1120 · 营业收入（万元）：91500"
PROJECT = "序号：3 · 项目：电堆车间 · 建设单位：曜氢动力 · 总投资（亿元）：22.3 · 开工时间：2024年5月"


def cell(analyzer: Analyzer, question: str, row: str, answer: Span | None = None) -> str | None:
    """What answers a question in a row, of which the reader said that `answer` does."""
    text = f"青屏经开区简况如下。\n{row}"
    start = text.index(row)
    quote = Quote(article("a", text, published=date(2024, 1, 19)), start, len(text), (Span(start, len(text)),), 1.0, answer=answer)
    [found] = with_cells([quote], read_question(question, TODAY, analyzer), analyzer.normalize)
    return text[slice(*found.answer)] if found.answer else None


@pytest.mark.parametrize(
    ("question", "row", "value"),
    [
        ("青屏经开区2023年一般公共预算收入决算是多少", YEARS, "104"),
        ("青屏经开区2022年一般公共预算收入预算是多少", YEARS, "96"),
        ("青屏经开区一般公共预算收入决算是多少", YEARS, "104"),
        ("青屏经开区2022年生物医药产值是多少", GROWTH, "88"),
        ("青屏经开区2023年生物医药增速是多少", GROWTH, "13%"),
        ("青屏经开区2022年生物医药产值增长多少", GROWTH, "11%"),
        ("青屏经开区2023年税收增幅多少", SINCE, "+5.9%"),
        ("青屏经开区2023年税收多少", SINCE, "412.8亿元"),
        ("渌水制药的法定代表人是谁", FIRM, "乔知远"),
        ("渌水制药有多少员工", FIRM, "1120"),
        ("渌水制药主要产品是什么", FIRM, "片剂"),
        ("渌水制药营业收入多少万元", FIRM, "91500"),
        ("电堆车间总投资多少亿元", PROJECT, "22.3"),
        ("电堆车间的建设单位是谁", PROJECT, "曜氢动力"),
        ("电堆车间什么时候开工", PROJECT, "2024年5月"),
    ],
)
def test_the_cell_of_the_time_and_the_thing_asked_for(analyzer: Analyzer, question: str, row: str, value: str) -> None:
    assert cell(analyzer, question, row) == value


def test_where_headers_do_not_tell_it_stays_as_it_was_read(analyzer: Analyzer) -> None:
    assert cell(analyzer, "青屏经开区2023年一般公共预算收入是多少", YEARS) is None
    assert cell(analyzer, "青屏经开区简况如何", "会议指出，产值增长8%。", Span(16, 20)) == "产值增长"
