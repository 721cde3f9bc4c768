"""Outcomes of questions, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.evaluation.question_outcome import QuestionOutcome
from retrieval.evaluation.question_set import LabelledQuestion
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote
from tests.park_reports import article

TODAY = date(2024, 6, 15)
TEXT = "会议表彰了44家企业。会议随后结束。"
EMPHASIS = Span(0, 11)


def quote(id_: str, start: int = 0, end: int = len(TEXT), emphasis: Span = EMPHASIS, also_in: Sequence[str] = ()) -> Quote:
    return Quote(article(id_, TEXT), start, end, (emphasis,), 1.0, tuple(also_in))


def outcome(
    *quotes: Quote,
    relevant: Sequence[str] = ("a",),
    answers: Sequence[str] = ("44家",),
    ranking: Sequence[str] = (),
    kind: str = "number",
    found: bool = True,
    took_ms: float = 1.0,
    confidence: float = 0.9,
    id_: str = "q",
) -> QuestionOutcome:
    question = LabelledQuestion(id_, "表彰了多少家企业", frozenset(relevant), tuple(answers), kind, None)
    answer = Answer(Question(question.text, TODAY), quotes, confidence, found, "000001", took_ms)
    return QuestionOutcome(question, answer, tuple(ranking) or tuple(one.article.id for one in quotes))
