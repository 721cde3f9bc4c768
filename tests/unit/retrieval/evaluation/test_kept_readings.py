"""What was read once is not read again, until the reader learns anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.language.span import Span
from retrieval.evaluation.kept_readings import KeptReadings
from retrieval.models.reader.reading import Reading

FIRST = ("谁", "沐江经开区", "主任是黎若谷。")


class CountingReader:
    """Answers with how many passages it has read."""

    def __init__(self) -> None:
        self.count = 0

    def load(self) -> None:
        raise AssertionError("nothing to load before there is something to read")

    def read(self, question: str, context: str, passage: str) -> Reading:
        self.count += 1
        return Reading(self.count / 3, Span(1, len(passage)), -float(self.count))


@pytest.fixture
def learned(tmp_path: Path) -> Path:
    path = tmp_path / "learned"
    path.write_bytes(b"one")
    return path


def test_nothing_is_read_twice_by_any_process(tmp_path: Path, learned: Path) -> None:
    reader, path = CountingReader(), tmp_path / "cache" / "readings.sqlite"
    kept = KeptReadings(reader, path, learned)
    kept.load()
    first, other = kept.read(*FIRST), kept.read("谁", "沐江经开区", "主任换了。")
    assert (first, other) == (Reading(1 / 3, Span(1, 7), -1.0), Reading(2 / 3, Span(1, 5), -2.0))
    assert KeptReadings(reader, path, learned).read(*FIRST) == first
    assert reader.count == 2


def test_what_another_reader_said_is_read_again(tmp_path: Path, learned: Path) -> None:
    reader, path = CountingReader(), tmp_path / "readings.sqlite"
    KeptReadings(reader, path, learned).read(*FIRST)
    learned.write_bytes(b"other")
    assert KeptReadings(reader, path, learned).read(*FIRST).answers == 2 / 3


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be taken for one", None])
def test_a_file_that_cannot_be_used_is_done_without(tmp_path: Path, learned: Path, content: bytes | None) -> None:
    path = tmp_path / "readings.sqlite"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    reader = CountingReader()
    kept = KeptReadings(reader, path, learned)
    assert [kept.read(*FIRST).answers, kept.read(*FIRST).answers] == [1 / 3, 2 / 3]
