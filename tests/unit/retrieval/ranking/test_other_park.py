"""Sentences of another park than asked for, and such as may be of it though they do not name it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from corpus.formats.document import Document
from corpus.metadata.from_document import to_article
from retrieval.question.gazetteer import grown_from
from retrieval.question.reading import read_question
from retrieval.ranking.other_park import asked_parks, other_park, told_of
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of

TODAY = date(2025, 3, 3)
TABLE = tomllib.loads(Path(__file__).with_name("park_pairs.toml").read_text(encoding="utf-8"))
WRITTEN = "\n".join((TABLE["parks"], *TABLE["pages"].values()))


def told(pair: str, analyzer: Analyzer) -> float:
    """How surely the sentence of a pair is of another park than its question asks for."""
    question, page, quoted = pair.split(" | ")
    article = to_article(Document(text=TABLE["pages"][page].strip()), page, f"{page}.txt")
    facts = next(facts_of([Passage(article, 0, len(article.text))], analyzer))
    sentence = next(each for each in facts.sentences if analyzer.normalize(quoted) in each.text)
    known = grown_from(TABLE["parks"].split(), analyzer.normalize, analyzer.dictionary_words)
    asked = asked_parks(read_question(question, TODAY, analyzer, known), analyzer.normalize(WRITTEN).__contains__)
    assert asked
    return other_park(asked, told_of(facts, sentence, analyzer.normalize))


@pytest.mark.parametrize("pair", TABLE["agreeing"])
def test_what_may_be_of_the_park_asked_for_is_not_surely_of_another(pair: str, analyzer: Analyzer) -> None:
    assert told(pair, analyzer) < 1


@pytest.mark.parametrize("pair", TABLE["contradicting"])
def test_what_is_told_of_another_park(pair: str, analyzer: Analyzer) -> None:
    assert told(pair, analyzer) == 1


def test_no_park_is_asked_for(analyzer: Analyzer) -> None:
    assert asked_parks(read_question("新增企业多少家", TODAY, analyzer), WRITTEN.__contains__) == ()
