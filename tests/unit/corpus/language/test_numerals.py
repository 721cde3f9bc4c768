"""What a number is worth, whatever characters it is written in."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.numerals import HAN_YEAR, digit_by_digit, integer, number
from tests.chinese_numbers import in_han, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千三百万", "13000000"),
        ("7203亿6854万", "720368540000"),
        ("一万二", "12000"),
        ("两千零五", "2005"),
        ("三点七六亿", "376000000"),
        ("一点二万亿", "1200000000000"),
        ("5万3", "53000"),
        ("二十余万", "200000"),
        ("1,300万", "13000000"),
        ("十", "10"),
        ("一百○五", "105"),
        ("一○五", "105"),
        ("三〇〇〇", "3000"),
        ("二〇二二", "2022"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "一二", "三五", "十四五", "万一", "〇五", "○○", "七零八", "四零", "十十", "一亿亿亿千", "百分"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None
    with pytest.raises(ValueError, match="no whole number"):
        integer(text)


def test_a_fraction_is_no_whole_number() -> None:
    with pytest.raises(ValueError, match="no whole number"):
        integer("一点五")


@given(st.integers(1, 10**12))
def test_every_number_as_it_is_read(value: int) -> None:
    assert number(in_han(value)) == value
    assert number(f"{value:,}") == value


@given(st.integers(1900, 2099), st.sampled_from("零〇○◯0０OoＯｏΟοОо"))
def test_every_year_with_any_zero(year: int, zero: str) -> None:
    written = spelled(year, zero)
    assert re.fullmatch(HAN_YEAR, written)
    assert digit_by_digit(written) == digit_by_digit(str(year)) == year
