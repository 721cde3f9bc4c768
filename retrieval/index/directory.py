"""The folder that an index lives in, and the promises that its layout keeps.

    index/
      CURRENT              name of the version in use, and a checksum; replaced atomically, the only file that readers watch
      versions/000012/     one complete version, never changed; manifest.json is the last file written to it
      versions/.000013.new     a version being written; renamed when complete, swept up by the next reindex otherwise
      embeddings/          vectors by embedder and text, kept between versions
      recognised/          what was read of pages that are pictures, kept between versions
      sources.json         the corpus files as the current version saw them
      self_check.json      what the current version made of questions whose answers are known
      reindex.lock         held by the process that writes

A process that is killed at any point changes nothing for readers: either CURRENT was replaced or it was not.
"""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from retrieval.errors import IndexDamaged
from retrieval.index.durable_files import replace_file, sync, sync_tree
from retrieval.index.manifest import MANIFEST

_VERSION_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")


@dataclass(frozen=True, slots=True)
class IndexDirectory:
    """Paths of an index and the atomic steps between its versions. Nothing is created before something is written."""

    root: Path

    @property
    def embeddings(self) -> Path:
        return self.root / "embeddings"

    @property
    def recognised(self) -> Path:
        return self.root / "recognised"

    @property
    def sources(self) -> Path:
        return self.root / "sources.json"

    @property
    def self_check(self) -> Path:
        return self.root / "self_check.json"

    def folder(self, version: str) -> Path:
        return self._versions / version

    def current(self) -> str | None:
        """The version in use, or None before the first. Raises IndexDamaged when CURRENT holds no name."""
        path = self.root / "CURRENT"
        try:
            name, *checksum = path.read_text(encoding="utf-8").split() or [""]
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise IndexDamaged(f"{path} cannot be read: run `parkqa reindex`.") from error
        if not _VERSION_NAME.fullmatch(name) or checksum not in ([], [_checksum(name)]):  # without one in indexes of before
            raise IndexDamaged(f"{path} names no index version: run `parkqa reindex`.")
        return name

    def publish(self, version: str) -> None:
        """Make a complete version the one in use."""
        if not (self.folder(version) / MANIFEST).is_file():
            raise ValueError(f"version {version} is not complete")
        replace_file(self.root / "CURRENT", f"{version} {_checksum(version)}\n")

    def versions(self) -> list[str]:
        """Complete versions, oldest first; names are counters, so a shorter one is older."""
        names = [path.parent.name for path in self._versions.glob(f"*/{MANIFEST}")]
        return sorted((name for name in names if _VERSION_NAME.fullmatch(name)), key=_age)

    @contextmanager
    def writing(self, version: str) -> Iterator[Path]:
        """A folder to write a version into; the version exists from the moment that the block ends without an error."""
        if not _VERSION_NAME.fullmatch(version) or self.folder(version).exists():
            raise ValueError(f"{version!r} cannot name a new version")
        unfinished = self._versions / f".{version}.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            yield unfinished
            sync_tree(unfinished)
            unfinished.rename(self.folder(version))
            sync(self._versions)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def prune(self, keep: int) -> None:
        """Delete all but the newest `keep` versions and the current one, what a killed process left unfinished, and what is no version."""
        for leftover in (*self._versions.glob(".*"), *self.root.glob(".*.new")):
            _remove(leftover)
        kept = self._kept(keep)
        for folder in self._versions.glob("*"):
            if folder.name not in kept:
                # The name goes first: a removal that is killed leaves nothing that looks complete.
                _remove(folder.rename(folder.with_name(f".{folder.name}.old")))

    def _kept(self, keep: int) -> set[str]:
        newest_first = self.versions()[::-1]
        try:
            return {self.current() or "", *newest_first[:keep]}
        except IndexDamaged:  # without a readable CURRENT no version is safe to delete
            return set(newest_first)

    @property
    def _versions(self) -> Path:
        return self.root / "versions"


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _checksum(version: str) -> str:
    """What stands beside the name in CURRENT: a flipped bit must not name another version."""
    return f"{zlib.crc32(version.encode()):08x}"


def _age(version: str) -> tuple[int, str]:
    return len(version), version
