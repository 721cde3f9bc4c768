"""One process for each bot, and the files that it keeps beside the index, which several bots may share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from bot.errors import AlreadyRunning, ConfigError


class Files(NamedTuple):
    """Where a bot keeps what it must not forget."""

    inbox: Path
    store: Path


@contextmanager
def sole_instance(folder: Path, token: str) -> Iterator[Files]:
    """Hold the lock of this bot, which has files of its own. Raises AlreadyRunning, or ConfigError where the folder cannot be written."""
    name = f"bot-{blake2b(token.encode(), digest_size=4).hexdigest()}"
    path = folder / f"{name}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, blocking=False).acquire()
    except Timeout:
        raise AlreadyRunning(f"This bot is running already (its lock is {path}): stop that process first.") from None
    except OSError as error:
        raise ConfigError(f"The bot cannot keep its lock {path} ({error.strerror}): make the index folder writable.") from error
    with lock:
        yield Files(inbox=folder / f"{name}-inbox.sqlite", store=folder / f"{name}.sqlite")
