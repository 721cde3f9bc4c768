"""English words that are misspelt are read as the words that are meant."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.misspelt_words import right_words
from retrieval.question.plain_text import plain_text
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Foriegn investmant in Qingping", "foreign investment in qingping"),
        ("exprots of qingping etdz", "exports of qingping etdz"),
        ("industral enterprizes", "industrial enterprises"),
        ("fixed asset invesment", "fixed asset investment"),
        ("exports in Septmber", "exports in september"),
    ],
)
def test_what_is_misspelt_is_put_right(typed: str, right: str) -> None:
    plain = plain_text(typed)
    assert plain.rewritten(right_words(typed, plain.text)).text == right


@pytest.mark.parametrize(
    "typed",
    [
        "exports of the carpet makers",  # known
        "where is qingshan lake",  # pinyin
        "profit of Hotell in Qingping",  # a name
        "what does heller make",  # no slip of one letter by which helper becomes it
        "who leads xyzzyx",
        "mail to exprots@example.org",
    ],
)
def test_what_may_be_right_stays(typed: str) -> None:
    assert list(right_words(typed, plain_text(typed).text)) == []


def test_it_is_asked_for_by_the_right_word(analyzer: Analyzer) -> None:
    misspelt, right = (read_question(text, TODAY, analyzer) for text in ("Qingping ETDZ exprots 2023", "Qingping ETDZ exports 2023"))
    assert (misspelt.kind, misspelt.said, misspelt.terms) == (right.kind, right.said, right.terms)
    assert misspelt.text == "Qingping ETDZ exprots 2023"
