from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.index.durable_files import replace_file


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    for text in ("第一\n", "第二\n"):
        replace_file(tmp_path / "CURRENT", text)
        assert (tmp_path / "CURRENT").read_bytes() == text.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]


def test_what_fails_before_the_end_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(tmp_path / "CURRENT", "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(tmp_path / "CURRENT", "new")
    assert (tmp_path / "CURRENT").read_text() == "old"
