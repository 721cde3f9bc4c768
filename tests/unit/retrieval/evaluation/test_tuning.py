"""Weights learned from made-up questions whose telling feature is known."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import numpy as np
import pytest

from corpus.errors import CorpusError
from retrieval.evaluation.tuning import learn, seen_and_unseen
from retrieval.ranking.confidence import confidence, confidence_signals
from retrieval.ranking.features import FEATURES
from retrieval.ranking.ranker import rank
from tests.labelled_candidates import as_candidates, is_right, labelled_questions

TELLING = "bigram coverage"


def test_the_right_candidate_comes_first_in_questions_that_were_not_seen() -> None:
    weights = learn([labelled_questions(200, telling=TELLING, seed=1)])
    unseen = labelled_questions(100, telling=TELLING, seed=2)
    assert fmean(is_right(question, rank(as_candidates(question), weights.ranking)[0]) for question in unseen) > 0.9


def test_features_that_tell_nothing_weigh_little() -> None:
    weights = learn([labelled_questions(300, telling=TELLING, seed=1)]).ranking
    assert list(weights) == list(FEATURES)
    assert max(abs(weight) for name, weight in weights.items() if name != TELLING) < 0.2 * weights[TELLING]


def test_a_feature_that_never_differs_weighs_nothing() -> None:
    questions = labelled_questions(50, telling=TELLING, seed=1)
    for question in questions:
        question.features[:, list(FEATURES).index("time")] = 1.0
    assert learn([questions]).ranking["time"] == pytest.approx(0)


def test_sets_count_alike_however_many_questions_they_hold() -> None:
    small, large = labelled_questions(40, telling="time", seed=1), labelled_questions(400, telling="park", seed=2)
    weights = learn([small, large]).ranking
    assert 0.5 < weights["time"] / weights["park"] < 2


def test_confidence_is_as_often_right_as_it_says() -> None:
    weights = learn([labelled_questions(2000, telling=TELLING, seed=1, unanswerable=0.5, lead=2.5)])
    asked = labelled_questions(600, telling=TELLING, seed=2, unanswerable=0.5, lead=2.5)
    ranked = [rank(as_candidates(question), weights.ranking) for question in asked]
    sure = np.array([confidence(candidates, weights.confidence) for candidates in ranked])
    right = np.array([is_right(question, candidates[0]) for question, candidates in zip(asked, ranked, strict=True)])
    for low, high in ((0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.0)):
        band = (sure >= low) & (sure <= high)
        assert band.sum() > 20
        assert right[band].mean() == pytest.approx(sure[band].mean(), abs=0.15)
    assert sure[right].mean() > sure[~right].mean() + 0.3


def test_confidence_learns_from_the_signals_that_it_sees_later() -> None:
    weights = learn([labelled_questions(50, telling=TELLING, seed=1)])
    (question,) = labelled_questions(1, telling=TELLING, seed=2)
    signals = confidence_signals(rank(as_candidates(question), weights.ranking))
    assert set(weights.confidence) - {"bias"} == set(signals)


def test_seen_and_unseen_where_the_sets_agree() -> None:
    sets = {name: labelled_questions(100, telling=TELLING, seed=seed) for seed, name in enumerate(("one", "other"))}
    rows = list(seen_and_unseen(sets))
    assert [(row.name, row.questions) for row in rows] == [("one", 100), ("other", 100)]
    assert all(row.seen > 0.9 and row.unseen is not None and row.unseen > 0.9 for row in rows)


def test_weights_learned_from_another_kind_of_question_help_little() -> None:
    sets = {"by time": labelled_questions(100, telling="time", seed=1), "by park": labelled_questions(100, telling="park", seed=2)}
    for row in seen_and_unseen(sets):
        assert row.unseen is not None
        assert row.unseen < 0.4 < 0.8 < row.seen


def test_questions_that_are_all_answered_teach_no_confidence() -> None:
    sets = [
        [replace(question, answerable=False, quoted=np.ones_like(question.quoted)) for question in questions]
        for questions in [labelled_questions(20, telling=TELLING, seed=1)]
    ]
    with pytest.raises(CorpusError, match="every first quote answers or none does"):
        learn(sets)


def test_one_set_alone_leaves_none_unseen() -> None:
    (row,) = seen_and_unseen({"only": labelled_questions(60, telling=TELLING, seed=1)})
    assert row.unseen is None


def test_thresholds_keep_false_answers_as_rare_as_they_say() -> None:
    """On the mean of four draws: one of them alone is off by as much as is allowed."""
    draws = [_false_answers(seed) for seed in range(4)]
    for share in (0.05, 0.1, 0.2):
        assert share / 2 < np.mean([draw[share] for draw in draws]) < share + 0.03


def _false_answers(seed: int) -> dict[float, float]:
    """By what is accepted, the share of questions that nothing answers and that get an answer all the same."""
    learned_from, asked = (labelled_questions(1000, telling=TELLING, seed=seed + set_, unanswerable=0.5, lead=2.5) for set_ in (10, 50))
    weights = learn([learned_from])
    sure = np.array(
        [confidence(rank(as_candidates(question), weights.ranking), weights.confidence) for question in asked if not question.answerable]
    )
    return {share: float((sure >= weights.threshold(share)).mean()) for share in (0.05, 0.1, 0.2)}
