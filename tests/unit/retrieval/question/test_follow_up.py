"""A follow-up and the question that it means."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.follow_up import Standing, follow_up
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 3, 1)
BEFORE = "沐江经开区2023年表彰了多少家企业？"
PARKS = ("沐江经开区", "沐江高新区", "沐江经开区", "临樾高新区", "苏州工业园", "云澜经开区", "云澜高新区")


def known(analyzer: Analyzer) -> Gazetteer:
    return grown_from(PARKS, analyzer.normalize, analyzer.dictionary_words)


def read(text: str, analyzer: Analyzer) -> Question:
    return read_question(text, TODAY, analyzer, known(analyzer))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("那2022年呢？", "沐江经开区2022年表彰了多少家企业？"),
        ("2022年", "沐江经开区2022年表彰了多少家企业？"),
        ("那么去年呢", "沐江经开区去年表彰了多少家企业？"),
        ("what about 2021?", "沐江经开区2021年表彰了多少家企业？"),
        ("临樾高新区呢？", "临樾高新区2023年表彰了多少家企业？"),
        ("苏州的呢", "苏州工业园2023年表彰了多少家企业？"),
        ("蘇州的呢", "苏州工业园2023年表彰了多少家企业？"),
        ("临樾高新区2021年的呢", "临樾高新区2021年表彰了多少家企业？"),
        ("那税收呢？", "沐江经开区2023年税收"),
        ("这个园区有多少家上市公司？", "沐江经开区有多少家上市公司？"),
    ],
)
def test_a_follow_up_takes_the_rest_from_the_question_before(said: str, meant: str, analyzer: Analyzer) -> None:
    found = follow_up(read(said, analyzer), read(BEFORE, analyzer), known(analyzer))
    assert (found.standing, found.text) == (Standing.COMPLETED, meant)


def test_what_was_kept_and_what_gave_its_place(analyzer: Analyzer) -> None:
    found = follow_up(read("那2022年呢", analyzer), read("沐江高新2021年税收多少", analyzer), known(analyzer))
    assert found.text == "沐江高新2022年税收多少"
    assert [mention.text for mention in found.kept] == ["沐江高新", "税收"]
    assert [mention.text for mention in found.replaced] == ["2021年"]


@pytest.mark.parametrize("said", ["那2022年呢", "那税收呢？"])
def test_with_nothing_before_it_is_unclear_what_is_meant(said: str, analyzer: Analyzer) -> None:
    assert follow_up(read(said, analyzer), None).standing is Standing.UNCLEAR


@pytest.mark.parametrize("said", ["沐江经开区2022年的税收是多少", "沐江经开区的主任是谁呢？", "司徒宁是谁", "", "？"])
def test_a_question_of_its_own_stands_alone(said: str, analyzer: Analyzer) -> None:
    assert follow_up(read(said, analyzer), read(BEFORE, analyzer), known(analyzer)).standing is Standing.ALONE
    assert follow_up(read(said, analyzer), None).standing is Standing.ALONE


def test_after_a_question_about_no_park_a_short_one_stands_alone_too(analyzer: Analyzer) -> None:
    assert follow_up(read("怎么申请人才公寓", analyzer), read("今天天气怎么样", analyzer)).standing is Standing.ALONE
