"""Times that people write, as exact days relative to the day of asking."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.span import Span
from corpus.language.times import TimeExpression, agreement, find_times

TODAY = date(2024, 6, 15)
"""A Saturday."""


def days(first: str, last: str) -> list[tuple[date, date]]:
    return [(date.fromisoformat(first), date.fromisoformat(last))]


def found(text: str, today: date = TODAY) -> list[tuple[date, date]]:
    return [(time.first, time.last) for time in find_times(text, today)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021年", "2021-01-01", "2021-12-31"),
        ("２０２１年", "2021-01-01", "2021-12-31"),
        ("2021 年", "2021-01-01", "2021-12-31"),
        ("二〇二一年", "2021-01-01", "2021-12-31"),
        ("一九九八年", "1998-01-01", "1998-12-31"),
        ("二○二一年三月五日", "2021-03-05", "2021-03-05"),
        ("二零二一年底", "2021-11-01", "2021-12-31"),
        ("2022年度", "2022-01-01", "2022-12-31"),
        ("2022年一季度", "2022-01-01", "2022-03-31"),
        ("2022年 第3季度", "2022-07-01", "2022-09-30"),
        ("2022四季度", "2022-10-01", "2022-12-31"),
        ("2021年前三季度", "2021-01-01", "2021-09-30"),
        ("2021年的前两个季度", "2021-01-01", "2021-06-30"),
        ("2022上半年", "2022-01-01", "2022-06-30"),
        ("2021年年初", "2021-01-01", "2021-02-28"),
        ("2020年初", "2020-01-01", "2020-02-29"),
        ("2021年年中", "2021-06-01", "2021-07-31"),
        ("2023年3月", "2023-03-01", "2023-03-31"),
        ("2024年2月份", "2024-02-01", "2024-02-29"),
        ("2023年十一月", "2023-11-01", "2023-11-30"),
        ("2023年3月5日", "2023-03-05", "2023-03-05"),
        ("2023 年 3 月 5 日", "2023-03-05", "2023-03-05"),
        ("2023年3月5號", "2023-03-05", "2023-03-05"),
        ("2023年十月二十一日", "2023-10-21", "2023-10-21"),
        ("2024年1至5月", "2024-01-01", "2024-05-31"),
        ("2021年1月至6月", "2021-01-01", "2021-06-30"),
        ("2021年11-12月", "2021-11-01", "2021-12-31"),
        ("2021年3月到5月", "2021-03-01", "2021-05-31"),
        ("2021年11月至2月", "2021-11-01", "2022-02-28"),
        ("2020-2022年", "2020-01-01", "2022-12-31"),
        ("2020至2022年", "2020-01-01", "2022-12-31"),
        ("2022-2020年", "2020-01-01", "2022-12-31"),
        ("2020—2022", "2020-01-01", "2022-12-31"),
        ("2021年前三个月", "2021-01-01", "2021-03-31"),
        ("2022-03-05", "2022-03-05", "2022-03-05"),
        ("2022/3/5", "2022-03-05", "2022-03-05"),
        ("2022.3", "2022-03-01", "2022-03-31"),
    ],
)
def test_times_that_name_their_year(text: str, first: str, last: str) -> None:
    assert found(text) == days(first, last)
    assert find_times(f"《{text}》", TODAY)[0].span.start == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("今年", "2024-01-01", "2024-12-31"),
        ("去年", "2023-01-01", "2023-12-31"),
        ("上年同期", "2023-01-01", "2023-12-31"),
        ("前年", "2022-01-01", "2022-12-31"),
        ("大前年", "2021-01-01", "2021-12-31"),
        ("后年", "2026-01-01", "2026-12-31"),
        ("後年", "2026-01-01", "2026-12-31"),
        ("去年12月", "2023-12-01", "2023-12-31"),
        ("去年的12月", "2023-12-01", "2023-12-31"),
        ("去年 十二月", "2023-12-01", "2023-12-31"),
        ("去年年底", "2023-11-01", "2023-12-31"),
        ("今年上半年", "2024-01-01", "2024-06-30"),
        ("今年1—5月", "2024-01-01", "2024-05-31"),
        ("上个月", "2024-05-01", "2024-05-31"),
        ("上個月", "2024-05-01", "2024-05-31"),
        ("本月", "2024-06-01", "2024-06-30"),
        ("下月", "2024-07-01", "2024-07-31"),
        ("上一季度", "2024-01-01", "2024-03-31"),
        ("本季度", "2024-04-01", "2024-06-30"),
        ("上周", "2024-06-03", "2024-06-09"),
        ("這週", "2024-06-10", "2024-06-16"),
        ("近三年", "2021-01-01", "2024-06-15"),
        ("過去五年", "2019-01-01", "2024-06-15"),
        ("最近6个月", "2023-12-01", "2024-06-15"),
        ("近十二个月", "2023-06-01", "2024-06-15"),
        ("今天", "2024-06-15", "2024-06-15"),
        ("昨日", "2024-06-14", "2024-06-14"),
        ("后天", "2024-06-17", "2024-06-17"),
    ],
)
def test_times_relative_to_the_day_of_asking(text: str, first: str, last: str) -> None:
    assert found(text) == days(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5月", "2024-05-01", "2024-05-31"),
        ("３月份", "2024-03-01", "2024-03-31"),
        ("6月20日", "2023-06-20", "2023-06-20"),
        ("十二月", "2023-12-01", "2023-12-31"),
        ("一季度", "2024-01-01", "2024-03-31"),
        ("第四季度", "2023-10-01", "2023-12-31"),
        ("前三季度", "2024-01-01", "2024-09-30"),
        ("下半年", "2023-07-01", "2023-12-31"),
        ("前5个月", "2024-01-01", "2024-05-31"),
        ("1-5月", "2024-01-01", "2024-05-31"),
        ("1月至5月份", "2024-01-01", "2024-05-31"),
        ("3-5月", "2024-03-01", "2024-05-31"),
        ("11至12月", "2023-11-01", "2023-12-31"),
        ("年底", "2024-11-01", "2024-12-31"),
    ],
)
def test_a_part_of_a_year_is_the_latest_that_has_begun(text: str, first: str, last: str) -> None:
    assert found(text)[0] == days(first, last)[0]
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("十四五", "2021-01-01", "2025-12-31"),
        ("“十三五”期间", "2016-01-01", "2020-12-31"),
        ("十一五", "2006-01-01", "2010-12-31"),
        ("“十五五”规划", "2026-01-01", "2030-12-31"),
    ],
)
def test_five_year_plans(text: str, first: str, last: str) -> None:
    assert found(text) == days(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in 2021", "2021-01-01", "2021-12-31"),
        ("Last year", "2023-01-01", "2023-12-31"),
        ("next year", "2025-01-01", "2025-12-31"),
        ("this month", "2024-06-01", "2024-06-30"),
        ("last quarter", "2024-01-01", "2024-03-31"),
        ("last week", "2024-06-03", "2024-06-09"),
        ("past three years", "2021-01-01", "2024-06-15"),
        ("last 30 years", "1994-01-01", "2024-06-15"),
        ("previous 6 months", "2023-12-01", "2024-06-15"),
        ("first half of 2022", "2022-01-01", "2022-06-30"),
        ("2nd half of last year", "2023-07-01", "2023-12-31"),
        ("third quarter of 2021", "2021-07-01", "2021-09-30"),
        ("Q3 2021", "2021-07-01", "2021-09-30"),
        ("Q1 of last year", "2023-01-01", "2023-03-31"),
        ("Q1-Q3 2022", "2022-01-01", "2022-09-30"),
        ("Q2 to Q3 of last year", "2023-04-01", "2023-09-30"),
        ("Q1–Q2", "2024-01-01", "2024-06-30"),
        ("1H 2022", "2022-01-01", "2022-06-30"),
        ("2H of 2022", "2022-07-01", "2022-12-31"),
        ("2022 Jan-Sept", "2022-01-01", "2022-09-30"),
        ("first five months", "2024-01-01", "2024-05-31"),
        ("close of 2022", "2022-11-01", "2022-12-31"),
        ("March 2022", "2022-03-01", "2022-03-31"),
        ("Sept. 2022", "2022-09-01", "2022-09-30"),
        ("Mar 5th, 2022", "2022-03-05", "2022-03-05"),
    ],
)
def test_english(text: str, first: str, last: str) -> None:
    assert found(text) == days(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "in the first three months of operation",
        "十五个",
        "第十五次",
        "二十四五家",
        "三十四五",
        "三个季度",
        "五年",
        "近年来",
        "一二月",
        "2000万元",
        "2021.5亿元",
        "2022号文",
        "2022家企业",
        "2022 个项目",
        "2022平方米",
        "99.5",
        "12345",
        "20211231",
        "1-3个月",
        "0951-2022123",
        "v2.2021",
        "2022-13",
        "2023年2月30日",
        "13月",
        "3月32日",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["2022人才政策", "2022项目签约", "2022年会", "mayor 2022", "market 2022", "〔2022〕5号"])
def test_a_year_beside_other_words(text: str) -> None:
    assert found(text) == days("2022-01-01", "2022-12-31")


def test_several_times_come_in_reading_order() -> None:
    text = "2020年至2022年，以及去年12月和 Q3 2021"
    assert [text[slice(*time.span)] for time in find_times(text, TODAY)] == ["2020年", "2022年", "去年12月", "Q3 2021"]


def test_the_base_day_decides_what_last_year_means() -> None:
    assert found("去年", date(2022, 2, 9)) == found("2021年", TODAY)
    assert found("上个月", date(2022, 1, 31)) == days("2021-12-01", "2021-12-31")
    assert found("2月", date(2023, 3, 31)) == days("2023-02-01", "2023-02-28")


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["去年", "大前年", "明年", "上周", "下个月", "近99年", "过去三个月", "下季度", "昨天", "明天", "年底", "last year"]
)
def test_no_day_is_too_early_or_too_late(text: str, today: date) -> None:
    for time in find_times(text, today):
        assert time.first <= time.last


FRAGMENTS = st.sampled_from(
    [*"0123456789〇零○一二三四五六七八九十两前上下本这近过去最年月日号个季度半初底末中份的至到-~—/., 😀ﷺ", "２０", "2022", "\ud800", "\n"]
)
WORDS = st.sampled_from(
    ["今年", "大前年", "十四五", "季度", "个月", "last ", "past ", "years", "quarter of ", "Q3 ", "half of ", "may ", "万元"]
)


@given(st.one_of(st.text(), st.lists(FRAGMENTS | WORDS, max_size=12).map("".join)), st.dates())
def test_any_text_gives_ordered_days_inside_the_text(text: str, today: date) -> None:
    times = find_times(text, today)
    for time in times:
        assert time.first <= time.last
        assert 0 <= time.span.start < time.span.end <= len(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))


def span_of_days(first: str, last: str) -> TimeExpression:
    return TimeExpression(date.fromisoformat(first), date.fromisoformat(last), Span(0, 1))


def test_agreement_is_the_share_of_days_in_common() -> None:
    year = span_of_days("2021-01-01", "2021-12-31")
    assert year.days == 365
    assert agreement(year, year) == 1
    assert agreement(year, span_of_days("2021-12-31", "2021-12-31")) == 1 / 365
    assert agreement(year, span_of_days("2022-01-01", "2022-12-31")) == 0
    assert agreement(span_of_days("2021-01-01", "2021-01-20"), span_of_days("2021-01-11", "2021-01-30")) == 10 / 30


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_agreement_is_symmetric_and_between_0_and_1(a: date, b: date, c: date, d: date) -> None:
    one, other = TimeExpression(min(a, b), max(a, b), Span(0, 1)), TimeExpression(min(c, d), max(c, d), Span(0, 1))
    assert agreement(one, other) == agreement(other, one)
    assert 0 <= agreement(one, other) <= 1
