"""Where why, how or whether is asked, the sentence that fits best is quoted though the reader takes another one of its passage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.language.span import Span
from retrieval.question.reading import read_question
from retrieval.ranking.quoted_besides import QuotedBesides
from retrieval.ranking.quoting import cut_quotes
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import SentenceFacts
from tests.evidence import evidence_of
from tests.park_reports import article

TOLD = "青屏经开区想过引进晶圆厂，算过账，放弃了。"
MORE = "一座厂要两百亿元，园区一年的财力不到它的零头。"
AFTER = "园区今年只做封装。"


def quoted(analyzer: Analyzer, question: str) -> str:
    """The quote where the first sentence fits best and the reader takes the second one."""
    text = f"{TOLD}{MORE}{AFTER}"
    best, taken = Span(0, len(TOLD)), Span(len(TOLD), len(TOLD) + len(MORE))
    facts = [SentenceFacts(span, text[slice(*span)], plans=False) for span in (best, taken)]
    named = QuotedBesides(read_question(question, date(2024, 8, 1), analyzer)).found_in(facts, facts[0])
    evidence = evidence_of(Passage(article("a", text), 0, len(text)), taken, {})
    [quote] = cut_quotes([Ranked(replace(evidence, answer=Span(taken.start, taken.start + 4), named=named), 1.0)], 1, 200)
    return quote.text


@pytest.mark.parametrize(
    "question",
    [
        "青屏经开区想过引进晶圆厂吗",
        "青屏经开区有没有想过引进晶圆厂",
        "青屏经开区为什么不引进晶圆厂",
        "青屏经开区建不建晶圆厂",
        "晶圆厂建不建看什么",
    ],
)
def test_both_are_quoted(analyzer: Analyzer, question: str) -> None:
    assert quoted(analyzer, question) == f"{TOLD}{MORE}"


@pytest.mark.parametrize(
    "question", ["青屏经开区一座晶圆厂要多少亿元", "青屏经开区今年做什么产业", "青屏经开区晶圆厂投资", "谁放弃了晶圆厂"]
)
def test_what_asks_for_one_thing_is_answered_by_one_sentence(analyzer: Analyzer, question: str) -> None:
    assert quoted(analyzer, question) == MORE
