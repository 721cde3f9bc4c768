"""What is labelled right, over a few park reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from retrieval.evaluation.labelled_candidates import LabelledCandidates, label_all, label_altered
from retrieval.evaluation.question_set import LabelledQuestion, QuestionSet
from retrieval.ranking.features import FEATURES
from retrieval.text.analyzer import Analyzer
from tests.park_reports import answerer_over


def label(index: Path, analyzer: Analyzer, text: str, relevant: Sequence[str], answers: Sequence[str] = ()) -> LabelledCandidates:
    question = LabelledQuestion("1", text, frozenset(relevant), tuple(answers), "number", date(2024, 6, 15))
    (labelled,) = label_all(QuestionSet("one", index, (question,)), answerer_over(index, analyzer), lambda *told: None)
    return labelled


def of(labelled: LabelledCandidates, article: str) -> list[bool]:
    return [bool(right) for right, name in zip(labelled.right, labelled.articles, strict=True) if name == article]


def test_every_candidate_has_every_feature(reports_index: Path, analyzer: Analyzer) -> None:
    labelled = label(reports_index, analyzer, "蓝宝石年产多少吨", ["crystal"])
    assert labelled.features.shape == (len(labelled.articles), len(FEATURES))
    assert labelled.features[labelled.articles.index("crystal"), list(FEATURES).index("bigram coverage")] > 0.5
    assert {name for name, relevant in zip(labelled.articles, labelled.relevant, strict=True) if relevant} == {"crystal"}


def test_right_is_what_holds_the_answer(reports_index: Path, analyzer: Analyzer) -> None:
    labelled = label(reports_index, analyzer, "工作会议表彰了多少家企业", ["meeting-2021", "meeting-2022"], ["44家"])
    assert (of(labelled, "meeting-2022"), of(labelled, "meeting-2021")) == ([True], [False])


def test_right_is_what_is_relevant_where_nothing_holds_the_answer(reports_index: Path, analyzer: Analyzer) -> None:
    labelled = label(reports_index, analyzer, "工作会议表彰了多少家企业", ["meeting-2021"], ["九十家"])
    assert of(labelled, "meeting-2021") == [True]
    assert np.array_equal(labelled.right, labelled.relevant)


def test_the_answer_in_another_article_is_not_right(reports_index: Path, analyzer: Analyzer) -> None:
    labelled = label(reports_index, analyzer, "工作会议表彰了多少家企业", ["meeting-2021"], ["44家"])
    assert of(labelled, "meeting-2022") == [False]


def test_without_the_relevant_articles_nothing_is_right(reports_index: Path, analyzer: Analyzer) -> None:
    labelled = label(reports_index, analyzer, "工作会议表彰了多少家企业", ["meeting-2021"], ["31家"])
    left = labelled.without_relevant()
    assert set(left.articles) == set(labelled.articles) - {"meeting-2021"}
    assert not left.right.any()
    assert np.array_equal(left.features, labelled.features[~labelled.relevant])


def test_progress_tells_of_every_question(reports_index: Path, analyzer: Analyzer) -> None:
    questions = tuple(LabelledQuestion(str(number), "食堂", frozenset(), (), "", None) for number in range(3))
    told: list[tuple[str, int, int]] = []
    question_set = QuestionSet("three", reports_index, questions)
    list(label_all(question_set, answerer_over(reports_index, analyzer), lambda stage, done, total: told.append((stage, done, total))))
    assert told == [("labelling", 1, 3), ("labelling", 2, 3), ("labelling", 3, 3)]


def test_altered_questions_cannot_be_answered(reports_index: Path, analyzer: Analyzer) -> None:
    questions = (
        LabelledQuestion("1", "青屏经开区2022年表彰了多少家企业", frozenset({"meeting-2022"}), ("44家",), "number", None),
        LabelledQuestion("2", "青屏经开区有没有地铁", frozenset(), (), "unanswerable", None),
    )
    altered = list(label_altered(QuestionSet("two", reports_index, questions), answerer_over(reports_index, analyzer), lambda *told: None))
    assert len(altered) in (5, 6)  # another year, park, matter, part of the year, a city, and perhaps a question in English
    assert all(labelled.altered and labelled.articles and not labelled.answerable and not labelled.quoted.any() for labelled in altered)
