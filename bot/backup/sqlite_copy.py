"""A copy of an SQLite file that others write to meanwhile: as it was at one moment, whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StoreUnavailable


def copy_sqlite(path: Path, copy: Path) -> None:
    """Write a copy to a file that is not there yet. Raises StoreUnavailable where the one to copy cannot be read or is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            ((found, *_), *_) = target.execute("PRAGMA quick_check").fetchall()
            target.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    except sqlite3.Error as error:
        found = str(error)
    if found != "ok":
        raise StoreUnavailable(f"{path} cannot be backed up ({found}): move it away, and look at the disk it lies on.")
