"""Weights learned from made-up questions whose telling feature is known."""

from __future__ import annotations

from statistics import fmean

import numpy as np
import pytest

from retrieval.evaluation.tuning import learn, seen_and_unseen
from retrieval.ranking.confidence import confidence, confidence_signals
from retrieval.ranking.examiner import FEATURES
from retrieval.ranking.ranker import rank
from tests.judged_questions import as_candidates, is_right, judged_questions

TELLING = "bigram coverage"


def test_the_right_candidate_comes_first_in_questions_that_were_not_seen() -> None:
    weights = learn([judged_questions(200, telling=TELLING, seed=1)])
    unseen = judged_questions(100, telling=TELLING, seed=2)
    assert fmean(is_right(question, rank(as_candidates(question), weights.ranking)[0]) for question in unseen) > 0.9


def test_features_that_tell_nothing_weigh_little() -> None:
    weights = learn([judged_questions(300, telling=TELLING, seed=1)]).ranking
    assert list(weights) == list(FEATURES)
    assert max(abs(weight) for name, weight in weights.items() if name != TELLING) < 0.2 * weights[TELLING]


def test_a_feature_that_never_differs_weighs_nothing() -> None:
    questions = judged_questions(50, telling=TELLING, seed=1)
    for question in questions:
        question.features[:, list(FEATURES).index("time")] = 1.0
    assert learn([questions]).ranking["time"] == pytest.approx(0)


def test_sets_count_alike_however_many_questions_they_hold() -> None:
    small, large = judged_questions(40, telling="time", seed=1), judged_questions(400, telling="park", seed=2)
    weights = learn([small, large]).ranking
    assert 0.5 < weights["time"] / weights["park"] < 2


def test_confidence_is_as_often_right_as_it_says() -> None:
    weights = learn([judged_questions(400, telling=TELLING, seed=1, unanswerable=0.5, lead=2.5)])
    asked = judged_questions(600, telling=TELLING, seed=2, unanswerable=0.5, lead=2.5)
    ranked = [rank(as_candidates(question), weights.ranking) for question in asked]
    sure = np.array([confidence(candidates, weights.confidence) for candidates in ranked])
    right = np.array([is_right(question, candidates[0]) for question, candidates in zip(asked, ranked, strict=True)])
    for low, high in ((0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.0)):
        band = (sure >= low) & (sure <= high)
        assert band.sum() > 20
        assert right[band].mean() == pytest.approx(sure[band].mean(), abs=0.15)
    assert sure[right].mean() > sure[~right].mean() + 0.3


def test_confidence_learns_from_the_signals_that_it_sees_later() -> None:
    weights = learn([judged_questions(50, telling=TELLING, seed=1)])
    (question,) = judged_questions(1, telling=TELLING, seed=2)
    signals = confidence_signals(rank(as_candidates(question), weights.ranking))
    assert set(weights.confidence) - {"bias"} == set(signals)


def test_seen_and_unseen_where_the_sets_agree() -> None:
    sets = {name: judged_questions(100, telling=TELLING, seed=seed) for seed, name in enumerate(("one", "other"))}
    rows = list(seen_and_unseen(sets))
    assert [(row.name, row.questions) for row in rows] == [("one", 100), ("other", 100)]
    assert all(row.seen > 0.9 and row.unseen is not None and row.unseen > 0.9 for row in rows)


def test_weights_learned_from_another_kind_of_question_help_little() -> None:
    sets = {"by time": judged_questions(100, telling="time", seed=1), "by park": judged_questions(100, telling="park", seed=2)}
    for row in seen_and_unseen(sets):
        assert row.unseen is not None
        assert row.unseen < 0.4 < 0.8 < row.seen


def test_one_set_alone_leaves_none_unseen() -> None:
    (row,) = seen_and_unseen({"only": judged_questions(60, telling=TELLING, seed=1)})
    assert row.unseen is None


def test_thresholds_keep_false_answers_as_rare_as_they_say() -> None:
    weights = learn([judged_questions(400, telling=TELLING, seed=1, unanswerable=0.5, lead=2.5)])
    asked = [question for question in judged_questions(800, telling=TELLING, seed=2, unanswerable=0.5, lead=2.5) if not question.answerable]
    sure = np.array([confidence(rank(as_candidates(question), weights.ranking), weights.confidence) for question in asked])
    for share in (0.05, 0.1, 0.2):
        assert share / 2 < (sure >= weights.threshold(share)).mean() < share + 0.03
