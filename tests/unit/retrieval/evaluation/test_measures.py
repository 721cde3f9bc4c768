"""What each question says about quality, on outcomes made by hand."""

from __future__ import annotations

import math

import pytest

from retrieval.evaluation.measures import values_by_measure
from tests.question_outcomes import outcome, quote

UNKNOWN = pytest.approx(math.nan, nan_ok=True)


def test_articles_by_rank() -> None:
    values = values_by_measure([outcome(relevant=("b", "d"), ranking=("a", "b", "c", "d"))])
    found = {name: float(column[0]) for name, column in values.items()}
    assert (found["recall@1"], found["recall@3"], found["recall@5"], found["R@5"], found["all relevant@5"]) == (0, 1, 1, 1, 1)
    gain = 1 / math.log2(3) + 1 / math.log2(5)
    assert (found["MRR@10"], found["nDCG@10"]) == (0.5, pytest.approx(gain / (1 + 1 / math.log2(3))))


def test_a_relevant_article_far_down_or_nowhere() -> None:
    far = outcome(relevant=("a", "z"), ranking=("a", "b", "c", "d", "e", "z"))
    nowhere, nothing = outcome(relevant=("z",), ranking=("a",)), outcome(relevant=("z",))
    values = values_by_measure([far, nowhere, nothing])
    assert values["recall@5"].tolist() == [1, 0, 0]
    assert values["R@5"].tolist() == [0.5, 0, 0]
    assert values["all relevant@5"].tolist() == [0, UNKNOWN, UNKNOWN]
    assert values["MRR@10"].tolist() == [1, 0, 0]


def test_a_question_speaks_only_to_what_it_can_show() -> None:
    answered = outcome(quote("a"))
    without_strings = outcome(quote("a"), answers=())
    fooled = outcome(quote("a"), relevant=(), answers=())
    values = {name: column.tolist() for name, column in values_by_measure([answered, without_strings, fooled]).items()}
    assert values["recall@1"] == [1, 1, UNKNOWN]
    assert values["answer in quote@1"] == [1, UNKNOWN, UNKNOWN]
    assert values["answer emphasised@1"] == [1, UNKNOWN, UNKNOWN]
    assert values["coverage"] == [1, 1, UNKNOWN]
    assert values["false answers"] == [UNKNOWN, UNKNOWN, 1]
    assert values["verbatim"] == [1, 1, 1]


def test_a_measure_that_no_question_speaks_to_is_left_out() -> None:
    assert list(values_by_measure([outcome(relevant=(), answers=(), found=False)])) == ["verbatim", "false answers"]


def test_questions_may_share_an_id() -> None:
    values = values_by_measure([outcome(quote("a")), outcome(quote("b"))])
    assert values["recall@1"].tolist() == [1, 0]
