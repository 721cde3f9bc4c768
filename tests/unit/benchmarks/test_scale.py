"""What an index of so many passages costs: measured on a small one, and what the page says of a record made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.page import draw_scale
from benchmarks.scale.measuring import measure
from benchmarks.scale.tables import question_curves, text


def took(milliseconds: float) -> dict[str, float]:
    """By the clock; the processor had half of it."""
    return {"seconds": milliseconds / 1000, "processor": milliseconds / 2000}


def at(slower: int) -> dict[str, Any]:
    question = {"embedding it": took(6), "the searches": took(2 * slower)}
    return {
        "written": took(3000 * slower),
        "changed": took(20 * slower),
        "opened": took(50 * slower),
        "MB": 30.0 * slower,
        "resident MB": 100.0,
        "recall@10": 0.993,
        "dense": [took(slower)] * 3,
        "questions": [question] * 5,
    }


RECORD = {
    "commit": "0123456789abcdef",
    "made at": "2024-05-01T00:00:00+00:00",
    "machine": {"processor": "CPU", "cores": 2, "instructions": ["avx2"], "memory GB": 8, "python": "3.11.7", "load": 0.1},
    "figures": {"1000": at(1), "100000": at(10)},
}


def test_the_page() -> None:
    lines = text(RECORD, "pictures").splitlines()
    assert "| 1,000 | 3.0 s (1.5) | 0.02 s (0.01) | 30 MB | 0.05 s (0.03) | 0.993 | 1.0 ms (0.5) | 8 / 8 ms (4 / 4) | 100 MB |" in lines
    assert "| the searches | 2.0 | 20.0 |" in lines
    assert question_curves(RECORD)["a question, p95"] == [(1000, pytest.approx(8)), (100000, pytest.approx(26))]


def test_the_curves(tmp_path: Path) -> None:
    draw_scale(RECORD, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"scale-index.svg", "scale-questions.svg"}


def test_a_small_index_is_measured_throughout() -> None:
    figures = measure(200)
    assert figures["recall@10"] == 1.0
    assert list(figures["questions"][0]) == ["reading the question", "embedding it", "the searches", "evidence"]
    assert all(step["seconds"] > 0 for question in figures["questions"] for step in question.values())
    assert "| 200 |" in text(RECORD | {"figures": {"200": figures}}, "pictures")
