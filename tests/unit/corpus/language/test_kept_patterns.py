"""Patterns from a file find what compiled ones find; where the file is none, they are compiled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.language.kept_patterns import kept_patterns
from corpus.language.lazy_pattern import lazy_pattern

WRITTEN = (r"(?P<figure>\d[\d,.]*)(?P<unit>[家亩座栋]|万元)", r"[岚汀砚]岭|(?<!小)开发区", "^柏川.*?除外。$", r"Phase (i{1,3}|[1-9])\b")
TEXT = "柏川开发区一期占地1,200亩，汀岭二期入驻37家，Phase ii 投资850万元，小开发区除外。"


def found(written: str) -> list[tuple[int, int]]:
    """Where `re` finds it."""
    return [match.span() for match in re.finditer(written, TEXT, re.IGNORECASE)]


def spans(written: str) -> list[tuple[int, int]]:
    return [match.span() for match in lazy_pattern(written, re.IGNORECASE).finditer(TEXT)]


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be compiled any more."""

    def refuse(written: str, flags: int) -> None:
        raise AssertionError(f"{written} is compiled")

    monkeypatch.setattr("re._compiler._code", refuse)
    monkeypatch.setattr("re.compile", refuse)


def test_what_was_compiled_in_one_process_is_not_in_the_next(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    expected = [found(written) for written in WRITTEN]
    assert all(expected)
    with kept_patterns(tmp_path / "new"):
        assert [spans(written) for written in WRITTEN] == expected
    request.getfixturevalue("refused")
    with kept_patterns(tmp_path / "new"):
        assert [spans(written) for written in WRITTEN] == expected
        assert lazy_pattern(WRITTEN[0], re.IGNORECASE).search(TEXT)["unit"] == "亩"  # type: ignore[index]


def test_what_a_question_meets_first_is_added(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    expected = found(WRITTEN[0]), found(WRITTEN[3])
    for written in WRITTEN:
        with kept_patterns(tmp_path):
            spans(written)
    request.getfixturevalue("refused")
    with kept_patterns(tmp_path):
        assert (spans(WRITTEN[0]), spans(WRITTEN[3])) == expected


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"garbled" * 9])
def test_a_damaged_file_costs_no_more_than_compiling(tmp_path: Path, damage: bytes) -> None:
    with kept_patterns(tmp_path):
        spans(WRITTEN[0])
    [file] = tmp_path.iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[: len(whole) // 2], whole[:20] + b"\xff" + whole[21:]):
        file.write_bytes(content)
        with kept_patterns(tmp_path):
            assert spans(WRITTEN[0]) == found(WRITTEN[0])
    assert file.read_bytes() == whole


def test_where_nothing_can_be_kept_patterns_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with kept_patterns(tmp_path / "file"):
        assert spans(WRITTEN[1]) == found(WRITTEN[1])


def test_without_the_parts_of_re_patterns_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("re._compiler._code")
    with kept_patterns(tmp_path):
        assert spans(WRITTEN[1]) == found(WRITTEN[1])
    assert not list(tmp_path.iterdir())


def test_what_is_written_wrong_is_said(tmp_path: Path) -> None:
    with kept_patterns(tmp_path), pytest.raises(re.error):
        spans("(")
