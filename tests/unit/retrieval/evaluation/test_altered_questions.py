"""Questions altered so that nobody can answer them."""

from __future__ import annotations

import pytest

from retrieval.evaluation.altered_questions import Alterations
from tests.park_reports import REPORTS, article

ALTERATIONS = Alterations(REPORTS)
SILENT_YEARS = {"2017", "2018", "2019", "2020", "2024", "2025", "2026", "2027"}


def test_another_year_is_one_of_which_nothing_tells() -> None:
    for question in ("青屏经开区2022年表彰了多少家企业", "青屏经开区2021年拿出多少钱", "青屏经开区2023年谁作了报告"):
        altered, *_ = ALTERATIONS.of(question)
        (year,) = (year for year in SILENT_YEARS if year in altered)
        assert altered == f"青屏经开区{year}{question[9:]}"


def test_a_question_without_a_year_gets_one_after_its_park() -> None:
    altered, *_ = ALTERATIONS.of("青屏经开区表彰了多少家企业")
    assert altered[:5] + altered[10:] == "青屏经开区表彰了多少家企业"
    assert altered[5:9] in SILENT_YEARS


def test_another_park_is_one_that_there_is_not() -> None:
    _, altered, _ = ALTERATIONS.of("青屏经开区2022年表彰了多少家企业")
    assert altered == "望湖经开区2022年表彰了多少家企业"


def test_a_place_that_the_corpus_names_is_not_taken() -> None:
    _, altered, _ = Alterations([*REPORTS, article("lake", "望湖的荷花开了。")]).of("青屏经开区有多少家企业")
    assert altered == "柳桥经开区有多少家企业"


def test_another_matter_is_one_of_which_nothing_tells() -> None:
    *_, altered = ALTERATIONS.of("青屏经开区去年的工作会议表彰了多少家企业")
    assert altered.startswith("青屏经开区去年的")
    assert not altered.endswith("多少家企业")
    assert "食堂" not in altered


@pytest.mark.parametrize(
    "question",
    ["表彰了多少家企业", "青屏经开区和北岭高新区哪个大", "", "Who runs the zone", "棲港綜合保稅區有多少家企業"],
)
def test_what_names_no_park_or_several_stays(question: str) -> None:
    assert list(ALTERATIONS.of(question)) == []


@pytest.mark.parametrize(
    "question", ["青屏经开区去年表彰了多少家企业", "青屏经开区2021年、2022年表彰了多少家企业", "明德经开区有多少家企业"]
)
def test_a_year_is_not_added_to_a_time_or_to_a_park_of_which_nothing_is_known(question: str) -> None:
    altered, other_matter = ALTERATIONS.of(question)
    assert "望湖经开区" in altered
    assert other_matter.startswith(question[:5])


def test_the_same_question_is_altered_in_the_same_way() -> None:
    question = "青屏经开区2022年表彰了多少家企业"
    assert list(Alterations(REPORTS).of(question)) == list(ALTERATIONS.of(question))
