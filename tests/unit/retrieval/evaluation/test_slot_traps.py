"""Questions of which one slot was changed to what no report tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from retrieval.evaluation.slot_traps import slot_traps
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

REPORTS = [
    "青屏经开区2022年上半年税收3.1亿元，一季度1.2亿元。党工委书记郁岚到一期项目调研。三季度、四季度、前三季度、下半年、1月、8月的数字略。"
]


def traps(question: str, analyzer: Analyzer, reports: Sequence[str] = REPORTS, lot: int = 0) -> list[str]:
    return list(slot_traps(read_question(question, date(2024, 6, 15), analyzer), reports, lambda text: lot))


def test_a_year_becomes_a_part_of_it_that_nothing_tells_of(analyzer: Analyzer) -> None:
    assert traps("青屏经开区2022年卖出多少度绿电", analyzer) == ["青屏经开区2022年11月卖出多少度绿电"]


@pytest.mark.parametrize(
    ("question", "trap"),
    [
        ("青屏经开区党工委书记是谁", "青屏经开区党工委副书记是谁"),
        ("青屏经开区一期项目有多大", "青屏经开区二期项目有多大"),
        ("青屏经开区税收多少", "青屏经开区规模以上工业增加值多少"),
    ],
)
def test_an_office_a_phase_or_a_measure_is_exchanged(question: str, trap: str, analyzer: Analyzer) -> None:
    assert traps(question, analyzer) == [trap]


def test_the_lot_picks_among_what_nothing_tells_of(analyzer: Analyzer) -> None:
    assert traps("青屏经开区一期项目有多大", analyzer, lot=2) == ["青屏经开区四期项目有多大"]


def test_what_a_report_tells_is_no_trap(analyzer: Analyzer) -> None:
    told = [*REPORTS, "二期、三期、四期、五期都在建。"]
    assert traps("青屏经开区一期项目有多大", analyzer, told) == []


@pytest.mark.parametrize("question", ["青屏经开区2022年3月卖出多少度绿电", "青屏经开区2021年和2022年卖出多少度绿电", "青屏经开区在哪里"])
def test_what_has_no_slot_or_names_a_part_of_a_year_already_stays(question: str, analyzer: Analyzer) -> None:
    assert traps(question, analyzer) == []
