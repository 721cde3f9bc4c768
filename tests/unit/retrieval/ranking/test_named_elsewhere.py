"""An article that does not name the company asked about does not answer, where another one names it."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.named_elsewhere import NamedElsewhere
from retrieval.text.analyzer import Analyzer
from tests.park_reports import article

NAMES, OTHER = article("names", "云雀储能与禾波营收9亿元。"), article("other", "岚图照明营收6亿元。")
LATIN = article("latin", "Yunque Storage employs 800 people.")


@pytest.mark.parametrize(
    ("question", "looked_in", "elsewhere"),
    [
        ("How much revenue did Yunque Storage make?", (NAMES, OTHER, LATIN), {"other"}),
        ("How much revenue did Yunque Storage make?", (OTHER, LATIN), set()),
        ("How much revenue did Yunque Zhaoming make?", (NAMES, OTHER, LATIN), {"other"}),
        ("When does phase III of Hebo start?", (NAMES, LATIN), {"latin"}),
        ("How much did Tian make?", (NAMES, OTHER, LATIN), set()),
        ("How much revenue did Morishita make?", (NAMES, OTHER, LATIN), set()),
        ("How much revenue did the company make?", (NAMES, OTHER, LATIN), set()),
        ("云雀储能营收多少", (NAMES, OTHER, LATIN), set()),
    ],
)
def test_articles_without_a_name_that_others_have(
    analyzer: Analyzer, question: str, looked_in: tuple[object, ...], elsewhere: set[str]
) -> None:
    names = NamedElsewhere(read_question(question, date(2026, 6, 15), analyzer))
    names.look_in(each for each in (NAMES, OTHER, LATIN) if each in looked_in)
    assert {each.id for each in (NAMES, OTHER, LATIN) if names.found_in(each)} == elsewhere
