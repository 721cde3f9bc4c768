from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.reading.listing import list_folder

Scan = Callable[[str], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "sub/b.txt", "sub/deep/c.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def failing(place: Path, error: OSError) -> Scan:
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == place:
            raise error
        return scan(path)

    return scandir


@contextmanager
def nested(folder: Path, name: str, levels: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The working folder, so many levels below another one; they are removed one by one, as nothing else could remove them."""
    monkeypatch.chdir(folder)
    for _ in range(levels):
        Path(name).mkdir()
        os.chdir(name)  # monkeypatch would remember each
    try:
        yield
    finally:
        for _ in range(levels):
            os.chdir("..")
            Path(name).rmdir()


def test_a_folder_that_may_not_be_listed_is_named_and_the_others_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.scandir", failing(folder / "sub", PermissionError(13, "Permission denied")))
    listing = list_folder(folder)
    assert [source.path for source in listing.sources] == ["a.txt", "z.txt"]
    assert [(left.path, left.reason.details) for left in listing.unseen] == [("sub", {"error": "Permission denied"})]


def test_a_folder_that_goes_while_it_is_listed_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.scandir", failing(folder / "sub", FileNotFoundError(2, "No such file or directory")))
    listing = list_folder(folder)
    assert ([source.path for source in listing.sources], listing.unseen) == (["a.txt", "z.txt"], [])


def test_a_corpus_that_may_not_be_listed_is_one_clear_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.scandir", failing(folder, PermissionError(13, "Permission denied")))
    with pytest.raises(CorpusError, match="Permission denied"):
        list_folder(folder)


def test_folders_may_nest_deeper_than_the_interpreter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with nested(folder, "d", 1500, monkeypatch):
        Path("deep.txt").write_text("x")
        assert [Path(source.path).name for source in list_folder(folder).sources] == ["a.txt", "deep.txt", "b.txt", "c.txt", "z.txt"]
        Path("deep.txt").unlink()


def test_a_path_too_long_for_the_system_is_named_and_the_others_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with nested(folder, "d" * 200, 30, monkeypatch):
        listing = list_folder(folder)
    assert [source.path for source in listing.sources] == ["a.txt", "sub/b.txt", "sub/deep/c.txt", "z.txt"]
    assert [left.reason.details for left in listing.unseen] == [{"error": "File name too long"}]


def test_a_file_in_the_place_of_the_folder_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.txt is a file; name the folder that it lies in with --corpus"):
        list_folder(tmp_path / "a.txt")


def test_what_a_browser_saved_beside_a_page_is_no_article(folder: Path) -> None:
    for name in ("新闻.html", "新闻_files/ad.html", "老新闻.htm", "老新闻.files/a.js", "报告_files/一月.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    assert [source.path for source in list_folder(folder).sources if source.path > "~"] == [
        "报告_files/一月.txt",
        "新闻.html",
        "老新闻.htm",
    ]
