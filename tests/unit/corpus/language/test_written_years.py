"""Years as people type them, beside four digits: which days they name, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.rewriting import rewritten
from corpus.language.times import find_times
from corpus.language.written_years import years_in_full

TODAY = date(2024, 6, 15)


def in_full(text: str) -> str:
    return rewritten(text, range(len(text)), years_in_full(text))[0]


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("青岚经开区22-23年进出口额", "青岚经开区2022-2023年进出口额"),
        ("青岚高新区22至24年固投", "青岚高新区2022至2024年固投"),
        ("2022-23年签约项目", "2022-2023年签约项目"),
        ("18和19年税收", "2018和2019年税收"),
        ("21、22、23年的gdp", "2021、2022、2023年的gdp"),
        ("青岚经开区23gdp", "青岚经开区2023年gdp"),
        ("2018gdp", "2018年gdp"),
        ("2018的税收", "2018年的税收"),
        ("23q1营收", "2023年q1营收"),
        ("1q23产值", "2023年q1产值"),
        ("2h2023产值", "2023年h2产值"),
        ("23h1", "2023年h1"),
        ("青岚23前三季度税收", "青岚2023年前三季度税收"),
        ("23年规上", "2023年规上"),
        ("23年度考核", "2023年度考核"),
        ("青岚经开区22年竣工的厂房", "青岚经开区2022年竣工的厂房"),
        ("08年建园时", "2008年建园时"),
        ("为什么24年青岚开工少", "为什么2024年青岚开工少"),
        ("青岚动力21年纳税", "青岚动力2021年纳税"),
        ("青岚二三年居民收入", "青岚2023年居民收入"),
        ("二三年税收", "2023年税收"),
        ("二四年引进的项目", "2024年引进的项目"),
        ("一九年办过几次招聘会", "2019年办过几次招聘会"),
        ("二○二三年", "2023年"),
        ("2〇23年", "2023年"),
        ("鹮川综保23年上半年", "鹮川综保2023年上半年"),
        ("青岚高新23年谁当主任", "青岚高新2023年谁当主任"),
        ("二三年青岚高新研发投入", "2023年青岚高新研发投入"),
        ("青岚经开21年头六个月税收", "青岚经开2021年头六个月税收"),
        ("青岚24年一年下来税收", "青岚2024年一年下来税收"),
        ("民国112年出口", "2023年出口"),
        ("民国一一二年", "2023年"),
        ("民国三十年", "1941年"),
        ("fy2023营收", "2023年营收"),
        ("revenue in fy23", "revenue in 2023年"),
        ("23财年", "2023年"),
    ],
)
def test_a_year_is_written_in_four_digits(typed: str, full: str) -> None:
    assert in_full(typed) == full
    assert in_full(full) == full


@pytest.mark.parametrize(
    "text",
    [
        *(
            "23家企业",
            "23个项目",
            "编号23的厂房",
            "22-23号楼",
            "十九大精神",
            "19大报告",
            "第23届博览会",
            "g20峰会",
            "23%的企业",
            "补贴23亿元",
        ),
        *(
            "建园20年的变化",
            "经开区20年发展历程",
            "租期15-20年的厂房",
            "合作12年了",
            "质保25年",
            "20年使用权",
            "10-15年回本",
            "20年规划",
            "成立22年",
        ),
        *(
            "免租二三年",
            "过了二三年",
            "二三年能回本吗",
            "二三年后",
            "三五年",
            "共有23规上企业",
            "12英寸晶圆",
            "18号线",
            "5g基站23座",
            "28纳米",
            "23税收大户",
            "q3 2023 gdp",
        ),
    ],
)
def test_what_is_no_year_stays(text: str) -> None:
    assert in_full(text) == text


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("青岚经开区22-23年进出口额", "22-23年", "2022-01-01", "2023-12-31"),
        ("青岚23GDP", "23", "2023-01-01", "2023-12-31"),
        ("青岚２３Q1税收", "２３Q1", "2023-01-01", "2023-03-31"),
        ("23年1-9月实际利用外资", "23年1-9月", "2023-01-01", "2023-09-30"),
        ("②〇②③年产值", "②〇②③年", "2023-01-01", "2023-12-31"),
        ("民國一一二年上半年出口", "民國一一二年上半年", "2023-01-01", "2023-06-30"),
        ("2022底的企业数", "2022底", "2022-11-01", "2022-12-31"),
        ("2023前三季度", "2023前三季度", "2023-01-01", "2023-09-30"),
        ("21年头六个月税收", "21年头六个月", "2021-01-01", "2021-06-30"),
        ("24年头半年税收", "24年头半年", "2024-01-01", "2024-06-30"),
        ("2024年头三季度税收", "2024年头三季度", "2024-01-01", "2024-09-30"),
        ("二三年产值", "二三年", "2023-01-01", "2023-12-31"),
    ],
)
def test_the_days_are_those_of_the_year_where_it_is_typed(text: str, words: str, first: str, last: str) -> None:
    assert [(text[slice(*time.span)], str(time.first), str(time.last)) for time in find_times(text, TODAY)] == [(words, first, last)]


def test_years_that_stand_together_are_found_each() -> None:
    text = "18和19年税收"
    assert [text[slice(*time.span)] for time in find_times(text, TODAY)] == ["18", "19年"]


@given(st.text(alphabet="0123456789年〇二三-和qhgdp国民区税 fy"))
def test_edits_stand_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for edit in years_in_full(text):
        assert end <= edit.span.start < edit.span.end <= len(text)
        end = edit.span.end
