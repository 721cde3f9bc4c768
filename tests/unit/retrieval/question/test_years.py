"""Parts of years whose year stands elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.times import find_times
from retrieval.question.years import bare_year, in_named_years, is_part_of_year

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("一季度沐江高新区开工几个项目 2023", [("2023-01-01", "2023-03-31")] * 2),
        ("mujiang etdz 2023 projects started in q1", [("2023-01-01", "2023-03-31")] * 2),
        ("2022年上半年和下半年的产值", [("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-12-31")]),
        ("2023年3月开工，5月完工", [("2023-03-01", "2023-03-31"), ("2023-05-01", "2023-05-31")]),
        ("上半年的产值", [("2024-01-01", "2024-06-30")]),
        ("与2022年相比，上半年增长多少", [("2022-01-01", "2022-12-31"), ("2024-01-01", "2024-06-30")]),
    ],
)
def test_a_part_is_of_the_year_that_is_named(text: str, days: list[tuple[str, str]]) -> None:
    found = in_named_years(find_times(text, TODAY), text)
    assert [(time.first.isoformat(), time.last.isoformat()) for time in found] == days


@pytest.mark.parametrize(
    ("text", "year", "part"),
    [("2022年", 2022, False), ("2022", 2022, False), ("2022年3月", None, False), ("去年", None, False)]
    + [(text, None, True) for text in ("上半年", "第二季度", "3月5日", "年底", "前三季度", "Q2", "first half", "March")],
)
def test_years_and_their_parts(text: str, year: int | None, part: bool) -> None:
    assert (bare_year(text), is_part_of_year(text)) == (year, part)
