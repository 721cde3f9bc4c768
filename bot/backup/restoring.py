"""Bringing a backup back. Nothing is overwritten, and nothing changes before all of it is known to be whole and to have room."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from filelock import Timeout

from bot.backup.archive import ARTICLES, CONFIG, STORE, Contents, Entry, digest, each_entry
from bot.errors import BackupUnusable, RestoreRefused
from bot.settings.settings import Settings
from retrieval.building.lock import reindex_lock
from retrieval.errors import IndexDamaged
from retrieval.index.directory import IndexDirectory
from retrieval.index.durable_files import sync_tree
from retrieval.index.file_lock import hold

UNFINISHED = ".restored.new"
"""Where files wait in the index folder; a reindex sweeps it up after a restore that was killed."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a backup."""

    articles: int
    """Files of the corpus that are there now."""
    kept: int
    """Of these, how many were there before, the same."""
    index_version: str | None
    vectors: bool
    """Whether there are cached vectors now, from which an index can be made again."""
    stores: tuple[Path, ...]


def restore(file: Path, contents: Contents, settings: Settings) -> Restored:
    """Bring articles, index and stores of a checked backup to where the settings have them.

    Raises RestoreRefused where something else is in the way or a bot runs, ReindexRunning, or BackupUnusable where the disk refuses:
    then what was brought is taken away again.
    """
    moves = _Moves(settings)
    remembered = contents.below(STORE)
    if settings.bot.database and remembered:
        raise RestoreRefused(f"{file} holds what a bot remembers in files, but bot.database is set: leave that empty while you restore.")
    if settings.bot.store and len(remembered) > 1:
        raise RestoreRefused(
            f"{file} holds what {len(remembered)} bots remember, each in a file of its own, but bot.store names one file for all: "
            "leave that empty while you restore."
        )
    _refuse_index(settings.index.folder)
    kept = moves.in_place(contents)
    with reindex_lock(settings.index.folder):
        _refuse_index(settings.index.folder)  # one may have been made meanwhile
        _refuse_beside_bots(settings.index.folder)
        waiting = settings.index.folder / UNFINISHED
        with _all_or_nothing(file, moves, waiting):
            _unpack(file, contents, waiting, leave_out=kept)
            moves.make(waiting)
            if contents.index_version:
                IndexDirectory(settings.index.folder).publish(contents.index_version)
    stores = tuple(moves.target(f"{STORE}/{name}") for name in remembered)
    return Restored(len(contents.below(ARTICLES)), len(kept), contents.index_version, contents.vectors, stores)


@dataclass(slots=True)
class _Moves:
    """Where each file goes, and which have gone there."""

    settings: Settings
    done: list[Path] = field(default_factory=list)

    def target(self, name: str) -> Path:
        """Where an entry belongs."""
        folder, _, path = name.partition("/")
        if folder == STORE:
            return self.settings.bot.store or self.settings.index.folder / path
        return (self.settings.corpus.folder if folder == ARTICLES else self.settings.index.folder) / path

    def in_place(self, contents: Contents) -> set[str]:
        """The entries that are there already, as they should be: articles. Raises RestoreRefused where something else is in their place."""
        there = [name for name in contents.entries if name != CONFIG and os.path.lexists(self.target(name))]
        kept = {name for name in there if name.startswith(f"{ARTICLES}/") and _same(self.target(name), contents.entries[name])}
        if other := next((name for name in there if name not in kept), None):
            raise RestoreRefused(
                f"{self.target(other)} is there already, and not the same: move it away, or name other folders with --corpus and --index."
            )
        return kept

    def make(self, waiting: Path) -> None:
        """Move everything to its place."""
        for path in sorted(path for path in waiting.rglob("*") if path.is_file()):
            target = self.target(path.relative_to(waiting).as_posix())
            target.parent.mkdir(parents=True, exist_ok=True)
            self.done.append(target)
            shutil.move(path, target)

    def take_back(self) -> None:
        for path in self.done:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _unpack(file: Path, contents: Contents, folder: Path, leave_out: set[str]) -> None:
    folder.mkdir(parents=True)

    def take(name: str, stream: IO[bytes]) -> None:
        entry = contents.entries.get(name)
        if entry and name != CONFIG and name not in leave_out:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, stream, private=name.startswith(f"{STORE}/"))
            os.utime(path, ns=(entry.modified_ns, entry.modified_ns))

    each_entry(file, take)
    sync_tree(folder)


def _write(path: Path, stream: IO[bytes], *, private: bool) -> None:
    with path.open("xb") as target:
        if private:
            path.chmod(0o600)
        shutil.copyfileobj(stream, target)


def _same(path: Path, entry: Entry) -> bool:
    try:
        with path.open("rb") as stream:
            return path.stat().st_size == entry.size and digest(stream) == entry.sha256
    except OSError:
        return False


def _refuse_index(folder: Path) -> None:
    directory = IndexDirectory(folder)
    with suppress(IndexDamaged):
        if directory.current() is None and not directory.versions():
            return
    raise RestoreRefused(f"{folder} holds an index already: move it away, or name another folder with --index.")


def _refuse_beside_bots(folder: Path) -> None:
    for path in folder.glob("bot-*.lock"):
        try:
            with hold(path):
                pass
        except Timeout:
            raise RestoreRefused(f"A bot is running on {folder} (its lock is {path.name}): stop it first.") from None


@contextmanager
def _all_or_nothing(file: Path, moves: _Moves, waiting: Path) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        moves.take_back()
        if isinstance(error, OSError):
            where = error.filename2 or error.filename or waiting
            raise BackupUnusable(f"{file} was not restored ({where}: {error.strerror or error}): mend that and try again.") from None
        raise
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
