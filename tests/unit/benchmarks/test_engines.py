"""What the page says of a record of benchmarks.engines."""

from __future__ import annotations

from pathlib import Path

from benchmarks.engines.tables import shown, text
from benchmarks.record import newest, save


def test_a_share_has_its_interval() -> None:
    assert shown((90, 100)) == ".900 (.826 to .945) of 100"
    assert shown((100, 100)) == "1.000 (.963 to 1.000) of 100"
    assert shown((0, 0)) == "–"


def test_the_page(tmp_path: Path) -> None:
    quality = {"right first": (9, 10), "right and found": (8, 10), "false answers": (0, 5), "median ms": 41.6}
    found = {
        "questions": 15,
        "same first quote": (15, 15),
        "found in both or neither": (14, 15),
        "engines": {"in_process": quality, "milvus": quality | {"right first": (8, 10)}},
    }
    save("engines", {"server": "milvus-lite"}, {"sets": {"unseen": found}}, tmp_path)
    record = newest("engines", tmp_path)
    assert record
    lines = text(record).splitlines()
    assert "| unseen | in a folder | .900 (.596 to .982) of 10 | .800 (.490 to .943) of 10 | .000 (.000 to .434) of 5 | 42 |" in lines
    assert sum(line.startswith("| unseen | Milvus | .800") for line in lines) == 1
    assert "| unseen | 15 | 1.000 (.796 to 1.000) of 15 | .933 (.702 to .988) of 15 |" in lines
