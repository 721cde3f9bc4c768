"""Questions altered so that nobody can answer them."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.evaluation.altered_questions import Alterations
from retrieval.evaluation.slot_traps import CITIES
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer
from tests.park_reports import REPORTS, article

ALTERATIONS = Alterations(REPORTS)
SILENT_YEARS = {"2017", "2018", "2019", "2020", "2024", "2025", "2026", "2027"}


def altered(question: str, analyzer: Analyzer, alterations: Alterations = ALTERATIONS) -> list[str]:
    return list(alterations.of(read_question(question, date(2024, 6, 15), analyzer)))


def test_another_year_is_one_of_which_nothing_tells(analyzer: Analyzer) -> None:
    for question in ("青屏经开区2022年表彰了多少家企业", "青屏经开区2021年拿出多少钱", "青屏经开区2023年谁作了报告"):
        other, *_ = altered(question, analyzer)
        (year,) = (year for year in SILENT_YEARS if year in other)
        assert other == f"青屏经开区{year}{question[9:]}"


def test_a_question_without_a_year_gets_one_after_its_park(analyzer: Analyzer) -> None:
    other, *_ = altered("青屏经开区表彰了多少家企业", analyzer)
    assert other[:5] + other[10:] == "青屏经开区表彰了多少家企业"
    assert other[5:9] in SILENT_YEARS


def test_a_part_of_a_year_is_put_into_another_one(analyzer: Analyzer) -> None:
    of_year, *_ = altered("青屏经开区2022年3月表彰了多少家企业", analyzer)
    without, *_ = altered("青屏经开区3月表彰了多少家企业", analyzer)
    assert {of_year[5:9], without[5:9]} <= SILENT_YEARS
    assert of_year[9:] == without[9:] == "年3月表彰了多少家企业"


def test_another_park_is_one_that_there_is_not(analyzer: Analyzer) -> None:
    _, other, *_ = altered("青屏经开区2022年表彰了多少家企业", analyzer)
    assert other == "望湖经开区2022年表彰了多少家企业"


def test_a_place_that_the_corpus_names_is_not_taken(analyzer: Analyzer) -> None:
    alterations = Alterations([*REPORTS, article("lake", "望湖的荷花开了。")])
    _, other, *_ = altered("青屏经开区有多少家企业", analyzer, alterations)
    assert other == "柳桥经开区有多少家企业"


def test_another_matter_is_one_of_which_nothing_tells(analyzer: Analyzer) -> None:
    _, other, *_ = altered("青屏经开区去年的工作会议表彰了多少家企业", analyzer)
    assert other.startswith("青屏经开区去年的")
    assert not other.endswith("多少家企业")
    assert "食堂" not in other


def test_another_matter_is_asked_of_the_park_wherever_the_asking_word_stands(analyzer: Analyzer) -> None:
    assert any(text.startswith("为什么青屏经开区") for text in altered("为什么青屏经开区表彰企业", analyzer)[1:])


def test_a_city_stands_for_the_park_and_a_stranger_asks_about_its_place(analyzer: Analyzer) -> None:
    endings = ("企业", "公司", "工厂", "单位", "学校", "商店", "农户", "车间")
    asked = [text for ending in endings for text in altered(f"青屏经开区表彰了多少家{ending}", analyzer)]
    assert {text[2:] for text in asked if text[:2] in CITIES} == {f"表彰了多少家{ending}" for ending in endings}
    assert 0 < len([text for text in asked if "Qingping" in text]) < len(endings)


@pytest.mark.parametrize(
    "question",
    ["表彰了多少家企业", "青屏经开区和北岭高新区哪个大", "", "Who runs the zone", "棲港綜合保稅區有多少家企業"],
)
def test_what_names_no_park_or_several_stays(question: str, analyzer: Analyzer) -> None:
    assert altered(question, analyzer) == []


@pytest.mark.parametrize(
    "question", ["青屏经开区去年表彰了多少家企业", "青屏经开区2021年、2022年表彰了多少家企业", "明德经开区有多少家企业"]
)
def test_a_year_is_not_added_to_a_time_or_to_a_park_of_which_nothing_is_known(question: str, analyzer: Analyzer) -> None:
    other_park, other_matter, *_ = altered(question, analyzer)
    assert "望湖经开区" in other_park
    assert other_matter.startswith(question[:5])


def test_the_same_question_is_altered_in_the_same_way(analyzer: Analyzer) -> None:
    question = "青屏经开区2022年表彰了多少家企业"
    assert altered(question, analyzer, Alterations(REPORTS)) == altered(question, analyzer)
