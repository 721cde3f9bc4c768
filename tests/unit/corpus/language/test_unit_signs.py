"""Signs of units and powers of ten are found by words and plain figures."""

from __future__ import annotations

import pytest

from corpus.language.unit_signs import powers_told
from retrieval.text.analyzer import Analyzer


@pytest.mark.parametrize(
    ("told", "sign"),
    [
        ("12.6万平方米", "12.6万㎡"),
        ("26平方公里", "26km²"),
        ("48公里", "48㎞"),
        ("310公顷", "310㏊"),
        ("12万立方米", "12万㎥"),
        ("126兆瓦", "126 MW"),
        ("3.5万吨", "3.5万t"),
        ("1.4亿千瓦时", "1.4亿kWh"),
        ("18元/平方米", "18元/㎡"),
        ("32000吨", "3.2×10⁴吨"),
        ("310000平方米", "3.1×10⁵m²"),
    ],
)
def test_a_sign_is_its_word(analyzer: Analyzer, told: str, sign: str) -> None:
    assert analyzer.normalize(sign) == analyzer.normalize(told)


@pytest.mark.parametrize("text", ["5g基站", "a3m2 型", "20mm钢板", "t恤"])
def test_other_letters_stay(analyzer: Analyzer, text: str) -> None:
    assert analyzer.normalize(text) == text


def test_a_power_without_a_figure_before_it_stays() -> None:
    assert powers_told("误差不超过10⁻³，3×10^2件") == "误差不超过10⁻³，300件"
