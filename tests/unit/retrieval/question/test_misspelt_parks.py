"""A park whose name is misspelt: which known one is meant, and that models are asked with its right name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.reading import read_question
from retrieval.question.spelt_out import spelt_out
from retrieval.question.understanding import understanding_of
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


@pytest.fixture
def known(analyzer: Analyzer) -> Gazetteer:
    parks = [
        "沐江经开区",
        "沐江高新区",
        "临樾高新区",
        "砚岭装备制造产业园",
        "临港新区",
        "鹭泽临港新区",
        "青禾经开区",
        "清河经开区",
        "苏州经开区",
    ]
    return grown_from(parks * 2, analyzer.normalize, analyzer.dictionary_words)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("木江经开区2023年税收多少", "沐江经开区2023年税收多少"),
        ("沭江经济技术开发区税收多少", "沐江经济技术开发区税收多少"),
        ("木江经开税收多少", "沐江经开税收多少"),
        ("2023年沭江高新區稅收多少", "2023年沐江高新區稅收多少"),
        ("临月高新区有多少家企业", "临樾高新区有多少家企业"),
        ("露泽临港新区有多少家企业", "鹭泽临港新区有多少家企业"),
        ("研岭装备制造产业园面积多大", "砚岭装备制造产业园面积多大"),
        ("沭江经开区和沭江高新区的税收", "沐江经开区和沐江高新区的税收"),
    ],
)
def test_a_park_is_asked_for_by_its_right_name(typed: str, right: str, known: Gazetteer, analyzer: Analyzer) -> None:
    question, standard = (read_question(text, TODAY, analyzer, known) for text in (typed, right))
    assert (question.parks, question.terms) == (standard.parks, standard.terms)
    assert spelt_out(question) == right
    assert question.text == typed
    assert understanding_of(question).parks == understanding_of(standard).parks


@pytest.mark.parametrize(
    "typed",
    [
        *("沐东经开区税收多少", "沐河经开区税收多少", "木江综保区税收多少", "木江的税收多少", "宿州经开区税收多少"),
        "青和经开区税收多少",  # 青禾 or 清河
    ],
)
def test_what_may_be_another_park_stays(typed: str, known: Gazetteer, analyzer: Analyzer) -> None:
    assert spelt_out(read_question(typed, TODAY, analyzer, known)) == typed


def test_a_name_that_stands_in_a_report_is_no_slip(known: Gazetteer, analyzer: Analyzer) -> None:
    told = replace(known, is_written="木江".__eq__)
    assert read_question("木江经开区税收多少", TODAY, analyzer, told).parks == ("木江经开区",)
