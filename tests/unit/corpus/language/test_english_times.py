"""Times in English as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.times import find_times
from corpus.language.vocabulary import words

TODAY = date(2024, 6, 15)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[slice(*time.span)], str(time.first), str(time.last)) for time in find_times(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "told", "first", "last"),
    [
        ("three years ago", "three years ago", "2021-01-01", "2021-12-31"),
        ("A year ago", "A year ago", "2023-01-01", "2023-12-31"),
        ("2 months ago", "2 months ago", "2024-04-01", "2024-04-30"),
        ("ten days ago", "ten days ago", "2024-06-05", "2024-06-05"),
        ("a decade ago", "a decade ago", "2014-01-01", "2014-12-31"),
        ("the year before last", "the year before last", "2022-01-01", "2022-12-31"),
        ("the month before last", "the month before last", "2024-04-01", "2024-04-30"),
        ("in the past year", "past year", "2023-01-01", "2024-06-15"),
        ("over the past 30 days", "past 30 days", "2024-05-16", "2024-06-15"),
        ("the last two quarters", "last two quarters", "2023-12-01", "2024-06-15"),
        ("in the last decade", "last decade", "2014-01-01", "2024-06-15"),
        ("since 2020", "2020", "2020-01-01", "2024-06-15"),
        ("since March 2020", "March 2020", "2020-03-01", "2024-06-15"),
        ("yesterday", "yesterday", "2024-06-14", "2024-06-14"),
        ("as of now", "as of now", "2024-06-15", "2024-06-15"),
        ("currently", "currently", "2024-06-15", "2024-06-15"),
        ("so far this year", "this year", "2024-01-01", "2024-12-31"),
    ],
)
def test_relative_to_the_day_of_asking(text: str, told: str, first: str, last: str) -> None:
    assert found(text) == [(told, first, last)]


@pytest.mark.parametrize(
    ("text", "told", "first", "last"),
    [
        ("by the end of 2022", "end of 2022", "2022-11-01", "2022-12-31"),
        ("at the end of last year", "end of last year", "2023-11-01", "2023-12-31"),
        ("in early 2021", "early 2021", "2021-01-01", "2021-03-31"),
        ("mid-2022", "mid-2022", "2022-06-01", "2022-07-31"),
        ("between 2020 and 2022", "between 2020 and 2022", "2020-01-01", "2022-12-31"),
        ("January to March 2023", "January to March 2023", "2023-01-01", "2023-03-31"),
        ("between Jan. and June of last year", "Jan. and June of last year", "2023-01-01", "2023-06-30"),
        ("May–July 2022", "May–July 2022", "2022-05-01", "2022-07-31"),
        ("November to February 2023", "November to February 2023", "2022-11-01", "2023-02-28"),
        ("from 2020 to 2022", "from 2020 to 2022", "2020-01-01", "2022-12-31"),
        ("the first three quarters of 2022", "first three quarters of 2022", "2022-01-01", "2022-09-30"),
        ("the first five months of 2022", "first five months of 2022", "2022-01-01", "2022-05-31"),
        ("last quarter of 2022", "last quarter of 2022", "2022-10-01", "2022-12-31"),
        ("H1 2022", "H1 2022", "2022-01-01", "2022-06-30"),
        ("Q4", "Q4", "2023-10-01", "2023-12-31"),
        ("in the first half", "first half", "2024-01-01", "2024-06-30"),
        ("the first-half output", "first-half", "2024-01-01", "2024-06-30"),
        ("the year before，2022", "2022", "2022-01-01", "2022-12-31"),
        ("on 5 March 2022", "5 March 2022", "2022-03-05", "2022-03-05"),
        ("the 5th of March", "5th of March", "2024-03-05", "2024-03-05"),
        ("on August 5", "August 5", "2023-08-05", "2023-08-05"),
        ("in March", "March", "2024-03-01", "2024-03-31"),
        ("In May, how many", "May", "2024-05-01", "2024-05-31"),
        ("during the 14th Five-Year Plan", "14th Five-Year", "2021-01-01", "2025-12-31"),
        ("the 1990s", "1990s", "1990-01-01", "1999-12-31"),
        ("'22 output", "'22", "2022-01-01", "2022-12-31"),
    ],
)
def test_of_the_calendar(text: str, told: str, first: str, last: str) -> None:
    assert found(text) == [(told, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "it may rise",
        "march on",
        "may I ask",
        "five years later",
        "31 February 2022",
        "the 4th project",
        "Q5",
        "o'22x",
        "99 days",
        "a few ago",
        "may 40",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


WORDS = st.sampled_from(
    words(
        "0 1 2 5 31 99 2020 2022 a two ten the of in and to first last past previous this since between from by end early mid year years "
        "month months week quarter quarters day days half ago before now decade may march 5th 14th five-year plan Q1 H2 '22"
    )
)


@given(st.lists(WORDS, max_size=9).map(" ".join), st.dates())
def test_any_words_give_ordered_days_inside_the_text(text: str, today: date) -> None:
    for time in find_times(text, today):
        assert time.first <= time.last
        assert 0 <= time.span.start < time.span.end <= len(text)
