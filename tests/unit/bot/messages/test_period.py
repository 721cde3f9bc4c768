from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.period import period
from bot.texts import TEXTS, Language
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.language.times import find_times


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        ((2021, 1, 1), (2021, 12, 31), "2021年", "2021"),
        ((2021, 1, 1), (2025, 12, 31), "2021年至2025年", "2021 to 2025"),
        ((2021, 3, 1), (2021, 3, 31), "2021年3月", "March 2021"),
        ((2024, 2, 1), (2024, 2, 29), "2024年2月", "February 2024"),
        ((2021, 1, 1), (2021, 6, 30), "2021年上半年", "H1 2021"),
        ((2021, 7, 1), (2021, 9, 30), "2021年三季度", "Q3 2021"),
        ((2021, 1, 1), (2021, 9, 30), "2021年前三季度", "first nine months of 2021"),
        ((2021, 11, 1), (2021, 12, 31), "2021年底", "end of 2021"),
        ((2021, 1, 1), (2021, 11, 30), "2021年1月至11月", "January to November 2021"),
        ((2021, 7, 1), (2022, 6, 30), "2021年7月至2022年6月", "July 2021 to June 2022"),
        ((2021, 11, 1), (2022, 1, 31), "2021年11月至2022年1月", "November 2021 to January 2022"),
        ((2021, 3, 5), (2021, 3, 5), "2021年3月5日", "5 March 2021"),
        ((2021, 3, 5), (2021, 4, 1), "2021年3月5日至4月1日", "5 March to 1 April 2021"),
        ((2021, 1, 1), (2024, 6, 15), "2021年1月1日至2024年6月15日", "1 January 2021 to 15 June 2024"),
        ((1, 1, 1), (9999, 12, 31), "1年至9999年", "1 to 9999"),
    ],
)
def test_days_are_told_in_the_largest_units_that_they_fill(
    first: tuple[int, int, int], last: tuple[int, int, int], chinese: str, english: str
) -> None:
    assert period(date(*first), date(*last), ZH) == chinese
    assert period(date(*first), date(*last), EN) == english


@pytest.mark.parametrize(("language", "before"), [("zh", "沐江经开区"), ("zh-hant", "沐江經開區"), ("en", "Exports of Mujiang ETDZ in ")])
@given(year=st.integers(2000, 2030), months=st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted))
def test_what_is_named_is_understood_in_a_question(language: Language, before: str, year: int, months: list[int]) -> None:
    first, last = date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    (time,) = find_times(before + period(first, last, TEXTS[language]), date(2026, 11, 29))
    assert (time.first, time.last) == (first, last)
