"""What benchmarks.profile says of steps, and what the page says of a record."""

from __future__ import annotations

import builtins
import sys
import time
from pathlib import Path

import pytest

from benchmarks.profile.__main__ import medians
from benchmarks.profile.cold_ask import IMPORTS, Clock
from benchmarks.profile.tables import text
from benchmarks.record import measured, newest, save


def test_the_median_of_each_step() -> None:
    assert medians([{"a": 1.0}, {"a": 3.0, "b": 3.0}, {"a": 2.0, "b": 5.0}]) == {"a": 2.0, "b": 3.0}


def test_imports_count_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_to_import.py").write_text("import time\nimport also_slow\ntime.sleep(0.1)\n", encoding="utf-8")
    (tmp_path / "also_slow.py").write_text("import time\ntime.sleep(0.1)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    clock = Clock()
    clock.watch_imports()
    with clock.step("work"):
        exec("import slow_to_import", {})
        time.sleep(0.05)
    assert clock.took[IMPORTS] >= 0.2
    assert clock.took["work"] >= 0.05
    assert clock.took["work"] < clock.took[IMPORTS]
    for name in ("slow_to_import", "also_slow"):
        del sys.modules[name]


def test_the_page(tmp_path: Path) -> None:
    of = {"a question": {"passages": 1000, "seconds": {"evidence": 0.02, "the reader": 0.06}}}
    save("profile", {"questions": 3, "rounds": 2, "weights": "float32"}, {"of": of}, tmp_path)
    record = newest("profile", tmp_path)
    assert record
    assert text(record).splitlines()[2:] == [
        "| a question, 1,000 passages | milliseconds | share |",
        "| --- | --- | --- |",
        "| the reader | 60.0 | 75% |",
        "| evidence | 20.0 | 25% |",
        "| together | 80.0 | 100% |",
    ]


def test_a_busy_machine_is_named_as_such() -> None:
    machine = {"processor": "some", "instructions": [], "cores": 2, "memory GB": 24, "python": "3.11.7", "load": 1.0}
    record = {"commit": "0123456789abcdef", "made at": "2026-12-01T20:00:00+00:00", "machine": machine}
    assert measured(record) == (
        "Measured at `0123456789ab` on 2026-12-01: some, 2 cores (nothing wide), 24 GB, Python 3.11.7, load at the end 1.0."
    )
    assert "other work kept it busy" in measured(record | {"machine": machine | {"load": 4.1}})
