"""The pairs stand in slot_pairs.toml: questions and sentences that answer them, or tell something else."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.slots import Slots
from retrieval.ranking.telling import Telling
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)
PAIRS: dict[str, dict[str, list[tuple[str, str]]]] = tomllib.loads(Path(__file__).with_name("slot_pairs.toml").read_text("utf-8"))


def most_contradicted(analyzer: Analyzer, question: str, sentence: str) -> float:
    """0 to 1: how much a sentence contradicts a question in the slot that it does most in."""
    slots = Slots(read_question(question, TODAY, analyzer), analyzer.dictionary_words, lambda _: True)
    told = analyzer.normalize(sentence)
    article = "曦禾储能和青屏产业园在青屏经开区。"
    return max(slots.contradicted(Telling(told, "", analyzer.normalize(article), article + sentence)).values())


@pytest.mark.parametrize(("question", "sentence"), [pair for slot in PAIRS.values() for pair in slot["answers"]])
def test_an_answer_is_not_contradicted(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert most_contradicted(analyzer, question, sentence) < 1


@pytest.mark.parametrize(("question", "sentence"), [pair for slot in PAIRS.values() for pair in slot["others"]])
def test_another_thing_is_contradicted(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert most_contradicted(analyzer, question, sentence) == 1
