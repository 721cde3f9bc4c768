"""Of two things that a question in English compares, a sentence that tells of one alone is told from one that compares them."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.telling import Telling
from retrieval.ranking.untold_side_in_english import UntoldSideInEnglish
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)


def leaves_one_untold(analyzer: Analyzer, question: str, sentence: str, before: str = "") -> bool:
    telling = Telling(*map(analyzer.normalize, (sentence, before, "")), article=f"{before}云雀储能、禾波机床都在青屏。{sentence}")
    sides = UntoldSideInEnglish(read_question(question, TODAY, analyzer))
    return bool(sides) and sides.found_in(telling)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Does Yunque Storage employ more people than Hebo Machinery?", "云雀储能有员工320人，其中技师85人。"),
        ("Is the output of batteries in Qingping higher than that of machine tools?", "青屏电池产值21亿元。"),
        ("Did batteries grow faster than machine tools in Qingping?", "青屏产值52亿元，增长9%，其中电池21亿元，机床16亿元。"),
    ],
)
def test_untold(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert leaves_one_untold(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("Does Yunque Storage employ more people than Hebo Machinery?", "云雀储能有员工320人。", "禾波机床有员工260人。"),
        ("Does Yunque Storage employ more people than Hebo Machinery?", "云雀储能的员工比同行多。", ""),
        ("Does Yunque Storage employ more people than last year?", "云雀储能有员工320人。", ""),
        ("Does Yunque Storage employ more than 300 people?", "云雀储能有员工320人。", ""),
        ("Did batteries grow faster than machine tools in Qingping?", "青屏电池产值21亿元，增长12%；机床16亿元，增长4%。", ""),
        ("How many people does Yunque Storage employ?", "云雀储能有员工320人。", ""),
    ],
)
def test_told(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert not leaves_one_untold(analyzer, question, sentence, before)
