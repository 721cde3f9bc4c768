from __future__ import annotations

import pytest

from corpus.language.span import Span
from retrieval.ranking.contradicting import OF_SOMETHING_ELSE, contradicting_last, contradicts, set_aside
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

ARTICLE = article("a", "园区新增企业。")


def candidate(score: float, features: dict[str, float]) -> Ranked:
    return Ranked(evidence_of(Passage(ARTICLE, 0, 7), Span(0, 7), features), score)


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


def test_what_is_only_half_of_something_else_contradicts_nothing() -> None:
    assert not contradicts({"other subject": 0.5, "time": 0.0})
