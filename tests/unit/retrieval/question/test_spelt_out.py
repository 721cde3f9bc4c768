from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.question.spelt_out import spelt_out
from retrieval.text.analyzer import Analyzer


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("沐江经开区2023年税收多少", "沐江经开区2023年税收多少"),
        ("沐江经开区23年税收多少", "沐江经开区2023年税收多少"),
        ("去年税收多少", "2023年税收多少"),
        ("上个月新增企业几家", "上个月新增企业几家（2024年5月）"),
        ("今年一季度产值", "2024年一季度产值"),
        ("一季度产值", "一季度产值（2024年1月至3月）"),
        ("产值比去年同期多多少", "产值比去年同期多多少（2023年）"),
        ("近三年的产值", "近三年的产值（2021年至2024年）"),
        ("税收多少", "税收多少"),
    ],
)
def test_years_stand_in_four_digits_and_other_times_are_spelt_out(text: str, spelt: str, analyzer: Analyzer) -> None:
    assert spelt_out(read_question(text, date(2024, 6, 15), analyzer, Gazetteer(()))) == spelt
