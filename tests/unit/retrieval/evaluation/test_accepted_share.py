from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.evaluation.accepted_share import LEAST_QUESTIONS, SHARES, learn_thresholds

EVEN = np.arange(100) / 100
"""0.00 to 0.99: of a hundred unanswerable questions, one at each confidence."""


def test_no_more_than_the_share_is_answered() -> None:
    assert learn_thresholds([EVEN]) == {0.02: 0.971, 0.05: 0.941, 0.1: 0.891, 0.2: 0.791, 0.5: 0.491}


def test_the_share_is_kept_on_the_mean_of_the_groups() -> None:
    hard, easy = learn_thresholds([EVEN]), learn_thresholds([EVEN / 2])
    for share, least in learn_thresholds([EVEN, EVEN / 2]).items():
        assert easy[share] < least < hard[share]
    assert learn_thresholds([EVEN, np.repeat(EVEN / 2, 10)]) == learn_thresholds([EVEN, EVEN / 2])


def test_a_handful_of_questions_decides_nothing() -> None:
    few = np.ones(LEAST_QUESTIONS - 1)
    assert learn_thresholds([few, EVEN]) == learn_thresholds([EVEN])
    assert learn_thresholds([few]) == {}


@given(st.lists(st.lists(st.floats(0, 1), min_size=LEAST_QUESTIONS, max_size=60), min_size=1, max_size=3))
def test_no_share_is_passed_on_the_mean(groups: list[list[float]]) -> None:
    thresholds = learn_thresholds([np.array(group) for group in groups])
    assert list(thresholds) == list(SHARES)
    assert list(thresholds.values()) == sorted(thresholds.values(), reverse=True)
    for share, least in thresholds.items():
        assert least == 1 or np.mean([np.mean(np.array(group) >= least) for group in groups]) <= share + 1e-9
