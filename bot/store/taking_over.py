"""What a store in a file holds, for tables in a database that have just been made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

from bot.store.answers import ANSWERS
from bot.store.audit import AUDIT
from bot.store.database import Database
from bot.store.feedback import FEEDBACK
from bot.store.follows import FOLLOWS, QUIET_HOURS
from bot.store.pushes import PUSHES, SEEN_ARTICLES
from bot.store.reindexes import REINDEXES
from bot.store.store import store_file
from bot.store.store_migrations import STORE
from bot.store.topics import TOPICS
from bot.store.uploads import UPLOADS

HELD = (ANSWERS, TOPICS, FEEDBACK, FOLLOWS, QUIET_HOURS, SEEN_ARTICLES, PUSHES, UPLOADS, REINDEXES, AUDIT)
"""In the order in which one needs another."""
NUMBERED = (FOLLOWS, PUSHES)
BATCH = 500
"""Rows that are in memory at a time."""


def take_over(path: Path, connection: Connection) -> None:
    """Fill new tables with all that a file holds, if it is there; it stays as it is. Raises StoreUnavailable."""
    if not path.exists():
        return
    place = store_file(path)
    with closing(Database(place, STORE)), place.engine.connect() as file:  # as the first, it has the form of today
        for table in HELD:
            for rows in file.execution_options(yield_per=BATCH).execute(select(table)).mappings().partitions():
                connection.execute(insert(table), [{name: _storable(value) for name, value in row.items()} for row in rows])
        for table in NUMBERED:  # no number is given again
            last = file.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}).scalar()
            if last:
                connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), :last)"), {"last": last})


def _storable(value: object) -> object:
    """Without the one character that PostgreSQL has no place for."""
    return value.replace("\0", "") if isinstance(value, str) else value
