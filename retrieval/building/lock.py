"""One reindex at a time. The lock is the operating system's, so a killed process cannot leave it behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from retrieval.errors import ReindexRunning
from retrieval.index.durable_files import replace_file


@contextmanager
def reindex_lock(root: Path) -> Iterator[None]:
    """Hold the right to write the index below `root`. Raises ReindexRunning at once when another process holds it."""
    root.mkdir(parents=True, exist_ok=True)
    holder = root / "reindex.pid"
    try:
        lock = FileLock(root / "reindex.lock", blocking=False).acquire()
    except Timeout as error:
        raise ReindexRunning(f"Another reindex of {root} is running{_holder(holder)}: wait until it ends.") from error
    with lock:
        with suppress(OSError):  # on a full disk too, what a killed run left has to go first
            replace_file(holder, f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
        try:
            yield
        finally:
            with suppress(OSError):  # what was done is done; the name of a process that is gone misleads nobody who holds the lock
                holder.unlink(missing_ok=True)


def reindex_elsewhere(root: Path) -> str | None:
    """Who is writing the index below `root` now, as `process … since …`; None where nobody is. Only `reindex_lock` makes sure of it."""
    if not root.is_dir():
        return None
    try:
        with FileLock(root / "reindex.lock", blocking=False).acquire():
            return None
    except Timeout:
        return _holder(root / "reindex.pid").strip(" ()") or "?"


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return f" ({path.read_text(encoding='utf-8').strip()})"
    return ""
