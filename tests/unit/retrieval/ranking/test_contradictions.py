"""What a sentence contradicts is looked for only as far as it matters."""

from __future__ import annotations

import math
from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.contradictions import Contradictions
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import PassageFacts, facts_of
from tests.park_reports import article

OTHER_IN_TWO = "星衡动力一期投资21亿元。"
"""Another company, and another phase."""


@pytest.fixture
def facts(analyzer: Analyzer) -> PassageFacts:
    report = article("report", OTHER_IN_TWO)
    return next(facts_of([Passage(report, 0, len(report.text))], analyzer))


@pytest.fixture
def contradictions(analyzer: Analyzer) -> Contradictions:
    question = read_question("曦禾储能二期投资多少", date(2024, 6, 15), analyzer)
    return Contradictions(question, analyzer.dictionary_words, lambda _: True, (), analyzer.normalize)


def test_what_is_not_too_much_is_the_sum_of_all(contradictions: Contradictions, facts: PassageFacts) -> None:
    [sentence] = facts.sentences
    told = contradictions.of_slots(sentence, facts)
    assert contradictions.of_slots_in_all(sentence, facts, lambda _: False) == sum(told.values()) >= 2


def test_no_more_is_looked_for_once_it_is_too_much(contradictions: Contradictions, facts: PassageFacts) -> None:
    [sentence], seen = facts.sentences, list[float]()

    def too_much(found: float) -> bool:
        seen.append(found)
        return found >= 1

    assert contradictions.of_slots_in_all(sentence, facts, too_much) == math.inf
    assert len(seen) == 1
    told = contradictions.of_slots(sentence, facts)
    assert told["other subject"] == told["other phase"] == 1
