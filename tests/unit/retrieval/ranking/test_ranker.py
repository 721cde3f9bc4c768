"""A weighted sum, best first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.ranker import Ranked, in_turn, rank, score
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article


def evidence(name: str, **features: float) -> Evidence:
    return evidence_of(Passage(article(name, "园区。"), 0, 3), Span(0, 3), features)


WEIGHTS = {"words": 2.0, "time": -1.0}


def test_the_score_is_the_weighted_sum() -> None:
    assert score(evidence("a", words=0.5, time=0.25), WEIGHTS) == 0.75


def test_best_first_and_equals_in_the_order_of_the_searches() -> None:
    found = [evidence("low", words=0.1), evidence("tie-1", words=0.5), evidence("tie-2", words=0.5), evidence("high", words=0.9)]
    ranked = rank(found, WEIGHTS)
    assert [one.evidence.passage.article.id for one in ranked] == ["high", "tie-1", "tie-2", "low"]
    assert [one.score for one in ranked] == [1.8, 1.0, 1.0, 0.2]
    assert rank([], WEIGHTS) == []


def test_a_feature_without_a_weight_is_an_error_rather_than_nothing() -> None:
    with pytest.raises(KeyError):
        score(evidence("a", novelty=1.0), WEIGHTS)


def ranking(*names: str) -> list[Ranked]:
    return rank([evidence(name, words=1 / place) for place, name in enumerate(names, start=1)], {"words": 1.0})


def names(ranked: Sequence[Ranked]) -> list[str]:
    return [one.evidence.passage.article.id for one in ranked]


def test_the_best_of_each_ranking_comes_before_the_next_of_any() -> None:
    assert names(in_turn([ranking("a1", "a2", "a3"), ranking("b1"), ranking("c1", "c2")])) == ["a1", "b1", "c1", "a2", "c2", "a3"]


def test_what_several_rankings_hold_comes_once_where_it_comes_first() -> None:
    assert names(in_turn([ranking("a", "shared"), ranking("shared", "b")])) == ["a", "shared", "b"]


def test_one_ranking_or_none_stays_as_it_is() -> None:
    only = ranking("a", "b")
    assert in_turn([only]) == only
    assert in_turn([only], by_time=True) == only
    assert in_turn([]) == in_turn([[], []]) == []
    assert names(in_turn([[], only])) == ["a", "b"]


def of_day(name: str, text: str, published: date | None) -> list[Ranked]:
    passage = Passage(article(name, text, published=published), 0, len(text))
    return [Ranked(evidence_of(passage, Span(0, len(text)), {}), 1.0), *ranking(f"{name}-next")]


def test_by_time_the_best_come_in_order_of_time() -> None:
    later = of_day("later", "展厅开放。", date(2023, 5, 6))
    earlier = of_day("earlier", "食堂改造。", date(2022, 3, 1))
    told = of_day("told", "2021年7月，公交改线。", None)
    undated = of_day("undated", "公交改线。", None)
    order = names(in_turn([undated, later, earlier, told], by_time=True))
    assert order == ["told", "earlier", "later", "undated", "undated-next", "later-next", "earlier-next", "told-next"]
