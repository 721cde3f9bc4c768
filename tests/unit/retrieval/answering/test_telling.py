"""What may stand on one side of a comparison, before a passage is read and after."""

from __future__ import annotations

from datetime import date

from corpus.language.span import Span
from retrieval.answering.telling import tells_of, tells_the_thing
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.confidence import UNLESS_READ
from retrieval.ranking.ranker import Ranked
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from tests.evidence import evidence_of
from tests.park_reports import article

PARK = "青屏经开区"
NOTHING = ("other park", "time contradicted", "other time", "article of other time", "sentence missing", *UNLESS_READ)
ANNOUNCED, COUNTED, AFTER = "青屏经开区举行集中开工活动。", "开工项目14个。", "管委会主任致辞。"


def passage_with_best(best: str, *sentences: str) -> Ranked:
    text = "".join(sentences)
    start = text.index(best)
    return Ranked(evidence_of(Passage(article("a", text), 0, len(text)), Span(start, start + len(best)), dict.fromkeys(NOTHING, 0.0)), 1.0)


def asked(analyzer: Analyzer) -> Question:
    return read_question(f"{PARK}集中开工项目多少个", date(2024, 6, 15), analyzer)


def test_a_sentence_that_announces_a_figure_is_left_until_it_is_read(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    announcing = passage_with_best(ANNOUNCED, ANNOUNCED, COUNTED, AFTER)
    assert tells_of(question, announcing, [PARK])
    assert not tells_the_thing(question, announcing)


def test_the_sentence_behind_it_tells_the_figure(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    counting = passage_with_best(COUNTED, ANNOUNCED, COUNTED, AFTER)
    assert tells_of(question, counting, [PARK])
    assert tells_the_thing(question, counting)


def test_a_figure_further_off_is_of_something_else(analyzer: Analyzer) -> None:
    question = asked(analyzer)
    assert not tells_of(question, passage_with_best(ANNOUNCED, ANNOUNCED, AFTER, COUNTED), [PARK])
    assert not tells_of(question, passage_with_best(AFTER, ANNOUNCED, COUNTED, AFTER), [PARK])
