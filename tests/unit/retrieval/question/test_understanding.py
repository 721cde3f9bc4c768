"""What was understood, in the user's words."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.language.asking_words import Kind
from retrieval.question.reading import read_question
from retrieval.question.understanding import NamedTime, Understanding, understanding_of
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


def understood(text: str, analyzer: Analyzer) -> Understanding:
    return understanding_of(read_question(text, TODAY, analyzer))


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
    assert understood("食堂改造和公交改线哪个更早", analyzer).parts == ("食堂改造", "公交改线")


def test_nothing_to_understand(analyzer: Analyzer) -> None:
    assert understood("火星咖啡", analyzer) == understood("", analyzer) == Understanding()
