"""Of two things set beside each other, a sentence that tells a figure of at most one is told from one that compares them."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.telling import Telling
from retrieval.ranking.untold_side import UntoldSide
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)


def leaves_one_untold(analyzer: Analyzer, question: str, sentence: str, before: str = "", about: str = "") -> bool:
    telling = Telling(*map(analyzer.normalize, (sentence, before, about)), article=sentence)
    return UntoldSide(read_question(question, TODAY, analyzer)).found_in(telling)


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("岚氢动力跟曦禾储能比，哪个市值高", "上市的有3家，其中岚氢动力、曦禾储能市值超过20亿元。", ""),
        ("岚氢动力和曦禾储能的年产值哪家高", "岚氢动力预计年产值8亿元。", "曦禾储能的扩建项目同日试产，投资3亿元。"),
        ("岚氢动力和曦禾储能谁的员工多", "岚氢动力有员工320人，其中技师85人。", ""),
        ("原青屏招商一处和招商二处，合并前哪个人多", "原招商一处处长罗闻笛、原招商二处处长梅舒扬均已到新岗位，现有36人报名。", ""),
        ("青屏东厂和西厂哪个处理一吨渣便宜", "达到标准的每吨收费6元，其他的每吨收费9元。", ""),
    ],
)
def test_untold(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert leaves_one_untold(analyzer, question, sentence, before)


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("岚氢动力跟曦禾储能比，哪个市值高", "岚氢动力市值26亿元，曦禾储能21亿元。", ""),
        ("岚氢动力和曦禾储能的年产值哪家高", "岚氢动力年产值8亿元。", "曦禾储能年产值3亿元。"),
        ("岚氢动力和曦禾储能的年产值哪家高", "岚氢动力、曦禾储能的年产值为8亿元和3亿元。", ""),
        ("岚氢动力和曦禾储能谁的员工多", "岚氢动力的员工比曦禾储能多40人。", ""),
        ("青屏二期厂房和一期谁的承重大", "二期厂房由一期的每平方米0.6吨提高到1吨。", ""),
        ("青屏食堂和茶室谁座位多", "座位有300个，是食堂的两倍。", ""),
        ("东厂和西厂哪个产能大", "产区：东厂 · 产能：3万吨", ""),
    ],
)
def test_told(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert not leaves_one_untold(analyzer, question, sentence, before)


def test_article_may_be_about_one_of_them(analyzer: Analyzer) -> None:
    question, sentence, before = "岚氢动力和曦禾储能谁的员工多", "隔壁的曦禾储能有员工150人。", "公司有员工320人。"
    assert not leaves_one_untold(analyzer, question, sentence, before, about="岚氢动力：十年一剑")
    assert leaves_one_untold(analyzer, question, sentence, before)


@pytest.mark.parametrize(
    "question", ["岚氢动力的年产值多少", "2023年和2024年哪个产值高", "澄园和梧桐里哪个还有空房", "岚氢动力和曦禾储能合作了哪个项目"]
)
def test_nothing_is_looked_for_where_no_two_things_are_compared(analyzer: Analyzer, question: str) -> None:
    assert not UntoldSide(read_question(question, TODAY, analyzer))
