"""The park that may have been meant: by its sound, by one wrong character, by its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.alike_parks import MOST, alike_parks, with_park
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)
PARKS = ("沐江经济技术开发区", "沐江高新区", "银川经开区", "栖港综合保税区", "临樾高新区", "浦云新城产业园")


@pytest.fixture(scope="module")
def known(analyzer: Analyzer) -> Gazetteer:
    return grown_from(PARKS * 2, analyzer.normalize, analyzer.dictionary_words)


def read(text: str, known: Gazetteer, analyzer: Analyzer) -> Question:
    return read_question(text, TODAY, analyzer, known)


@pytest.mark.parametrize(
    ("asked", "alike"),
    [
        ("沐河经开区2022年税收", ["沐江经开区"]),
        ("mujiangjingkaiqu 2022年税收", ["沐江经开区"]),
        ("Mujianggaoxinqu税收", ["沐江高新区"]),
        ("沐江开发区2022年税收", ["沐江经开区", "沐江高新区"]),
        ("沐江综保区2022年税收", ["沐江经开区", "沐江高新区"]),
        ("沐江园区2022年税收", ["沐江经开区", "沐江高新区"]),
        ("合肥高新区有多少家上市公司", []),
        ("苏州工业园区2022年税收", []),
        ("2022年税收", []),
    ],
)
def test_parks_that_may_have_been_meant(asked: str, alike: list[str], known: Gazetteer, analyzer: Analyzer) -> None:
    assert list(alike_parks(read(asked, known, analyzer), known)) == alike


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("沐河经开区2022年税收", "沐江经开区2022年税收"),
        ("2022年沐河经开区的税收", "2022年沐江经开区的税收"),
        ("mujiang jingkaiqu 2022年税收", "沐江经开区 2022年税收"),
        ("沐江经济区2022年税收", "沐江经开区2022年税收"),
        ("沐江2022年税收", "沐江经开区2022年税收"),
        ("2022年税收", "沐江经开区2022年税收"),
    ],
)
def test_the_question_is_asked_of_it(asked: str, whole: str, known: Gazetteer, analyzer: Analyzer) -> None:
    assert with_park(read(asked, known, analyzer), "沐江经开区") == whole


@given(text=st.text(alphabet="沐江银川经开区高新木的2022年mujiang ", max_size=20))
def test_any_text_has_few_of_the_known_parks(text: str, known: Gazetteer, analyzer: Analyzer) -> None:
    question = read(text, known, analyzer)
    alike = alike_parks(question, known)
    assert len(alike) <= MOST
    assert set(alike) <= set(known.parks) - set(question.parks)
    assert "沐江经开区" in with_park(question, "沐江经开区")
