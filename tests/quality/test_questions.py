"""The quality questions are sound: every answer stands verbatim in the article that it names."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from corpus.reading.folder import list_sources, read_source

QUESTIONS = Path(__file__).parent / "questions.jsonl"
CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
LEAST = {
    "number": 8,
    "fact": 8,
    "who": 8,
    "when": 8,
    "list": 8,
    "why": 8,
    "park-year": 20,
    "paraphrase": 8,
    "english": 8,
    "traditional": 8,
    "unanswerable": 30,
}
"""Every kind of question, and how many of it there have to be at least."""


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """Articles by what a question's `file` names: the file, or for an article of a .jsonl file its id."""
    readings = [read_source(CORPUS, source) for source in list_sources(CORPUS)]
    assert [rejection for reading in readings for rejection in reading.rejections] == []
    return {_name(article): article for reading in readings for article in reading.articles}


def _name(article: Article) -> str:
    return article.id if article.path.endswith(".jsonl") else article.path


def test_ids_and_questions_are_unique(questions: list[dict[str, Any]]) -> None:
    for field in ("id", "question"):
        assert [value for value, times in Counter(question[field] for question in questions).items() if times > 1] == []


def test_every_kind_is_known_and_well_represented(questions: list[dict[str, Any]]) -> None:
    found = Counter(question["kind"] for question in questions)
    assert set(found) == set(LEAST)
    assert {kind: count for kind, count in found.items() if count < LEAST[kind]} == {}


def test_answers_stand_verbatim_in_their_article(questions: list[dict[str, Any]], articles: dict[str, Article]) -> None:
    missing = [
        (question["id"], answer)
        for question in questions
        if question["file"] is not None
        for answer in question["answers"]
        if answer not in articles[question["file"]].text
    ]
    assert missing == []


def test_only_unanswerable_questions_have_no_answer(questions: list[dict[str, Any]]) -> None:
    for question in questions:
        unanswerable = question["kind"] == "unanswerable"
        assert (question["file"] is None, question["answers"] == []) == (unanswerable, unanswerable), question["id"]


def test_every_article_is_asked_about_except_the_reprint(questions: list[dict[str, Any]], articles: dict[str, Article]) -> None:
    assert articles.keys() - {question["file"] for question in questions} == {"qigang-2023-singles-day-reprint.txt"}


def test_the_day_of_asking_is_a_date(questions: list[dict[str, Any]]) -> None:
    for question in questions:
        if "asked_on" in question:
            assert date.fromisoformat(question["asked_on"]).isoformat() == question["asked_on"]
