"""A logistic model over the first passage's evidence and its lead."""

from __future__ import annotations

import pytest

from corpus.language.span import Span
from retrieval.ranking.confidence import BIAS, CONTRADICTED, LEAD, LONGEST_LEAD, confidence, confidence_alone, confidence_signals
from retrieval.ranking.ranker import Ranked
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article


def ranked(*scores: tuple[str, float], words: float = 0.0) -> list[Ranked]:
    """One candidate for each article id and score; the first has the feature `words`."""
    return [
        Ranked(evidence_of(Passage(article(name, "园区。"), 0, 3), Span(0, 3), {"words": words if row == 0 else 9.0}), score)
        for row, (name, score) in enumerate(scores)
    ]


def test_nothing_found_is_no_confidence() -> None:
    assert confidence([], {BIAS: 5.0}) == 0


def test_it_is_the_logistic_function_of_the_weighted_signals() -> None:
    found = ranked(("a", 3.0), ("b", 2.0), words=0.5)
    assert confidence(found, {BIAS: 0.0}) == 0.5
    assert confidence(found, {BIAS: -1.0, LEAD: 2.0, "words": 4.0}) == pytest.approx(0.9525741)


def test_more_of_a_good_sign_is_more_confidence() -> None:
    weights = {BIAS: -1.0, LEAD: 1.0, "words": 2.0}
    by_words = [confidence(ranked(("a", 3.0), ("b", 2.0), words=words), weights) for words in (0.1, 0.5, 0.9)]
    by_lead = [confidence(ranked(("a", 3.0), ("b", rival)), weights) for rival in (2.9, 2.0, 1.0)]
    assert by_words == sorted(set(by_words))
    assert by_lead == sorted(set(by_lead))


@pytest.mark.parametrize(
    ("scores", "lead"),
    [
        ([("a", 3.0), ("b", 2.5)], 0.5),
        ([("a", 3.0), ("a", 2.9), ("b", 1.0)], 2.0),
        ([("a", 3.0), ("a", 2.0)], 1.0),
        ([("a", 3.0)], 0.0),
        ([("a", 100.0), ("b", 1.0)], LONGEST_LEAD),
    ],
)
def test_the_lead_is_over_the_best_of_another_article(scores: list[tuple[str, float]], lead: float) -> None:
    assert confidence_signals(ranked(*scores))[LEAD] == lead


@pytest.mark.parametrize(("bias", "sure"), [(-1e6, 0.0), (1e6, 1.0), (-600.0, 0.0), (600.0, 1.0)])
def test_extremes_stay_between_0_and_1(bias: float, sure: float) -> None:
    assert confidence(ranked(("a", 1.0)), {BIAS: bias}) == sure


@pytest.mark.parametrize(
    ("contradicted", "reader", "holds"),
    [
        ("time contradicted", 0.9, True),
        ("other park", 0.9, True),
        ("other office", 0.9, False),
        ("other office", 0.65, True),
        ("other office", 0.5, True),
        ("other subject", 0.5, False),
    ],
)
def test_a_contradiction_holds_it_low_unless_the_reader_is_sure_of_what_only_tables_tell(
    contradicted: str, reader: float, holds: bool
) -> None:
    evidence = {"words": 0.5, contradicted: 1.0, "reader answers": reader}
    weights = {BIAS: -1.0, LEAD: 0.0, "words": 6.0}
    sure = confidence_alone({"words": 0.5}, weights)
    assert confidence_alone(evidence, weights) == pytest.approx(CONTRADICTED * (1 + sure) / 2 if holds else sure)


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ({"reader answers": 0.25}, False),
        ({"reader answers": 0.9, "other office": 1.0}, True),
        ({"reader answers": 0.9, "place missing": 1.0}, True),
        ({"reader answers": 0.5, "sentence missing": 0.6}, True),
        ({"reader answers": 0.6, "sentence missing": 0.9}, False),
        ({"reader answers": 0.2, "sentence missing": 0.5}, False),
        ({}, False),
    ],
)
def test_another_office_or_city_is_no_answer_to_a_question_in_english_however_sure_the_reader(told: dict[str, float], holds: bool) -> None:
    weights = {BIAS: 5.0, LEAD: 0.0}
    assert (confidence_alone({"english": 1.0, **told}, weights) <= CONTRADICTED) is holds
    in_chinese = {name: value for name, value in told.items() if name not in ("other office", "sentence missing")}
    assert confidence_alone({"english": 0.0, **in_chinese}, weights) > CONTRADICTED


def test_of_what_is_contradicted_the_closest_stays_the_surest() -> None:
    evidence = [{"words": words, "time contradicted": 1.0} for words in (0.0, 0.3, 0.6, 0.9)]
    sure = [confidence_alone(each, {BIAS: -6.0, LEAD: 0.0, "words": 10.0}) for each in evidence]
    assert sure == sorted(set(sure))
    assert sure[-1] < CONTRADICTED


def test_the_reader_overrules_one_table_and_not_two_at_once() -> None:
    weights = {BIAS: -1.0, LEAD: 0.0, "words": 6.0}
    beside = {"words": 0.5, "other office": 1.0, "reader answers": 0.9}
    assert confidence_alone({**beside, "other subject": 0.7}, weights) < CONTRADICTED < confidence_alone(beside, weights)


def test_in_english_a_passage_of_another_city_is_no_answer_however_sure_the_reader_is() -> None:
    weights = {BIAS: -1.0, LEAD: 0.0, "words": 6.0}
    elsewhere = {"words": 0.5, "place missing": 1.0, "reader answers": 0.99}
    assert confidence_alone({**elsewhere, "english": 1.0}, weights) < CONTRADICTED < confidence_alone(elsewhere, weights)


def test_alone_it_has_the_longest_lead() -> None:
    weights = {BIAS: -1.0, LEAD: 1.0, "words": 2.0}
    without_rival = confidence(ranked(("a", 99.0), ("b", 0.0), words=0.5), weights)
    assert confidence_alone({"words": 0.5}, weights) == without_rival


@pytest.mark.parametrize(
    ("kept", "left_out", "lead"),
    [
        ([("a", 3.0)], [("b", 1.0)], 2.0),
        ([("a", 3.0)], [("a", 2.0), ("b", 1.0)], 2.0),
        ([("a", 3.0)], [("b", 9.0)], 0.0),
        ([("a", 3.0), ("a", 2.5)], [("b", 2.9)], 0.5),
        ([("a", 3.0), ("c", 2.5)], [("b", 1.0)], 0.5),
    ],
)
def test_where_no_other_article_is_left_the_first_may_lead_those_that_were_left_out(
    kept: list[tuple[str, float]], left_out: list[tuple[str, float]], lead: float
) -> None:
    assert confidence_signals(ranked(*kept), ranked(*left_out))[LEAD] == lead
