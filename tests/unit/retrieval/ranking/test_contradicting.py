from __future__ import annotations

import pytest

from corpus.language.span import Span
from retrieval.ranking.contradicting import OF_SOMETHING_ELSE, without_contradicting
from retrieval.ranking.ranker import Ranked
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article


def candidate(score: float, **features: float) -> Ranked:
    named = {name.replace("_", " "): value for name, value in features.items()}
    return Ranked(evidence_of(Passage(article("a", "园区新增企业。"), 0, 7), Span(0, 7), named), score)


@pytest.mark.parametrize("name", OF_SOMETHING_ELSE)
def test_further_passages_of_something_else_are_left_out(name: str) -> None:
    first, other, same = candidate(3), candidate(2, **{name: 1.0}), candidate(1, **{name: 0.0})
    assert without_contradicting([first, other, same]) == [first, same]


def test_the_first_stays_whatever_it_tells_of() -> None:
    first = candidate(2, other_park=1.0)
    assert without_contradicting([first]) == [first]
    assert without_contradicting([]) == []


def test_what_is_only_half_of_something_else_stays() -> None:
    ranked = [candidate(2), candidate(1, other_subject=0.5)]
    assert without_contradicting(ranked) == ranked
