"""One reindex at a time. The lock is the operating system's, so a killed process cannot leave it behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import Timeout

from retrieval.errors import IndexNotWritten, ReindexRunning
from retrieval.index.durable_files import replace_file
from retrieval.index.file_lock import LOCKS_MISSING, hold


@contextmanager
def reindex_lock(root: Path) -> Iterator[None]:
    """Hold the right to write the index below `root`.

    Raises ReindexRunning at once when another process holds it, and IndexNotWritten where nothing can be held.
    """
    root.mkdir(parents=True, exist_ok=True)
    holder = root / "reindex.pid"
    try:
        lock = hold(root / "reindex.lock")
    except Timeout as error:
        raise ReindexRunning(f"Another reindex of {root} is running{_holder(holder)}: wait until it ends.") from error
    except OSError as error:
        if error.errno not in LOCKS_MISSING:
            raise
        raise IndexNotWritten(f"{root} lies where no file can be locked ({error.strerror}): put it on a disk of this machine.") from error
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
        with hold(root / "reindex.lock"):
            return None
    except Timeout:
        return _holder(root / "reindex.pid").strip(" ()") or "?"
    except OSError:  # where nothing can be held nobody writes
        return None


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return f" ({path.read_text(encoding='utf-8').strip()})"
    return ""
