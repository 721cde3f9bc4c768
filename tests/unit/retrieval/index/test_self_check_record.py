from __future__ import annotations

from pathlib import Path

import pytest
from scipy.stats import binomtest

from retrieval.index.self_check_record import SelfCheck, SelfCheckFigures, figures_from, load_self_check, save_self_check, share

CHECK = SelfCheck(right=(0.9, 0.8, 0.3), wrong=(0.6,), withheld=(0.7, 0.2, 0.1))


@pytest.mark.parametrize(
    ("threshold", "figures"),
    [
        (0.0, SelfCheckFigures(4, right=3, wrong=1, withheld=3, false_answers=3)),
        (0.6, SelfCheckFigures(4, right=2, wrong=1, withheld=3, false_answers=1)),
        (0.71, SelfCheckFigures(4, right=2, wrong=0, withheld=3, false_answers=0)),
    ],
)
def test_what_is_at_least_as_sure_as_the_threshold_is_answered(threshold: float, figures: SelfCheckFigures) -> None:
    assert CHECK.at(threshold) == figures


@pytest.mark.parametrize(("count", "total"), [(0, 1), (1, 1), (0, 150), (12, 150), (150, 150), (7, 20)])
def test_the_interval_is_wilsons(count: int, total: int) -> None:
    found = share(count, total)
    expected = binomtest(count, total).proportion_ci(0.95, method="wilson")
    assert found is not None
    assert found == pytest.approx((count / total, expected.low, expected.high), abs=1e-4)


def test_of_nothing_there_is_no_share() -> None:
    assert share(0, 0) is None
    assert SelfCheck((), (), ()).at(0.5).as_dict()["false_answer_share"] is None


def test_figures_as_json_and_back() -> None:
    figures = CHECK.at(0.6)
    plain = figures.as_dict()
    assert plain == {
        "questions": 4,
        "right": 2,
        "wrong": 1,
        "withheld": 3,
        "false_answers": 1,
        "false_answer_share": 0.3333,
        "interval": [0.0615, 0.7923],
    }
    assert figures_from(plain) == figures


def test_a_check_is_kept_for_its_version_and_weights(tmp_path: Path) -> None:
    path = tmp_path / "self_check.json"
    assert load_self_check(path, "000002", "w1") is None
    save_self_check(path, "000002", "w1", CHECK)
    assert load_self_check(path, "000002", "w1") == CHECK
    assert load_self_check(path, "000003", "w1") is None
    assert load_self_check(path, "000002", "w2") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"version": "1", "weights": "w", "right": [0.5]}', "\x00", "[" * 100_000])
def test_an_unreadable_file_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "check").write_text(text)
    assert load_self_check(tmp_path / "check", "1", "w") is None
