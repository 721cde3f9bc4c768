from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from retrieval.answering.answer import LONG_SHOT, Answer
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote

ARTICLE = Article("a", None, "甲乙丙丁", None, None, None, (), "a.txt")


def answer(*scores: float, parts: tuple[str, ...] = ()) -> Answer:
    quotes = tuple(Quote(ARTICLE, place, place + 1, (), score) for place, score in enumerate(scores))
    question = Question("问", date(2024, 1, 1), parts=tuple(Question(part, date(2024, 1, 1)) for part in parts))
    return Answer(question, quotes, 0.9, True, "1", 1.0)


@pytest.mark.parametrize(
    ("scores", "likely"),
    [((), 0), ((5.0,), 1), ((5.0, 5.0 - LONG_SHOT), 2), ((5.0, 4.9 - LONG_SHOT), 1), ((5.0, 1.0, 4.9), 1)],
    ids=["none", "one", "as likely", "a long shot", "behind a long shot"],
)
def test_long_shots_are_left_out(scores: tuple[float, ...], likely: int) -> None:
    found = answer(*scores)
    assert found.likely == found.quotes[:likely]


def test_quotes_of_several_parts_are_not_compared() -> None:
    assert len(answer(5.0, -9.0, parts=("甲", "乙")).likely) == 2
