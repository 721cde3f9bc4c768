"""Whole dates in every usual writing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.dates import find_dates, parse_date
from tests.chinese_numbers import in_han, spelled


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-09",
        "2022/2/9 10:30",
        "2022.02.09",
        "2022年2月9日",
        "2022年02月09日 星期三",
        "二〇二二年二月九日",
        "二○二二年二月九日",
        "二零二二年二月九日",
        "二0二二年2月9日",
        "二O二二年二月九日",
        "二Ｏ二二年二月九日",
        "2022年二月九日",
        "2022 年 2 月 9 日",
        "2022-02-09T08:00:00+08:00",
        "February 9, 2022",
        "Feb 9th, 2022",
        "9 Feb 2022",
        "9 FEBRUARY 2022",
        "9th of February 2022",
        "9-Feb-2022",
        "２０２２年２月９日",
        "2022年2月9號",
        "20220209",
        "发布时间：2022-02-09",
    ],
)
def test_one_day_in_many_writings(text: str) -> None:
    assert parse_date(text) == date(2022, 2, 9)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二三年十一月二十一日", date(2023, 11, 21)),
        ("二〇一九年十二月三十日", date(2019, 12, 30)),
        ("二〇二〇年十月十日", date(2020, 10, 10)),
        ("二〇二三年元月一日", date(2023, 1, 1)),
        ("一九九八年五月三十一日", date(1998, 5, 31)),
    ],
)
def test_chinese_numerals(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022年",
        "2022-13-40",
        "2023-02-30",
        "电话 0951-2022123",
        "12022-02-09",
        "2022-02/09",
        "二〇二二年二月三十日",
        "二〇二二年二月",
        "2022年一二月三日",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_all_dates_come_in_order_with_their_places() -> None:
    text = "自2020年1月2日起，至2021-03-04止"
    found = find_dates(text)
    assert [written.day for written in found] == [date(2020, 1, 2), date(2021, 3, 4)]
    assert [text[slice(*written.span)] for written in found] == ["2020年1月2日", "2021-03-04"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day_is_read_in_any_writing(day: date) -> None:
    han = f"{spelled(day.year)}年{in_han(day.month)}月{in_han(day.day)}日"
    writings = [
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        han,
        f"{day:%B %d, %Y}",
        f"{day:%d %b %Y}",
    ]
    assert {parse_date(writing) for writing in writings} == {day}


@given(st.text() | st.lists(st.sampled_from([*"二〇○O一九十年月日-/. 029", "2022", "May"]), max_size=14).map("".join))
def test_any_text_has_dates_in_order(text: str) -> None:
    found = find_dates(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= written.span.start < written.span.end <= len(text) for written in found)
