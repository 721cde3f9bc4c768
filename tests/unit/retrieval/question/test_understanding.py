"""What was understood, in the user's words."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.question import Kind, understand
from retrieval.question.understanding import NamedTime, Understanding, understanding_of
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


def understood(text: str, analyzer: Analyzer, *parts: str) -> Understanding:
    return understanding_of(understand(text, TODAY, analyzer), parts, analyzer)


def test_parks_times_and_kind(analyzer: Analyzer) -> None:
    assert understood("去年青屏经开区表彰了多少家企业", analyzer) == Understanding(
        parks=("青屏经开区",), times=(NamedTime("去年", date(2023, 1, 1), date(2023, 12, 31)),), kind=Kind.NUMBER
    )


@pytest.mark.parametrize("park", ["青屏经济技术开发区", "青屏經開區", "青屏经开区"])
def test_parks_as_the_user_wrote_them(park: str, analyzer: Analyzer) -> None:
    assert understood(f"{park}的主任是谁", analyzer).parks == (park,)


def test_times_keep_their_words_and_come_once(analyzer: Analyzer) -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31))
    assert understood("去年和２０２３年，去年", analyzer).times == (NamedTime("去年", *year), NamedTime("２０２３年", *year))


def test_the_parts_of_a_question(analyzer: Analyzer) -> None:
    assert understood("甲和乙哪个更早", analyzer, "甲", "乙").parts == ("甲", "乙")


def test_nothing_to_understand(analyzer: Analyzer) -> None:
    assert understood("火星咖啡", analyzer) == understood("", analyzer) == Understanding()
