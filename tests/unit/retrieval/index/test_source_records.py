from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading.source_file import Rejection, SourceFile
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules
from retrieval.index.source_records import SourceRecord, load_records, save_records

RECORDS = (
    SourceRecord(SourceFile("2023/园区.txt", 120, 1_700_000_000_000_000_001), ("2023/园区",), (), ()),
    SourceRecord(
        SourceFile("b.jsonl", 9_000, 5),
        ("n1", "n2"),
        (Rejection("b.jsonl:3", Reason(ReasonCode.LINE_TOO_LONG, {"limit": 20.0})),),
        (Rejection("b.jsonl", Reason(ReasonCode.ID_TAKEN, {"id": "2023/园区", "path": "2023/园区.txt"})),),
    ),
)

RULES = ReadingRules(9_000, {"title": ("标题名",)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save_records(tmp_path / "sources.json", "000002", RECORDS, RULES)
    return tmp_path / "sources.json"


def test_records_come_back_by_path(path: Path) -> None:
    assert load_records(path, "000002") == {"2023/园区.txt": RECORDS[0], "b.jsonl": RECORDS[1]}


def test_records_of_files_read_by_other_rules_are_not_trusted(path: Path) -> None:
    assert load_records(path, "000002", RULES) == load_records(path, "000002") != {}
    for other in (ReadingRules(9_001, RULES.keys), ReadingRules(9_000)):
        assert load_records(path, "000002", other) == {}


def test_records_of_another_version_are_not_trusted(path: Path) -> None:
    assert load_records(path, "000001") == {}


def test_records_of_another_reader_are_not_trusted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.index.source_records._reader", lambda: "after the upgrade")
    assert load_records(path, "000002") == {}


def test_no_flipped_bit_changes_a_record(path: Path) -> None:
    whole = path.read_bytes()
    loaded = load_records(path, "000002")
    for place in range(0, len(whole), 3):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        path.write_bytes(flipped)
        assert load_records(path, "000002") in ({}, loaded)


@pytest.mark.parametrize("content", ["", "[]", "null", "{}", '{"version": "000002"}', "\x00"])
def test_without_readable_records_there_are_none(path: Path, content: str) -> None:
    path.write_text(content)
    assert load_records(path, "000002") == {}


def test_a_missing_file_holds_none(tmp_path: Path) -> None:
    assert load_records(tmp_path / "sources.json", "000002") == {}
