"""A question that takes too much work is refused; what is loaded first, and how busy the machine is, counts for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retrieval.answering.allowance import Allowance
from retrieval.answering.answerer import Answerer
from retrieval.errors import QuestionTooCostly
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over

TODAY = date(2024, 6, 15)
ONE = "青屏经开区2022年表彰了多少家企业"
TWO = "青屏经开区2021年和2022年分别表彰了多少家企业"


@pytest.fixture(scope="module")
def answerer(reports_index: Path, analyzer: Analyzer) -> Answerer:
    return answerer_over(reports_index, analyzer)


def ticking(*times: float) -> Callable[[], float]:
    left = iter(times)
    return lambda: next(left)


def test_time_counts_from_the_first_look_on() -> None:
    allowance = Allowance(2.0, ticking(100.0, 101.0, 102.0, 102.1))
    for _ in range(3):
        allowance.check()
    with pytest.raises(QuestionTooCostly, match="more than 2 s"):
        allowance.check()


def test_a_question_of_many_parts_is_given_up_between_them(answerer: Answerer) -> None:
    hurried = replace(answerer, seconds=0.0)
    assert hurried.ask(ONE, asked_on=TODAY).found
    with pytest.raises(QuestionTooCostly):
        hurried.ask(TWO, asked_on=TODAY)
    assert len(answerer.ask(TWO, asked_on=TODAY).sides) == 2


def test_an_answer_is_given_though_what_is_missing_takes_too_long(answerer: Answerer, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "青屏经开区1999年表彰了多少家企业"
    answer = answerer.ask(question, asked_on=TODAY)
    assert answerer.with_missing(answer).missing.told
    monkeypatch.setattr(Allowance, "check", _refuse)
    answer = answerer.with_missing(answer)
    assert not answer.found
    assert answer.missing.told == ()


def _refuse(_: Allowance) -> None:
    raise QuestionTooCostly
