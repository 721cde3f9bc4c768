from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.errors import IndexDamaged
from retrieval.index.directory import IndexDirectory
from retrieval.index.manifest import MANIFEST


@pytest.fixture
def directory(tmp_path: Path) -> IndexDirectory:
    return IndexDirectory(tmp_path / "index")


def write(directory: IndexDirectory, version: str, content: str = "") -> None:
    with directory.writing(version) as folder:
        (folder / "part").write_text(content)
        (folder / MANIFEST).touch()


def test_an_index_that_does_not_exist_is_empty(directory: IndexDirectory) -> None:
    assert directory.current() is None
    assert directory.versions() == []
    assert not directory.root.exists()


def test_a_version_appears_when_its_block_ends(directory: IndexDirectory) -> None:
    with directory.writing("1") as folder:
        (folder / MANIFEST).touch()
        assert directory.versions() == []
    assert directory.versions() == ["1"]


def test_a_failed_block_leaves_nothing(directory: IndexDirectory) -> None:
    with pytest.raises(RuntimeError), directory.writing("1") as folder:
        (folder / MANIFEST).touch()
        raise RuntimeError
    assert list((directory.root / "versions").iterdir()) == []


def test_versions_are_sorted_as_counters(directory: IndexDirectory) -> None:
    for version in ("10", "9", "000011"):
        write(directory, version)
    assert directory.versions() == ["9", "10", "000011"]


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", ".hidden", "a\nb"])
def test_a_name_that_would_leave_the_folder_is_refused(directory: IndexDirectory, name: str) -> None:
    with pytest.raises(ValueError, match="cannot name"), directory.writing(name):
        pass


@pytest.mark.parametrize("content", [b"", b"\n", b"../../etc", b"\xff\xfe", b"\x00\x00", b"1\n2\n", b"0" * 100_000])
def test_a_current_that_names_no_version_is_damage(directory: IndexDirectory, content: bytes) -> None:
    write(directory, "1")
    (directory.root / "CURRENT").write_bytes(content)
    with pytest.raises(IndexDamaged, match=r"CURRENT.*parkqa reindex"):
        directory.current()


def test_no_flipped_bit_names_another_version(directory: IndexDirectory) -> None:
    for version in ("000010", "000011", "000012"):
        write(directory, version)
    directory.publish("000012")
    path = directory.root / "CURRENT"
    whole = path.read_bytes()
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        try:
            assert directory.current() not in {"000010", "000011"}
        except IndexDamaged:
            continue


def test_publishing_replaces_current_whole(directory: IndexDirectory) -> None:
    write(directory, "1")
    write(directory, "2")
    directory.publish("1")
    open_before = (directory.root / "CURRENT").open()
    directory.publish("2")
    assert open_before.read().split()[0] == "1"
    assert directory.current() == "2"


def test_an_incomplete_version_is_not_published(directory: IndexDirectory) -> None:
    with directory.writing("1") as folder:
        (folder / "part").touch()
    with pytest.raises(ValueError, match="not complete"):
        directory.publish("1")
    assert directory.current() is None


def test_pruning_takes_leftovers_and_incomplete_versions(directory: IndexDirectory) -> None:
    for version in ("1", "2", "3"):
        write(directory, version)
    directory.publish("1")
    versions = directory.root / "versions"
    for leftover in (".4.new", ".0.old", "5"):
        (versions / leftover).mkdir()
        (versions / leftover / "part").touch()
    (directory.root / ".CURRENT.new").touch()
    directory.prune(1)
    assert sorted(path.name for path in versions.iterdir()) == ["1", "3"]
    assert sorted(path.name for path in directory.root.iterdir()) == ["CURRENT", "versions"]


def test_pruning_fewer_than_it_may_keep_deletes_none(directory: IndexDirectory) -> None:
    for version in ("1", "2"):
        write(directory, version)
    directory.prune(3)
    assert directory.versions() == ["1", "2"]


def test_pruning_without_a_readable_current_deletes_no_version(directory: IndexDirectory) -> None:
    for version in ("1", "2", "3"):
        write(directory, version)
    (directory.root / "CURRENT").write_bytes(b"\xff")
    directory.prune(1)
    assert directory.versions() == ["1", "2", "3"]
