from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.question.spelt_out import spelt_out
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 8, 15)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("青岚经开区2023年1-6月税收多少", "青岚经开区2023年上半年税收多少"),
        ("青岚经开区23H1税收多少", "青岚经开区2023年上半年税收多少"),
        ("青岚经开区1H23税收多少", "青岚经开区2023年上半年税收多少"),
        ("青岚经开区今年前6个月税收多少", "青岚经开区2024年上半年税收多少"),
        ("青岚经开区Q1税收多少", "青岚经开区一季度税收多少"),
        ("青岚经开区２３税收多少", "青岚经开区2023年税收多少"),
        ("青岚经开区2023税收多少", "青岚经开区2023年税收多少"),
        ("青岚機械二二年交了多少稅", "青岚機械2022年交了多少稅"),
        ("青岚精工去年净利润", "青岚精工2023年净利润"),
        ("青岚经开区2023年比2022年税收增长多少", "青岚经开区2023年税收增长多少"),
        ("青岚经开区2023年税收比2022年同期增幅", "青岚经开区2023年税收增幅"),
        ("青岚经开区23年税收与22年相比下降了多少", "青岚经开区2023年税收下降了多少"),
        ("青岚经开区去年前三季度税收", "青岚经开区2023年前三季度税收"),
    ],
)
def test_a_time_in_another_form_is_asked_for_in_the_same_words(typed: str, plain: str, analyzer: Analyzer) -> None:
    question, standard = (read_question(text, TODAY, analyzer) for text in (typed, plain))
    assert question.text == typed
    assert (question.in_full, spelt_out(question)) == (standard.in_full, spelt_out(standard))
    assert question.terms == standard.terms
    assert [(time.first, time.last) for time in question.times] == [(time.first, time.last) for time in standard.times]


@pytest.mark.parametrize("typed", ["青岚经开区2023年税收比2021年增长多少", "青岚经开区2023年和2022年税收增长多少"])
def test_two_years_stay_where_no_year_tells_how_it_grew_to_the_other(typed: str, analyzer: Analyzer) -> None:
    assert len(read_question(typed, TODAY, analyzer).times) == 2


@pytest.mark.parametrize("typed", ["青岚经开区23年税收比22年多多少", "青岚经开区二〇二三年税收比二〇二二年多多少"])
def test_a_question_is_taken_apart_by_its_times_in_any_form(typed: str, analyzer: Analyzer) -> None:
    parts = read_question(typed, TODAY, analyzer).parts
    assert [part.text for part in parts] == ["青岚经开区2023年税收多少", "青岚经开区2022年税收多少"]


def test_english_keeps_its_parts_of_years(analyzer: Analyzer) -> None:
    question = read_question("tax revenue of Qinglan ETDZ in Q1 2023", TODAY, analyzer)
    assert question.in_full == question.text
