from __future__ import annotations

import pytest

from corpus.language.parts_of_years import parts_by_name
from corpus.language.rewriting import rewritten_text


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("青岚2024年1-6月产值", "青岚2024年上半年产值"),
        ("今年1—3月", "今年一季度"),
        ("2023年1月至6月份进出口", "2023年上半年进出口"),
        ("去年一到九月", "去年前三季度"),
        ("7-12月", "下半年"),
        ("2023年10月到12月", "2023年四季度"),
        ("前6个月", "上半年"),
        ("头三个月税收", "一季度税收"),
        ("前两个季度", "上半年"),
        ("1至3季度", "前三季度"),
        ("第1季度", "一季度"),
        ("2024h1gdp", "2024上半年gdp"),
        ("24h2产值", "24下半年产值"),
        ("1h23营收", "2023年上半年营收"),
        ("1h23gdp", "2023年上半年gdp"),
        ("3q2023产值", "2023年三季度产值"),
        ("今年q2", "今年二季度"),
        ("青岚q3产值多少", "青岚三季度产值多少"),
    ],
)
def test_a_part_of_a_year_has_the_name_that_reports_give_it(typed: str, named: str) -> None:
    assert rewritten_text(typed, parts_by_name(typed)) == named
    assert rewritten_text(named, parts_by_name(named)) == named


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1-11月",
            "1-5月",
            "2022年1-12月",
            "2022年10月至2023年3月",
            "1月6日-3月8日",
            "7-9月5日",
            "三至五月",
            "1月",
            "3个月",
            "前三个月内",
        ),
        *("h1n1疫苗", "h1厂房", "q1地块", "q2栋", "q4b", "aq1", "1q", "二一月"),
    ],
)
def test_what_has_no_such_name_stays(text: str) -> None:
    assert rewritten_text(text, parts_by_name(text)) == text
