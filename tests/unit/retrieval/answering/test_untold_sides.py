"""Two things are compared only by passages that tell a figure of each, be it in two articles."""

from __future__ import annotations

from datetime import date

from corpus.language.span import Span
from retrieval.answering.ranked_part import RankedPart
from retrieval.answering.untold_sides import leaves_side_untold
from retrieval.question.reading import read_question
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

ASKED = "岚氢动力和曦禾储能的年产值哪家高"
ONE, OTHER, NO_OUTPUT = "岚氢动力年产值8亿元。", "曦禾储能年产值3亿元。", "曦禾储能今年开工，投资3亿元。"


def is_untold(analyzer: Analyzer, question: str, *best: str) -> bool:
    asked = read_question(question, date(2026, 6, 15), analyzer)
    evidence = [evidence_of(Passage(article(text, text), 0, len(text)), Span(0, len(text)), {}) for text in best]
    found = [[Ranked(each, 1.0)] for each in evidence]
    return leaves_side_untold(asked, [RankedPart(asked, ranked, ranked) for ranked in found])


def test_each_may_be_told_in_an_article_of_its_own(analyzer: Analyzer) -> None:
    assert not is_untold(analyzer, ASKED, ONE, OTHER)


def test_what_is_asked_is_told_of_one_alone(analyzer: Analyzer) -> None:
    assert is_untold(analyzer, ASKED, ONE, ONE)
    assert is_untold(analyzer, ASKED, ONE, NO_OUTPUT)


def test_nothing_is_said_where_nothing_was_found_or_compared(analyzer: Analyzer) -> None:
    assert not is_untold(analyzer, ASKED)
    assert not is_untold(analyzer, "岚氢动力的年产值多少", NO_OUTPUT)
