from __future__ import annotations

from datetime import date

import pytest

from corpus.language.spoken_times import spoken
from corpus.language.times import find_times


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "2023年上半年",
        "2023年下半年",
        "2024年一季度",
        "2024年四季度",
        "2024年2月",
        "2024年1—11月",
        "2024年2月29日",
    ],
)
def test_says_a_time_as_it_is_read(text: str) -> None:
    [time] = find_times(text, date(2026, 1, 5))
    assert spoken(time.first, time.last) == text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 1, 1), date(2023, 12, 31), "2021—2023年"),
        (date(2021, 11, 1), date(2022, 2, 28), "2021年11月至2022年2月"),
        (date(2022, 5, 3), date(2022, 5, 7), "2022年5月3日至2022年5月7日"),
    ],
)
def test_says_longer_and_odd_times_in_full(first: date, last: date, said: str) -> None:
    assert spoken(first, last) == said
