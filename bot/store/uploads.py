"""Files that admins sent, from their arrival until they are in the corpus or discarded. The files themselves lie in the staging folder."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, Field, TypeAdapter
from sqlalchemy import BigInteger, Column, Double, Select, Table, case, delete, select

from bot.store.answers import FORGET_SECONDS
from bot.store.database import TABLES, Database
from bot.store.kept_text import KeptText
from corpus.reading.source_file import Rejection, Remark
from corpus.reason import ReasonCode

UPLOADS = Table(
    "uploads",
    TABLES,
    Column("token", KeptText, primary_key=True),
    *(Column(name, BigInteger) for name in ("chat", "person", "message")),
    Column("state", KeptText),
    Column("files", KeptText),
    Column("sent_at", Double),
)
TOKEN_BYTES = 9

State = Literal["open", "taking", "taken", "dropped"]
"""A process that ended while files were on their way into the corpus leaves an upload that is being taken."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """What a report says of an article."""

    heading: str
    published: date | None
    publisher: str | None
    parks: tuple[str, ...]
    near_duplicate: Annotated[str | None, Field(validation_alias=AliasChoices("near_duplicate", "twin"))] = None
    """Heading of an article that says the same already."""
    known: bool = False
    """Whether its own id is in the index already."""
    same_batch: bool = False
    """Whether the near-duplicate is an earlier one of the files that were sent together."""


def _from_sentence(kept: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A rejection; earlier versions kept a sentence in its place."""
    return {"path": "", "reason": {"code": ReasonCode.UNREADABLE, "details": {"error": kept}}} if isinstance(kept, str) else kept


KeptRejection = Annotated[Rejection, BeforeValidator(_from_sentence)]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of reading a file."""

    articles: tuple[FoundArticle, ...] = ()
    """The first ones."""
    total: int = 0
    """How many there are."""
    rejections: Annotated[tuple[KeptRejection, ...], Field(validation_alias=AliasChoices("rejections", "reasons"))] = ()
    """Why the file, or a line of it, gives no article."""
    left_out: int = 0
    """Lines that cleaning leaves out."""
    examples: tuple[str, ...] = ()
    """Some of them."""
    remarks: tuple[Remark, ...] = ()
    """What is to be known of the articles."""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """One file on its way."""

    shown: str
    """What its sender calls it: for display, never a path."""
    staged: str | None
    """Name in the staging folder; None where nothing was kept."""
    finding: Finding | None = None
    """None until it has been read."""
    taken: str | None = None
    """Path in the corpus, once it is there."""
    left: bool = False
    """Whether it is to be left out when the others are taken in."""

    @property
    def good(self) -> bool:
        """Whether it gives an article."""
        return self.finding is not None and self.finding.total > 0

    @property
    def wanted(self) -> bool:
        """Whether it is to be taken in."""
        return self.good and not self.left


@dataclass(frozen=True, slots=True)
class Upload:
    """Files that were sent together and are decided on together."""

    token: str
    """Names it in callback data: twelve ASCII characters."""
    chat: int
    person: int
    message: int | None
    """The report on it; None until it is sent."""
    state: State
    files: tuple[StagedFile, ...]
    sent_at: float
    """When the last file was sent, in seconds since 1970."""

    @property
    def staged(self) -> list[str]:
        """Names of its files in the staging folder."""
        return [file.staged for file in self.files if file.staged]

    @property
    def unread(self) -> list[str]:
        """Of these, the ones that nobody has read yet."""
        return [file.staged for file in self.files if file.staged and file.finding is None]

    def with_file(self, number: int, file: StagedFile) -> Upload:
        """The upload with another file in the place of one."""
        return replace(self, files=(*self.files[:number], file, *self.files[number + 1 :]))


_FILES = TypeAdapter(tuple[StagedFile, ...])


def new_upload(chat: int, person: int, sent_at: float) -> Upload:
    """An upload without files."""
    return Upload(secrets.token_urlsafe(TOKEN_BYTES), chat, person, None, "open", (), sent_at)


class Uploads:
    """The table of uploads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, upload: Upload) -> None:
        """Add an upload, or replace the one with its token. Raises StoreUnavailable."""
        plain = {field.name: getattr(upload, field.name) for field in fields(upload)}
        self._database.put(UPLOADS, plain | {"files": _FILES.dump_json(upload.files).decode()})

    def get(self, token: str) -> Upload | None:
        """The upload of a token."""
        return self._first(select(UPLOADS).where(UPLOADS.c.token == token))

    def prune(self) -> None:
        """Forget uploads that are as old as answers become; their files went long before."""
        self._database.run(delete(UPLOADS).where(UPLOADS.c.sent_at < time.time() - FORGET_SECONDS))

    def latest_open(self, chat: int, person: int) -> Upload | None:
        """The upload of somebody in a chat that was sent last, where it is not decided on."""
        open_first = case((UPLOADS.c.state == "open", 0), else_=1)  # of two that were sent in the same second
        theirs = select(UPLOADS).where(UPLOADS.c.chat == chat, UPLOADS.c.person == person)
        latest = self._first(theirs.order_by(UPLOADS.c.sent_at.desc(), open_first).limit(1))
        return latest if latest and latest.state == "open" else None

    def _first(self, query: Select[Any]) -> Upload | None:
        row = self._database.row(query)
        return Upload(**{**row, "files": _FILES.validate_json(row["files"])}) if row else None
