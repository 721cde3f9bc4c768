"""The short form of the table in docs/reliability.md; reindexes that are interrupted have tests of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.faults import FINE, KINDS, SAID
from tests.trials import trials


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith(("strange", "damaged"))])
def test_nothing_is_lost(kind: str, tmp_path: Path) -> None:
    outcomes = KINDS[kind](tmp_path, trials(30))
    assert set(outcomes) <= {FINE, SAID}
    assert outcomes.total() == trials(30)


def test_a_wrong_answer_would_be_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([{"a": "whole"}, *[{"a": "other"}] * 5])
    monkeypatch.setattr("tests.workshop.Workshop.indexed", lambda _: next(answers))
    assert KINDS["damaged files of an index"](tmp_path, 5) == {"wrong": 5}
