"""Reindexes that were begun in a chat, so that they can be undone there."""

from __future__ import annotations

import secrets
import time
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Double, Table, delete, select

from bot.store.answers import FORGET_SECONDS
from bot.store.database import TABLES, Database
from bot.store.kept_text import KeptText

REINDEXES = Table(
    "reindexes",
    TABLES,
    Column("token", KeptText, primary_key=True),
    Column("chat", BigInteger),
    *(Column(name, KeptText) for name in ("before", "made", "upload")),
    Column("undone", BigInteger),
    Column("at", Double),
)
TOKEN_BYTES = 9


class Reindex(NamedTuple):
    """A reindex that has ended."""

    token: str
    """Names it in callback data."""
    chat: int
    before: str | None
    """The version that was in use before; None before the first."""
    made: str | None
    """The version that came of it, if one did."""
    upload: str | None
    """Token of the upload that it was for."""
    undone: bool = False

    @property
    def can_be_undone(self) -> bool:
        """Whether there is anything to take back."""
        return not self.undone and (self.upload is not None or (self.made is not None and self.before is not None))


def new_reindex(chat: int, before: str | None, made: str | None, upload: str | None) -> Reindex:
    """A reindex that has just ended."""
    return Reindex(secrets.token_urlsafe(TOKEN_BYTES), chat, before, made, upload)


class Reindexes:
    """The table of reindexes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, reindex: Reindex) -> None:
        """Add a reindex, or replace the one with its token. Raises StoreUnavailable."""
        self._database.put(REINDEXES, reindex._asdict() | {"undone": int(reindex.undone), "at": time.time()})

    def get(self, token: str) -> Reindex | None:
        """The reindex of a token."""
        row = self._database.row(select(*(REINDEXES.c[name] for name in Reindex._fields)).where(REINDEXES.c.token == token))
        return Reindex(**{**row, "undone": bool(row["undone"])}) if row else None

    def prune(self) -> None:
        """Forget what nobody can undo any more: its upload is forgotten as well."""
        self._database.run(delete(REINDEXES).where(REINDEXES.c.at < time.time() - FORGET_SECONDS))
