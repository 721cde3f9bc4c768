"""The SQLite file behind everything that the bot remembers."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bot.errors import StoreUnavailable

_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
BUSY_SECONDS = 10
"""How long to wait for another process that writes."""

Row = sqlite3.Row


def make_private(path: Path) -> None:
    """Make the file, if need be, for nobody else to read; SQLite gives the files beside it the same rights. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o600)
    if path.stat().st_uid == os.getuid():
        path.chmod(0o600)


class Database:
    """One connection, safe to use from several threads: one statement, or one transaction, at a time."""

    def __init__(self, path: Path | str, schemas: Iterable[str]) -> None:
        """Open or create the file (":memory:" for none) with its tables. Raises StoreUnavailable."""
        self._path = path
        self._lock = threading.RLock()
        try:
            if isinstance(path, Path):
                make_private(path)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            schema = "".join(schemas)
            self._connection.executescript(_PRAGMAS)
            with self.transaction():
                self._add_columns(schema)
            self._connection.executescript(schema)
        except (OSError, sqlite3.Error, StoreUnavailable, UnicodeDecodeError) as error:  # the last: names in a damaged schema
            raise StoreUnavailable(f"The bot's memory {path} cannot be opened ({error}): move it away, or set bot.store.") from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Everything that a query finds. Raises StoreUnavailable."""
        with self._using():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a query finds. Raises StoreUnavailable."""
        return next(iter(self.rows(sql, values)), None)

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Carry out one statement; returns how many rows it changed. Raises StoreUnavailable, for instance on a full disk."""
        with self._using():
            return self._connection.execute(sql, values).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements of the block, or none. Raises StoreUnavailable."""
        with self._using():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _add_columns(self, schema: str) -> None:
        """Give the tables of a file of an earlier version the columns that have come since; what was kept stays."""
        with closing(sqlite3.connect(":memory:")) as newest:
            newest.executescript(schema)
            for (table,) in newest.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
                there = {row["name"] for row in self._connection.execute(f"PRAGMA table_info({table})")}
                for _, name, kind, required, default, _ in newest.execute(f"PRAGMA table_info({table})"):
                    if there and name not in there:
                        needed = f" NOT NULL DEFAULT {default}" if required else ""
                        self._connection.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}{needed}")

    @contextmanager
    def _using(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except (sqlite3.Error, UnicodeDecodeError) as error:
                raise StoreUnavailable(f"The bot's memory {self._path} cannot be used ({error}): look at the disk it lies on.") from error
