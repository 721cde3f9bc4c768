"""The risk-coverage curve, and its picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.evaluation.risk_coverage import draw, risk_coverage

CURVE = risk_coverage(np.array([0.2, 0.9, 0.5, 0.5]), np.array([False, True, True, False]))


def test_the_surest_questions_come_first_and_equals_together() -> None:
    assert CURVE.thresholds.tolist() == [0.9, 0.5, 0.2]
    assert CURVE.coverage.tolist() == [0.25, 0.75, 1.0]
    assert CURVE.risk.tolist() == [0, pytest.approx(1 / 3), 0.5]


@pytest.mark.parametrize(
    ("threshold", "point"), [(0.95, (0, 0)), (0.9, (0.25, 0)), (0.6, (0.25, 0)), (0.5, (0.75, pytest.approx(1 / 3))), (0, (1, 0.5))]
)
def test_a_threshold_answers_what_is_at_least_as_sure(threshold: float, point: tuple[float, float]) -> None:
    assert CURVE.at(threshold) == point


def test_the_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    draw(CURVE, 0.5, "four questions", tmp_path / "curve.png")
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG\r\n")
