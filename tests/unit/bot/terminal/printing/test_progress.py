from __future__ import annotations

import json

import pytest

from bot.terminal.printing.progress import reporting_progress


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_start_and_end_of_each_stage_are_always_told(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting_progress(as_json=True) as progress:
        for stage in ("reading", "embedding"):
            for done in range(1, 1001):
                progress(stage, done, 1000)
    told = lines(capsys)
    assert told[0] == {"stage": "reading", "done": 1, "total": 1000}
    assert {"stage": "reading", "done": 1000, "total": 1000} in told
    assert {"stage": "embedding", "done": 1, "total": 1000} in told
    assert told[-1] == {"stage": "embedding", "done": 1000, "total": 1000}


def test_at_most_four_lines_a_second(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr("bot.terminal.printing.progress.time.monotonic", lambda: next(clock) / 100)
    with reporting_progress(as_json=True) as progress:
        for done in range(1, 501):
            progress("embedding", done, 500)
    assert 20 <= len(lines(capsys)) <= 22


def test_a_log_of_people_holds_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting_progress(as_json=False) as progress:
        progress("embedding", 1, 2)
    assert capsys.readouterr().err == ""
