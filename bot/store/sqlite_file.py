"""A database in a file that nobody else reads, or in memory."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from bot.store.database import READS, Place

BUSY_SECONDS = 2
"""How long to wait for another process that writes; meanwhile every chat waits."""

Outlasts = Literal["a killed process", "a power cut"]
"""What something that was written is to outlast."""
_SYNCHRONOUS: dict[Outlasts, str] = {"a killed process": "NORMAL", "a power cut": "FULL"}


def file_place(path: Path | None, outlasts: Outlasts, name: str, unopened: str) -> Place:
    """A file, or memory for None, by the name that people know it by. `unopened` says what to do where it cannot be opened."""
    return Place(sqlite_engine(path, outlasts), name, unopened, "look at the disk it lies on.")


def sqlite_engine(path: Path | None, outlasts: Outlasts) -> Engine:
    """One connection to the file. It is opened, and made where it is missing, when it is used."""
    connect = partial(_connect, path, _SYNCHRONOUS[outlasts])
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(READS):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _connect(path: Path | None, synchronous: str) -> sqlite3.Connection:
    if path:
        _make_private(path)
    connection = sqlite3.connect(path or ":memory:", timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
    connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;")
    return connection


def _make_private(path: Path) -> None:
    """Make the file, if need be, for nobody else to read; SQLite gives the files beside it the same rights. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o600)
    if path.stat().st_uid == os.getuid():
        path.chmod(0o600)
