"""What an index version says about itself: what it was made with, what it holds, and how to tell that it is whole.

Every file is checked each time a version is opened. CRC-32 finds damage (not forgery, which is no concern here) at several
gigabytes a second, so the index of 20,000 articles costs tens of milliseconds and no damaged file is ever searched.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from retrieval.errors import IndexDamaged, IndexIncompatible

FORMAT_VERSION = 9
"""Changes when an older program could not read the files, or would misread them."""

MANIFEST = "manifest.json"

_BLOCK = 1 << 18
"""Bytes that are read at a time: they are still in the processor's cache when they are summed up."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Fingerprints of what turned articles into an index. With others, the same articles give another index."""

    embedder: str
    analyzer: str
    splitter: str


UNRECORDED = Fingerprints("", "", "")


class Checksum(NamedTuple):
    """Size in bytes and CRC-32 of a file."""

    size: int
    crc32: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last file of a version to be written: a version without one is not complete."""

    format_version: int
    index_version: str
    created_at: str
    """UTC, ISO 8601, to the second."""
    embedder: str
    dimension: int
    analyzer: str
    splitter: str
    counts: Mapping[str, int]
    """Of articles and passages; of a version that was amended, how many articles it differs by from one written whole, as `amended`."""
    checksums: Mapping[str, Checksum]
    """By path relative to the version's folder, with forward slashes."""

    @property
    def fingerprints(self) -> Fingerprints:
        return Fingerprints(self.embedder, self.analyzer, self.splitter)

    def save(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def load_manifest(folder: Path) -> Manifest:
    """Read a version's manifest. Raises IndexDamaged, or IndexIncompatible when a newer or older program wrote it."""
    path = folder / MANIFEST
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        found = fields["format_version"]
        if found != FORMAT_VERSION:
            raise IndexIncompatible(f"{folder} has index format {found}, this program reads {FORMAT_VERSION}: run `parkqa reindex`.")
        checksums = {str(name): Checksum(*entry) for name, entry in fields.pop("checksums").items()}
        return Manifest(**fields, checksums=checksums)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise IndexDamaged(f"The index manifest {path} cannot be read ({type(error).__name__}): run `parkqa reindex`.") from error


def checksums(folder: Path, known: Mapping[str, Checksum] = MappingProxyType({})) -> dict[str, Checksum]:
    """Checksums of all files below `folder`, by relative path; what is known is not read."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path) for path in files)
    return {name: known.get(name) or _checksum(path) for name, path in named}


def verify(folder: Path, manifest: Manifest) -> None:
    """Raise IndexDamaged, naming the first file of the version that is missing or not as it was written."""
    paths = [folder / name for name in manifest.checksums]
    with ThreadPoolExecutor() as pool:  # side by side: at a million passages there are two gigabytes
        sums = pool.map(_checksum_of_file, paths)
        for path, found, expected in zip(paths, sums, manifest.checksums.values(), strict=True):
            _require_same(path, found, expected)


def _require_same(path: Path, found: Checksum, expected: Checksum) -> None:
    require_whole(path, found.size, expected.size)
    if found != expected:
        raise IndexDamaged(f"The index file {path} is damaged (its content has changed): run `parkqa reindex`.")


def _checksum_of_file(path: Path) -> Checksum:
    try:
        return _checksum(path)
    except OSError as error:
        raise IndexDamaged(f"The index file {path} is missing or unreadable: run `parkqa reindex`.") from error


def require_whole(path: Path | str, size: int, expected: int) -> None:
    """Raise IndexDamaged where a file has another size than it had."""
    if size != expected:
        raise IndexDamaged(f"The index file {path} is damaged ({size} of {expected} bytes): run `parkqa reindex`.")


def _checksum(path: Path) -> Checksum:
    size = crc = 0
    block = memoryview(bytearray(_BLOCK))
    with path.open("rb", buffering=0) as file:
        while read := file.readinto(block):
            size += read
            crc = zlib.crc32(block[:read], crc)
    return Checksum(size, crc)
