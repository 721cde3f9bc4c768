from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from retrieval.models import prepared_file as module
from retrieval.models.prepared_file import KEPT, prepared_file

CONTENT = b"a computation" * 1000


@dataclass
class Maker:
    """Makes the same thing and counts how often."""

    times: int = 0

    def __call__(self) -> bytes:
        self.times += 1
        return CONTENT


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "weights.bin"
    file.write_bytes(b"weights" * 1000)
    return file


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "prepared").iterdir())


def test_it_is_made_once(source: Path, tmp_path: Path) -> None:
    make = Maker()
    assert [prepared_file(tmp_path, "reader", [source], make) for _ in range(3)] == [CONTENT] * 3
    assert make.times == 1
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("cache", [None, Path("weights.bin/cache"), Path("/proc/parkqa")])
def test_without_a_place_for_it_it_is_made_every_time(
    source: Path, tmp_path: Path, cache: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make = Maker()
    assert [prepared_file(cache, "reader", [source], make) for _ in range(2)] == [CONTENT] * 2
    assert make.times == 2
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"computation", b"computatiom", 1)),
        lambda file: file.unlink(),
    ],
)
def test_a_damaged_one_is_made_anew(source: Path, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    make = Maker()
    prepared_file(tmp_path, "reader", [source], make)
    spoil(kept(tmp_path)[0])
    assert [prepared_file(tmp_path, "reader", [source], make) for _ in range(2)] == [CONTENT] * 2
    assert make.times == 2


def test_a_full_disk_leaves_nothing_behind(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert prepared_file(tmp_path, "reader", [source], Maker()) == CONTENT
    assert kept(tmp_path) == []


def test_other_weights_or_other_code_make_another_one(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    prepared_file(tmp_path, "reader", [source], make)
    source.write_bytes(b"weightt" * 1000)
    prepared_file(tmp_path, "reader", [source], make)
    monkeypatch.setattr(module, "_CODE", b"other code")
    prepared_file(tmp_path, "reader", [source], make)
    assert make.times == 3


def test_only_the_newest_stay(source: Path, tmp_path: Path) -> None:
    prepared_file(tmp_path, "encoder", [source], Maker())
    for number in range(KEPT + 2):
        for older in kept(tmp_path):
            os.utime(older, (number, number))
        source.write_bytes(b"weights" * number)
        prepared_file(tmp_path, "reader", [source], Maker())
    make = Maker()
    prepared_file(tmp_path, "reader", [source], make)
    assert make.times == 0
    assert [path.name.split("-")[0] for path in kept(tmp_path)] == ["encoder", *["reader"] * KEPT]


def test_several_may_make_it_at_once(source: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: prepared_file(tmp_path, "reader", [source], Maker()), range(40)))
    assert found == [CONTENT] * 40
    assert len(kept(tmp_path)) == 1
