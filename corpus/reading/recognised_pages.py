"""Pages whose text was recognised once: the same picture is not recognised again, which takes seconds of processor time a page.

A file for each page, named after its picture and what recognises it. What is there can be made again: a file that is missing or damaged
costs that time, and nothing else.
"""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import RecognisedPage

_SUFFIX = ".json.gz"


@dataclass(frozen=True, slots=True)
class KnownPages:
    """Those in a folder, to be read only."""

    folder: Path

    def get(self, key: str) -> RecognisedPage | None:
        """What stands on a page; None where it is not known. One without text has no pieces."""
        try:
            return _pages().validate_json(gzip.decompress(self._path(key).read_bytes()))
        except (OSError, EOFError, zlib.error, ValidationError):
            return None

    def keep(self, key: str, page: RecognisedPage) -> None:
        """Nothing: who only reads leaves no trace."""

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"


@dataclass(frozen=True, slots=True)
class RecognisedPages(KnownPages):
    """Those in a folder, which is made when the first one is kept."""

    used: set[str] = field(default_factory=set)
    """Keys that somebody asked for, or kept a page under."""

    def get(self, key: str) -> RecognisedPage | None:
        self.used.add(key)
        return KnownPages.get(self, key)

    def keep(self, key: str, page: RecognisedPage) -> None:
        """Keep a page; where the disk is full or closed, it is recognised again the next time."""
        self.keep_json(key, _pages().dump_json(page))

    def keep_json(self, key: str, page: bytes) -> None:
        """Keep a page that another process recognised."""
        self.used.add(key)
        path = self._path(key)
        unfinished = path.with_suffix(".new")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(gzip.compress(page, mtime=0))
            unfinished.replace(path)

    def prune(self) -> None:
        """Delete every page that was not used, and what a killed process left."""
        kept = {f"{key}{_SUFFIX}" for key in self.used}
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                if path.name not in kept:
                    path.unlink()


@cache
def _pages() -> TypeAdapter[RecognisedPage]:
    """Made when it is first needed: who only keeps what another process recognised loads nothing that reads files."""
    from corpus.formats.pdf.recognition import RecognisedPage

    return TypeAdapter(RecognisedPage)
