"""JSON lines: one article a line, {"id", "title", "text", "published", "publisher", "url", "parks"}; only id and text are needed."""

from __future__ import annotations

import json
from typing import Any

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.language.dates import parse_date
from corpus.reason import ReasonCode


def parse_line(line: bytes) -> Document:
    """Return the article on one line; raises UnreadableFile that says what the line lacks."""
    try:
        record = json.loads(decode(line))
    except ValueError as error:
        raise UnreadableFile(ReasonCode.NOT_JSON, error=str(error)) from error
    except RecursionError as error:
        raise UnreadableFile(ReasonCode.NESTED_TOO_DEEPLY) from error
    if not isinstance(record, dict):
        raise UnreadableFile(ReasonCode.NO_OBJECT)
    if not isinstance(record.get("text"), str) or not record["text"].strip():
        raise UnreadableFile(ReasonCode.NO_TEXT_FIELD)
    parks = record.get("parks")
    return Document(
        text=record["text"],
        id=_id(record),
        title=_string(record, "title"),
        published=parse_date(_string(record, "published") or ""),
        publisher=_string(record, "publisher"),
        url=_string(record, "url"),
        parks=tuple(park for park in parks if isinstance(park, str)) if isinstance(parks, list) else (),
    )


def _id(record: dict[str, Any]) -> str:
    value = record.get("id", record.get("_id"))  # BEIR's name for it
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise UnreadableFile(ReasonCode.NO_ID)
    return str(value).strip()


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    return value.strip() or None if isinstance(value, str) else None
