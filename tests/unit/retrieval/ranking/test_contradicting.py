from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Article
from corpus.language.span import Span
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.reading import read_question
from retrieval.ranking.contradicting import (
    OF_SOMETHING_ELSE,
    asked_park_first,
    asked_time_first,
    contradicting_last,
    contradicts,
    set_aside,
    telling_first,
)
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

ARTICLE = article("a", "园区新增企业。")


def candidate(score: float, features: dict[str, float], of: Article = ARTICLE) -> Ranked:
    return Ranked(evidence_of(Passage(of, 0, len(of.text)), Span(0, len(of.text)), features), score)


def quote(score: float, features: dict[str, float]) -> Quote:
    return Quote(ARTICLE, 0, 7, (Span(0, 7),), score, evidence=features)


@pytest.mark.parametrize("name", OF_SOMETHING_ELSE)
def test_what_is_of_something_else_comes_last_and_is_set_aside(name: str) -> None:
    first, other, same = candidate(3, {}), candidate(2, {name: 1.0}), candidate(1, {name: 0.0})
    assert contradicting_last([first, other, same]) == [first, same, other]
    best, wrong, right = quote(3, {}), quote(2, {name: 1.0}), quote(1, {})
    assert set_aside([best, right, wrong]) == ((best, right), (wrong,))


def test_the_first_stays_first_whatever_it_tells_of() -> None:
    first, second = candidate(2, {"other park": 1.0}), candidate(1, {})
    assert contradicting_last([first, second]) == [first, second]
    assert set_aside([quote(2, {"other park": 1.0})]) == ((quote(2, {"other park": 1.0}),), ())
    assert contradicting_last([]) == []
    assert set_aside([]) == ((), ())


def test_of_a_report_on_several_parks_the_part_of_the_one_asked_for_comes_first() -> None:
    several = article("several", ARTICLE.text, parks=("沐江经开区", "青屏经开区"))
    wrong, right = candidate(5, {"other park": 1.0}, several), candidate(4, {"other park": 0.0}, several)
    assert asked_park_first([wrong, right]) == [right, wrong]
    assert asked_park_first([wrong, candidate(4, {"other park": 0.5}, several)])[0] == wrong


def test_an_article_on_the_park_asked_for_comes_before_one_on_another_park() -> None:
    other, asked = article("other", ARTICLE.text), article("asked", ARTICLE.text)
    wrong, names_both = candidate(5, {"other park": 1.0}, other), candidate(4, {}, other)
    of_another_year, right, far = (
        candidate(3, {"time contradicted": 1.0}, asked),
        candidate(2, {"other park": 0.5}, asked),
        candidate(1, {}),
    )
    ranked = [wrong, names_both, right, of_another_year, far]
    assert asked_park_first(ranked) == [right, wrong, names_both, of_another_year, far]
    too_far = [wrong, names_both, of_another_year, right, far]
    assert asked_park_first(too_far) == too_far
    assert asked_park_first(ranked[1:]) == ranked[1:]
    assert asked_park_first([]) == []


def test_what_is_of_the_time_asked_for_comes_before_a_close_one_of_another_time() -> None:
    """A plan for 2025 before what is told of 2024, by less than another time counts."""
    question = read_question("2024年产值是多少", date(2024, 6, 1), Analyzer(), Gazetteer())
    wrong = candidate(5, {"time contradicted": 1.0}, article("other", "2025年产值9亿元。"))
    timeless, right = candidate(4.9, {}), candidate(4.5, {}, article("asked", "2024年产值8亿元。"))
    assert asked_time_first(question, [wrong, timeless, right]) == [right, wrong, timeless]
    far = Ranked(right.evidence, 3)
    assert asked_time_first(question, [wrong, timeless, far]) == [wrong, timeless, far]
    assert asked_time_first(question, [timeless, wrong, right]) == [timeless, wrong, right]
    assert asked_time_first(replace(question, mentions=()), [wrong, right]) == [wrong, right]


@pytest.mark.parametrize("name", ["other respect", "other measure", "answer lacking"])
def test_what_tells_what_is_asked_in_english_comes_before_a_close_one_that_does_not(name: str) -> None:
    question = read_question("What is the output of the zone?", date(2024, 6, 1), Analyzer(), Gazetteer())
    lacking, telling, far = candidate(5, {name: 1.0}), candidate(3.5, {}), candidate(2.5, {})
    assert telling_first(question, [lacking, telling]) == [telling, lacking]
    assert telling_first(question, [lacking, far]) == [lacking, far]
    assert telling_first(question, [telling, lacking]) == [telling, lacking]
    assert telling_first(question, []) == []
    in_chinese = read_question("产值是多少", date(2024, 6, 1), Analyzer(), Gazetteer())
    assert telling_first(in_chinese, [lacking, telling]) == [lacking, telling]


def test_what_is_only_half_of_something_else_contradicts_nothing() -> None:
    assert not contradicts({"other subject": 0.5, "time": 0.0})
