"""Watching a folder: a batch is told once, when it has been still and nobody writes it any more."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from corpus.errors import CorpusError
from corpus.reading.being_written import is_being_written
from corpus.reading.watching import settled_changes

STILL = 0.4
SOON = 20.0
"""Seconds within which something that must happen has happened, on a busy machine too."""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who writes a file")


@contextmanager
def watched(folder: Path) -> Iterator[Queue[float]]:
    """The moments that are told, in a queue; the first one is that of the start."""
    moments: Queue[float] = Queue()
    stop = threading.Event()

    def note() -> None:
        for _ in settled_changes(folder, stop, STILL):
            moments.put(time.monotonic())

    thread = threading.Thread(target=note)
    thread.start()
    try:
        moments.get(timeout=SOON)
        yield moments
    finally:
        stop.set()
        thread.join(SOON)
        assert not thread.is_alive()


def silent(moments: Queue[float]) -> bool:
    try:
        moments.get(timeout=3 * STILL)
    except Empty:
        return True
    return False


def test_a_hundred_files_at_once_are_one_batch(tmp_path: Path) -> None:
    with watched(tmp_path) as moments:
        for number in range(100):
            (tmp_path / f"{number}.txt").write_text("园区")
        written = time.monotonic()
        assert moments.get(timeout=SOON) >= written + STILL / 2
        assert silent(moments)


@pytest.mark.parametrize("change", ["rename", "remove", "in a new folder"])
def test_other_changes_are_told_too(tmp_path: Path, change: str) -> None:
    page = tmp_path / "a.txt"
    page.write_text("园区")
    with watched(tmp_path) as moments:
        match change:
            case "rename":
                page.rename(tmp_path / "b.txt")
            case "remove":
                page.unlink()
            case _:
                (tmp_path / "2024").mkdir()
                (tmp_path / "2024" / "c.txt").write_text("园区")
        moments.get(timeout=SOON)
        assert silent(moments)


@linux_only
def test_a_file_that_is_still_open_is_waited_for_and_no_other_waits_for_it(tmp_path: Path) -> None:
    with watched(tmp_path) as moments:
        with (tmp_path / "slow.txt").open("w") as file:
            file.write("园区")
            file.flush()
            assert silent(moments)
            (tmp_path / "other.txt").write_text("园区")
            moments.get(timeout=SOON)
            assert silent(moments)
        moments.get(timeout=SOON)
        assert silent(moments)


def test_hidden_and_unfinished_names_are_nothing(tmp_path: Path) -> None:
    with watched(tmp_path) as moments:
        for name in (".a.new", "~$a.docx", "a.pdf.crdownload"):
            (tmp_path / name).write_text("园区")
        assert silent(moments)


def test_a_missing_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be watched"):
        next(settled_changes(tmp_path / "nothing", threading.Event(), STILL))


@linux_only
def test_who_reads_or_links_a_file_does_not_write_it(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("园区")
    with page.open() as _:
        assert not is_being_written(page)
    with page.open("a") as _:
        assert is_being_written(page)
    assert not is_being_written(tmp_path)
    assert not is_being_written(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe")
    assert not is_being_written(tmp_path / "pipe")
