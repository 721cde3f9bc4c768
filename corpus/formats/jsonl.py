"""JSON lines: one article a line, {"id", "title", "text", "published", "publisher", "url", "parks"} or what crawlers call them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.field_names import USUAL_NAMES, FieldNames
from corpus.formats.records import document_of, records_in
from corpus.reason import ReasonCode


def parse_line(line: bytes, names: FieldNames = USUAL_NAMES) -> Document:
    """Return the article on one line; raises UnreadableFile that says what the line lacks."""
    return read_record(loaded(line), names=names)


def read_record(record: object, id: str | None = None, names: FieldNames = USUAL_NAMES) -> Document:
    """The article of one JSON value; `id` is for one that has none of its own. Raises UnreadableFile."""
    if not isinstance(record, dict):
        raise UnreadableFile(ReasonCode.NO_OBJECT)
    return document_of(record, id, names)


def read_json(data: bytes, names: FieldNames) -> Iterator[object]:
    """The records of a .json file, which may hold one a line like .jsonl. Raises UnreadableFile."""
    try:
        return records_in(loaded(data), names)
    except UnreadableFile:
        lines = [line for line in decode(data).split("\n") if line.strip()]
        if len(lines) < 2 or not all(isinstance(_of_line(line), dict) for line in lines[:2]):
            raise
        return map(_of_line, lines)


def _of_line(line: str) -> object:
    """The value of a line; the line itself, which is no record, where it is none."""
    try:
        return json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return line


def loaded(data: bytes) -> object:
    """The JSON value in `data`. Raises UnreadableFile."""
    try:
        return json.loads(decode(data), strict=False)
    except ValueError as error:
        raise UnreadableFile(ReasonCode.NOT_JSON, error=str(error)) from error
    except RecursionError as error:
        raise UnreadableFile(ReasonCode.NESTED_TOO_DEEPLY) from error
