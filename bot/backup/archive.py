"""The file of a backup: a gzipped tar whose last entry lists all others with their checksums.

config.yaml               the settings, without secrets
articles/…                the files of the corpus
index/…                   one index version, and what the next reindex goes on from
store/…                   what each bot remembers
parkqa-backup.json        the contents; without it, as in a file that was cut off, it is no backup
"""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import IO

from bot.errors import BackupUnusable

FORMAT = 1
"""Changes when an older program could not read the file, or would misread it."""
CONTENTS = "parkqa-backup.json"
CONFIG = "config.yaml"
ARTICLES, INDEX, STORE = "articles", "index", "store"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a backup."""

    size: int
    """Bytes."""
    sha256: str
    modified_ns: int
    """Kept to the nanosecond: a reindex takes a file of another time for a changed one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself."""

    format: int
    made_at: str
    """UTC, to the second."""
    parkqa: str
    """The version that made it."""
    index_version: str | None
    entries: Mapping[str, Entry]
    """By name in the archive."""

    @property
    def vectors(self) -> bool:
        """Whether cached vectors are in it, from which an index can be made again."""
        return bool(self.below(f"{INDEX}/embeddings"))

    def below(self, folder: str) -> dict[str, Entry]:
        """The entries of a folder, by their path in it."""
        return {name.removeprefix(f"{folder}/"): entry for name, entry in self.entries.items() if name.startswith(f"{folder}/")}


class ArchiveWriter:
    """Writes a backup, entry by entry, to a stream. Every method raises OSError where a file or the stream fails."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6, format=tarfile.PAX_FORMAT)  # noqa: SIM115 - `close` ends it
        self._entries: dict[str, Entry] = {}

    def add(self, name: str, path: Path) -> None:
        """Take a file in, as long as it is when it is opened."""
        with path.open("rb") as stream:
            stat = os.fstat(stream.fileno())
            self._add(name, stat.st_size, stream, stat.st_mtime_ns)

    def add_text(self, name: str, text: str) -> None:
        """Take a text in as a file."""
        content = text.encode("utf-8")
        self._add(name, len(content), io.BytesIO(content), 0)

    def close(self, index_version: str | None) -> Contents:
        """End the archive with its contents."""
        contents = Contents(FORMAT, f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}", version("parkqa"), index_version, dict(self._entries))
        self.add_text(CONTENTS, json.dumps(asdict(contents)))
        self._tar.close()
        return contents

    def _add(self, name: str, size: int, stream: IO[bytes], modified_ns: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o600, modified_ns // 1_000_000_000
        hashing = _Hashing(stream)
        self._tar.addfile(info, hashing)
        self._entries[name] = Entry(size, hashing.digest.hexdigest(), modified_ns)


class _Hashing(io.RawIOBase):
    """A stream that is hashed as it is read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        self.digest.update(block)
        return block


def check(path: Path) -> Contents:
    """Read a whole backup; its contents, when every checksum holds. Raises BackupUnusable."""
    found: dict[str, str] = {}
    written: list[bytes] = []

    def take(name: str, stream: IO[bytes]) -> None:
        if name == CONTENTS:
            written.append(stream.read())
        else:
            found[name] = digest(stream)

    each_entry(path, take)
    if not written:
        raise _foreign(path)
    contents = _contents(path, written[-1])
    if wrong := next((name for name in found.keys() | contents.entries.keys() if not _holds(name, found, contents)), None):
        raise _damaged(path, wrong)
    return contents


def each_entry(path: Path, take: Callable[[str, IO[bytes]], None]) -> None:
    """Hand over name and content of each file in a backup, in order. Raises BackupUnusable."""
    with _errors(path), gzip.open(path) as unpacked, tarfile.open(fileobj=unpacked, mode="r:") as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isreg() else None
            if stream is None or not _is_inside(member.name):
                raise _foreign(path)
            take(member.name, stream)
        while unpacked.read(_BLOCK):  # to its end, where gzip has a checksum of its own
            pass


def digest(stream: IO[bytes]) -> str:
    """The checksum of all that a stream holds."""
    hashed = sha256()
    while block := stream.read(_BLOCK):
        hashed.update(block)
    return hashed.hexdigest()


def _holds(name: str, found: Mapping[str, str], contents: Contents) -> bool:
    entry = contents.entries.get(name)
    return entry is not None and found.get(name) == entry.sha256


def _is_inside(name: str) -> bool:
    """Whether a name is one of ours, and leads nowhere else."""
    parts = PurePosixPath(name).parts
    return parts in {(CONTENTS,), (CONFIG,)} or (len(parts) > 1 and parts[0] in {ARTICLES, INDEX, STORE} and ".." not in parts)


def _contents(path: Path, written: bytes) -> Contents:
    try:
        plain = json.loads(written)
        if plain["format"] > FORMAT:
            raise BackupUnusable(f"{path} was made by parkqa {plain['parkqa']}, which is newer than this one: update parkqa first.")
        return Contents(**plain | {"entries": {name: Entry(**entry) for name, entry in plain["entries"].items()}})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path, CONTENTS) from None


def _foreign(path: Path) -> BackupUnusable:
    return BackupUnusable(f"{path} is no backup of parkqa: give a file that `parkqa backup` wrote.")


def _damaged(path: Path, what: str) -> BackupUnusable:
    return BackupUnusable(f"{path} is damaged ({what}), so nothing was changed: take another backup.")


@contextmanager
def _errors(path: Path) -> Iterator[None]:
    try:
        yield
    except tarfile.ReadError as error:
        if "unexpected end" in str(error):
            raise _damaged(path, str(error)) from None
        raise _foreign(path) from None
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _damaged(path, str(error)) from None
    except gzip.BadGzipFile as error:
        raise (_damaged(path, str(error)) if "CRC" in str(error) else _foreign(path)) from None
    except OSError as error:
        if error.filename not in {str(path), None}:  # of a file that an entry is written to
            raise
        raise BackupUnusable(f"{path} cannot be read ({error.strerror}); give a file that `parkqa backup` wrote.") from None
