"""A figure of several parks together is one of none of them."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.together import Together
from retrieval.text.analyzer import Analyzer

ASKED = "青屏高新区2023年签约几个项目"
PARKS = ("青屏高新区", "青屏经开区")


@pytest.mark.parametrize(
    ("asked", "sentence", "together"),
    [
        (ASKED, "青屏高新区也办了签约会，两区2023年合计签约36个项目。", True),
        (ASKED, "三个园区共签约36个项目，总投资200亿元。", True),
        (ASKED, "青屏高新区签约14个，两区合计签约36个项目。", False),
        (ASKED, "两区合计签约36个项目，其中高新区14个。", False),
        (ASKED, "青屏高新区各产业合计签约36个项目。", False),
        (ASKED, "两区共建的园区签约36个项目。", False),
        ("青屏两区2023年合计签约几个项目", "两区2023年合计签约36个项目。", False),
        ("青屏高新区和青屏经开区2023年签约几个项目", "两区2023年合计签约36个项目。", False),
        ("2023年签约几个项目", "两区2023年合计签约36个项目。", False),
    ],
)
def test_what_is_told_of_several_parks_together(analyzer: Analyzer, asked: str, sentence: str, together: bool) -> None:
    known = grown_from(PARKS, analyzer.normalize, analyzer.dictionary_words)
    assert Together(read_question(asked, date(2024, 6, 1), analyzer, known)).found_in(analyzer.normalize(sentence)) is together
