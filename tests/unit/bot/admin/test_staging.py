from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.admin.file_name import readable_stem
from bot.admin.staging import KEEP_SECONDS, StagingArea
from bot.admin.uploads import suffix_of
from bot.errors import FilesNotMoved
from corpus.reading.folder import list_sources


@contextmanager
def an_area() -> Iterator[StagingArea]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "articles").mkdir()
        yield StagingArea(Path(folder) / "staging", Path(folder) / "articles")


@pytest.fixture
def area(tmp_path: Path) -> StagingArea:
    (tmp_path / "articles").mkdir()
    return StagingArea(tmp_path / "staging", tmp_path / "articles")


def everything(area: StagingArea) -> dict[str, bytes]:
    """Every file below the folder that both are in."""
    root = area.folder.parent
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_file_comes_in_and_goes_out_again(area: StagingArea) -> None:
    staged = area.put(".txt", b"1")
    assert list(everything(area)) == [f"staging/{staged}"]
    taken = area.take_in(staged, "2024-02-09-title")
    assert everything(area) == {"articles/uploads/2024-02-09-title.txt": b"1", f"staging/{staged}": b"1"}
    area.discard([staged])
    assert everything(area) == {"articles/uploads/2024-02-09-title.txt": b"1"}
    area.take_out(taken, staged)
    area.take_out(taken, staged)
    assert everything(area) == {f"staging/{staged}": b"1"}
    area.discard([staged, staged])
    assert everything(area) == {}


def test_a_corpus_that_is_not_there_is_not_made_anew(area: StagingArea) -> None:
    staged = area.put(".txt", b"1")
    area.corpus.rmdir()
    with pytest.raises(FilesNotMoved, match="is not there"):
        area.take_in(staged, "2024-02-09-title")
    assert everything(area) == {f"staging/{staged}": b"1"}


def test_a_name_is_given_once_whatever_the_suffix_and_the_case(area: StagingArea) -> None:
    stems = ("title", "title", "Title", "title-2")
    suffixes = (".txt", ".html", ".txt", ".md")
    taken = [area.take_in(area.put(suffix, suffix.encode()), stem) for stem, suffix in zip(stems, suffixes, strict=True)]
    assert taken == ["uploads/title.txt", "uploads/title-2.html", "uploads/Title-3.txt", "uploads/title-2-2.md"]


def test_a_name_that_is_taken_at_the_last_moment_is_not_overwritten(area: StagingArea) -> None:
    link = os.link

    def somebody_was_faster(source: Path, target: Path) -> None:
        if not target.exists() and target.stem == "title":
            target.write_bytes(b"theirs")
        link(source, target)

    with mock.patch("os.link", somebody_was_faster):
        staged = area.put(".txt", b"ours")
        assert area.take_in(staged, "title") == "uploads/title-2.txt"
    area.discard([staged])
    assert everything(area) == {"articles/uploads/title.txt": b"theirs", "articles/uploads/title-2.txt": b"ours"}


NAMES = st.text() | st.sampled_from(
    [
        "../../etc/passwd.txt",
        "/etc/passwd",
        "C:\\boot.ini",
        "a\0b.txt",
        "%2e%2e%2f.txt",
        "gnp.\u202etxt.exe",
        ".",
        "..",
        "x" * 5000 + ".txt",
    ]
)


@settings(max_examples=40)  # each writes files
@given(st.lists(st.tuples(NAMES, NAMES, st.sampled_from([".txt", ".html", ".jsonl"])), max_size=5))
def test_whatever_files_and_titles_are_called_each_comes_into_the_folder_for_uploads_and_none_is_lost(
    files: list[tuple[str, str, str]],
) -> None:
    with an_area() as area:
        for number, (name, title, suffix) in enumerate(files):
            assert "/" not in suffix_of(name)
            area.take_in(area.put(suffix, str(number).encode()), readable_stem(None, title))
        area.discard(path.name for path in area.folder.glob("*"))
        names = list(everything(area))
        assert all(Path(name).parent.as_posix() == "articles/uploads" for name in names)
        assert sorted(everything(area).values()) == sorted(str(number).encode() for number in range(len(files)))
        if files:
            assert len(list_sources(area.corpus)) == len(files)


def test_a_disk_that_refuses_leaves_the_file_where_it_was(area: StagingArea) -> None:
    staged = area.put(".txt", b"1")
    with (
        mock.patch("os.link", side_effect=PermissionError(13, "Permission denied", "uploads")),
        pytest.raises(FilesNotMoved, match="uploads"),
    ):
        area.take_in(staged, "title")
    assert everything(area) == {f"staging/{staged}": b"1"}


def test_a_folder_that_leads_out_of_the_corpus_takes_nothing(area: StagingArea, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (area.corpus / "uploads").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FilesNotMoved, match="leads out of the corpus"):
        area.take_in(area.put(".txt", b"1"), "title")


def test_what_nobody_decided_on_or_finished_is_swept_up_after_a_week(area: StagingArea) -> None:
    area.sweep()
    old, new = area.put(".txt", b"1"), area.put(".txt", b"2")
    unfinished = area.corpus / "uploads" / ".0123.new"
    unfinished.parent.mkdir()
    unfinished.write_bytes(b"of a killed process")
    past = (area.folder / old).stat().st_mtime - KEEP_SECONDS - 1
    for path in (area.folder / old, unfinished):
        os.utime(path, (past, past))
    area.sweep()
    assert list(everything(area)) == [f"staging/{new}"]
