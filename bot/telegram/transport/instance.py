"""One process for each bot, and the files that it keeps beside the index, which several bots may share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from filelock import Timeout
from platformdirs import user_state_path

from bot.errors import AlreadyRunning, ConfigError
from retrieval.index.file_lock import LOCKS_MISSING, hold


class Files(NamedTuple):
    """Where a bot keeps what it must not forget, and its lock."""

    inbox: Path
    store: Path
    lock: Path


def files_of(folder: Path, token: str) -> Files:
    """The files of a bot: others may have theirs in the same folder."""
    name = f"bot-{blake2b(token.encode(), digest_size=4).hexdigest()}"
    return Files(inbox=folder / f"{name}-inbox.sqlite", store=folder / f"{name}.sqlite", lock=folder / f"{name}.lock")


@contextmanager
def sole_instance(files: Files) -> Iterator[None]:
    """Hold the lock of a bot. Raises AlreadyRunning, or ConfigError where the folder cannot be written."""
    try:
        files.lock.parent.mkdir(parents=True, exist_ok=True)
        lock = _locked(files.lock)
    except OSError as error:
        if error.errno in LOCKS_MISSING:
            where = files.lock.parent
            raise ConfigError(f"{where} lies where no file can be locked ({error.strerror}): put it on a disk of this machine.") from error
        raise ConfigError(f"The bot cannot keep its lock {files.lock} ({error.strerror}): make the index folder writable.") from error
    with lock, _on_this_machine(files.lock.stem):
        yield


@contextmanager
def _on_this_machine(name: str) -> Iterator[None]:
    """Hold a lock that does not depend on the index folder, where there is a place for one: two folders make no two bots."""
    try:
        lock = _locked(user_state_path("parkqa", ensure_exists=True) / f"{name}.lock")
    except OSError:  # there is no such place; Telegram tells two bots apart as well, a little later
        yield
        return
    with lock:
        yield


def _locked(path: Path) -> AbstractContextManager[object]:
    try:
        return hold(path)
    except Timeout:
        raise AlreadyRunning(f"This bot is running already (its lock is {path}): stop that process first.") from None
