"""Making a backup, beside a running bot; a reindex has to wait for it, and it for a reindex."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO

from bot.backup.archive import ARTICLES, CONFIG, INDEX, STORE, ArchiveWriter, Contents, check
from bot.backup.public_config import without_secrets
from bot.backup.sqlite_copy import copy_sqlite
from bot.errors import BackupUnusable, StoreUnavailable
from bot.settings.secrets import secrets_of
from bot.settings.settings import Settings
from corpus.reading.listing import list_folder
from retrieval.building.lock import reindex_lock
from retrieval.index.directory import IndexDirectory
from retrieval.index.durable_files import sync

_SCRATCH = ".parkqa-backup-"


def make_backup(file: Path, settings: Settings, config: Path | None) -> Contents:
    """Write a backup to a file that is not there yet, and read it again.

    Raises BackupUnusable, CorpusError, ReindexRunning, IndexDamaged or StoreUnavailable; then there is no file.
    """
    index = settings.index.folder
    if file.resolve().is_relative_to(settings.corpus.folder.resolve()):
        raise BackupUnusable(f"{file} would lie in the corpus folder, where a reindex reads it: name a file elsewhere.")
    with _new_file(file) as (stream, scratch), reindex_lock(index) if index.is_dir() else nullcontext():
        archive = ArchiveWriter(stream)
        if config:
            archive.add_text(CONFIG, without_secrets(config.read_text(encoding="utf-8-sig"), secrets_of(settings)))
        _add_articles(archive, settings.corpus.folder)
        for path in store_files(settings):
            copy_sqlite(path, scratch / path.name)
            archive.add(f"{STORE}/{path.name}", scratch / path.name)
        directory = IndexDirectory(index)
        version = _add_version(archive, directory) if settings.index.engine == "in_process" else None  # a server has its own backups
        _add_beside(archive, directory, scratch)
        archive.close(version)
        stream.flush()
        os.fsync(stream.fileno())
    return check(file)


def store_files(settings: Settings) -> list[Path]:
    """What bots remember in files: that which the settings name, or one for each bot beside the index. A database has its own backups."""
    if settings.bot.database:
        return []
    if settings.bot.store:
        return [settings.bot.store] if settings.bot.store.exists() else []
    return sorted(path for path in settings.index.folder.glob("bot-*.sqlite") if not path.stem.endswith("-inbox"))


def _add_articles(archive: ArchiveWriter, folder: Path) -> None:
    listing = list_folder(folder)
    if listing.unseen:
        unseen = listing.unseen[0]
        raise BackupUnusable(
            f"{folder / unseen.path}: {unseen.reason.details['error']}; so there is no backup: mend that, or name another file."
        )
    for source in listing.sources:
        with suppress(FileNotFoundError):  # it went meanwhile
            archive.add(f"{ARTICLES}/{source.path}", folder / source.path)


def _add_version(archive: ArchiveWriter, directory: IndexDirectory) -> str | None:
    """The version in use; answers its name. Raises IndexDamaged."""
    version = directory.current()
    if version is not None:
        _add_files(archive, directory, directory.folder(version).rglob("*"))
    return version


def _add_beside(archive: ArchiveWriter, directory: IndexDirectory, scratch: Path) -> None:
    """What a reindex goes on from, wherever the versions lie."""
    _add_files(archive, directory, (directory.sources, directory.self_check, *directory.recognised.glob("*.gz")))
    for path in sorted(directory.embeddings.glob("*.sqlite")):
        with suppress(StoreUnavailable):  # it holds nothing that cannot be computed again
            copy_sqlite(path, scratch / path.name)
            archive.add(f"{INDEX}/{directory.embeddings.name}/{path.name}", scratch / path.name)


def _add_files(archive: ArchiveWriter, directory: IndexDirectory, paths: Iterable[Path]) -> None:
    for path in sorted(path for path in paths if path.is_file()):
        archive.add(f"{INDEX}/{path.relative_to(directory.root).as_posix()}", path)


@contextmanager
def _new_file(file: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A stream that becomes a file, for nobody else to read, when the block ends well, and a folder beside it for copies."""
    if file.exists() or file.is_symlink():
        raise BackupUnusable(f"{file} is there already: name another file, or move it away.")
    try:
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=file.parent) as scratch:
            unfinished = Path(scratch) / "backup"
            with unfinished.open("wb") as stream:
                unfinished.chmod(0o600)
                yield stream, Path(scratch)
            unfinished.rename(file)
        sync(file.parent)
    except OSError as error:
        where = file if error.filename is None or _SCRATCH in str(error.filename) else error.filename
        raise BackupUnusable(f"{where}: {error.strerror or error}; so there is no backup: mend that, or name another file.") from None
