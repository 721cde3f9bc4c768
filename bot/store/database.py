"""The database behind what the bot keeps: an SQLite file, or PostgreSQL where several bots share it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Delete, Engine, Insert, MetaData, RowMapping, Select, Table, Update, UpdateBase
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.errors import StoreUnavailable
from bot.store.migrations import MadeByNewer, Migrations, migrate

TABLES = MetaData()
"""Every table that the modules beside this one speak of."""
READS = "reads"
"""Marks a connection that will change nothing."""

Row = RowMapping
T = TypeVar("T")


class Place(NamedTuple):
    """Where a database is, and what is said when it cannot be used."""

    engine: Engine
    name: str
    """For people; without a password."""
    unopened: str
    """What to do when it cannot be opened."""
    unusable: str
    """And when it cannot be used later."""


class Database:
    """Safe to use from several threads. Where the database is a file, one statement or one transaction is carried out at a time."""

    def __init__(self, place: Place, migrations: Migrations, fill: Callable[[Connection], None] | None = None) -> None:
        """Open it, and bring its tables up to date; `fill` gets it when they have just been made. Raises StoreUnavailable."""
        self._place = place
        self._inside = threading.local()
        self._turn: AbstractContextManager[object] = threading.RLock() if self.is_file else nullcontext()
        reads = {READS: True} if self.is_file else {"isolation_level": "AUTOCOMMIT"}
        self._reading = place.engine.execution_options(**reads)
        try:
            with place.engine.begin() as connection:
                if migrate(connection, migrations) and fill:
                    fill(connection)
        except (OSError, SQLAlchemyError, UnicodeDecodeError, MadeByNewer) as error:  # the third: names in a damaged schema
            raise unopened(place, error) from error

    @property
    def is_file(self) -> bool:
        """Whether it is a file of one process, and not shared with others."""
        return self._place.engine.dialect.name == "sqlite"

    def rows(self, query: Select[Any] | UpdateBase) -> list[Row]:
        """Everything that a query finds, or that a statement says of what it changed. Raises StoreUnavailable."""
        with self._using(reads=isinstance(query, Select)) as connection:
            return list(connection.execute(query).mappings())

    def row(self, query: Select[Any]) -> Row | None:
        """The first row that a query finds. Raises StoreUnavailable."""
        return next(iter(self.rows(query)), None)

    def run(self, statement: Insert | Update | Delete) -> int:
        """Carry out one statement; returns how many rows it changed. Raises StoreUnavailable, for instance on a full disk."""
        with self._using() as connection:
            return connection.execute(statement).rowcount

    def add(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Add a row unless it is there already, by any of its keys; returns whether it was not. Raises StoreUnavailable."""
        return bool(self.rows(_insert(self.is_file, table).values(row).on_conflict_do_nothing().returning(*table.primary_key)))

    def add_new(self, table: Table, rows: Sequence[Mapping[str, Any]], key: Column[T]) -> list[T]:
        """Add those rows that are not there already; returns the keys of these. Raises StoreUnavailable."""
        if not rows:
            return []
        return [row[key.name] for row in self.rows(_insert(self.is_file, table).values(rows).on_conflict_do_nothing().returning(key))]

    def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Add a row, or replace the one with its primary key. Raises StoreUnavailable."""
        with self._using() as connection:
            connection.execute(_replacing(self.is_file, table, tuple(row)), dict(row))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements of the block, or none. Raises StoreUnavailable."""
        with self._using():
            yield

    def close(self) -> None:
        with self._turn:
            self._place.engine.dispose()

    @contextmanager
    def _using(self, reads: bool = False) -> Iterator[Connection]:
        """The connection of the transaction that this thread is in, else one of its own."""
        outer: Connection | None = getattr(self._inside, "connection", None)
        if outer is not None:
            yield outer
            return
        with self._turn:
            try:
                with (self._reading if reads else self._place.engine).connect() as connection, connection.begin():
                    self._inside.connection = connection
                    yield connection
            except (SQLAlchemyError, UnicodeDecodeError) as error:
                raise StoreUnavailable(f"{self._place.name} cannot be used ({in_a_line(error)}): {self._place.unusable}") from error
            finally:
                self._inside.connection = None


def _insert(is_file: bool, table: Table) -> Any:  # noqa: ANN401 - two types with the same methods, and no common one
    return (sqlite if is_file else postgresql).insert(table)


@functools.cache
def _replacing(is_file: bool, table: Table, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - likewise
    """Made once: with all values in it, making it would take ten times as long as carrying it out."""
    added = _insert(is_file, table)
    keys = [column.name for column in table.primary_key]
    return added.on_conflict_do_update(index_elements=keys, set_={name: added.excluded[name] for name in names if name not in keys})


def unopened(place: Place, error: BaseException) -> StoreUnavailable:
    """The error of a database that cannot be opened."""
    return StoreUnavailable(f"{place.name} cannot be opened ({in_a_line(error)}): {place.unopened}")


def in_a_line(error: BaseException) -> str:
    """What a database says is wrong; never the statement, whose values are what people wrote."""
    said = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return str(said).strip().split("\n", 1)[0]
