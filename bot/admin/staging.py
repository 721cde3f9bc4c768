"""Where files that admins send wait until they are decided on, and the ways from there into the corpus and back.

Every name is made here: what a file was called by its sender is never part of a path.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from filecmp import cmp
from itertools import count
from pathlib import Path, PurePosixPath

from bot.errors import FilesNotMoved
from bot.settings.settings import Settings
from retrieval.index.durable_files import sync

UPLOADS = "uploads"
"""Folder of the corpus that files come into."""
KEEP_SECONDS = 7 * 86_400
"""How long a file waits for a decision."""


@dataclass(frozen=True, slots=True)
class StagingArea:
    """The staging folder and the corpus folder. Each method raises FilesNotMoved when the disk refuses."""

    folder: Path
    corpus: Path

    def put(self, suffix: str, content: bytes) -> str:
        """Keep a file; its name in the staging folder."""
        name = f"{secrets.token_hex(16)}{suffix}"
        with _moving():
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            try:
                (self.folder / name).write_bytes(content)
            except OSError:
                (self.folder / name).unlink(missing_ok=True)
                raise
        return name

    def take_in(self, staged: str, stem: str, *, besides: Collection[str] | None = None) -> str:
        """Copy a file into the corpus under a name that no other file there has, whatever its suffix; its path in the corpus.

        It appears there at once and whole: until then it has a hidden name, which no reindex reads. Where a process ended that had begun
        to take files in, one like it may be there already, besides those whose paths are given.
        """
        suffix = PurePosixPath(staged).suffix
        with _moving():
            uploads = self._uploads()
            unfinished = uploads / f".{secrets.token_hex(8)}.new"
            try:
                shutil.copyfile(self.folder / staged, unfinished)
                sync(unfinished)
                name = None if besides is None else _there_already(unfinished, uploads, stem, suffix, besides)
                name = name or _link(unfinished, uploads, stem, suffix)
            finally:
                unfinished.unlink(missing_ok=True)
            sync(uploads)
        return f"{UPLOADS}/{name}"

    def take_out(self, taken: str, staged: str) -> None:
        """Move a file back out of the corpus; one that is gone already is no error."""
        with _moving():
            source = self._uploads() / PurePosixPath(taken).name
            if source.exists():
                self.folder.mkdir(parents=True, exist_ok=True)
                if not (self.folder / staged).exists():
                    unfinished = self.folder / f".{staged}.new"
                    shutil.copyfile(source, unfinished)
                    unfinished.replace(self.folder / staged)
                source.unlink()
                sync(source.parent)

    def discard(self, staged: Iterable[str]) -> None:
        """Delete files; those that are gone already are no error."""
        with _moving():
            for name in staged:
                (self.folder / name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Delete what nobody decided on, and what killed processes did not finish."""
        with _moving():
            for file in (*self.folder.glob("*"), *(self.corpus / UPLOADS).glob(".*.new")):
                if file.stat().st_mtime < time.time() - KEEP_SECONDS:
                    file.unlink()

    def _uploads(self) -> Path:
        if not self.corpus.is_dir():  # made anew, it would hold nothing else, and all other articles would be taken for gone
            raise FilesNotMoved(f"The corpus folder {self.corpus} is not there: see that its disk is mounted, or set corpus.folder.")
        uploads = self.corpus / UPLOADS
        uploads.mkdir(exist_ok=True)
        if not uploads.resolve().is_relative_to(self.corpus.resolve()):
            raise FilesNotMoved(f"{uploads} leads out of the corpus, where no reindex reads it: make it a folder.")
        return uploads


def staging_area(settings: Settings) -> StagingArea:
    """Beside the bot's store."""
    beside = settings.bot.store.parent if settings.bot.store else settings.index.folder
    return StagingArea(beside / "staging", settings.corpus.folder)


def _there_already(unfinished: Path, folder: Path, stem: str, suffix: str, besides: Collection[str]) -> str | None:
    """The name of a file of the same content that `_link` could have given it."""
    for number in count(1):
        path = folder / f"{stem if number == 1 else f'{stem}-{number}'}{suffix}"
        if not path.exists():
            return None
        if f"{UPLOADS}/{path.name}" not in besides and cmp(unfinished, path, shallow=False):
            return path.name
    raise AssertionError  # counting does not end


def _link(unfinished: Path, folder: Path, stem: str, suffix: str) -> str:
    """Give a file its name: the first of `stem`, `stem-2`, `stem-3` … that is free, also on disks that do not tell case apart."""
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        if name.casefold() in {path.stem.casefold() for path in folder.iterdir()}:
            continue
        try:
            os.link(unfinished, folder / f"{name}{suffix}")
        except FileExistsError:
            continue
        return f"{name}{suffix}"
    raise AssertionError  # counting does not end


@contextmanager
def _moving() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename2 or error.filename or "the disk"
        raise FilesNotMoved(f"{where}: {error.strerror or error}; make the folder writable by the bot.") from error
