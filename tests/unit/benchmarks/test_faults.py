"""The short form of the table in docs/reliability.md; reindexes that are interrupted have tests of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.faults.kinds import KINDS
from tests.trials import trials


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith(("strange", "damaged"))])
def test_nothing_is_lost(kind: str, tmp_path: Path) -> None:
    found = KINDS[kind](tmp_path, trials(30))
    assert found.worse == {}
    assert found.total == trials(30)


def test_a_wrong_answer_would_be_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([{"a": "whole"}, *[{"a": "other"}] * 5])
    monkeypatch.setattr("tests.workshop.Workshop.indexed", lambda _: next(answers))
    assert KINDS["damaged files of an index"](tmp_path, 5).worse == {"wrong": 5}
