"""CSV: articles, one a row below a header that names a text; or else a table of figures, which is one article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.field_names import FieldNames
from corpus.formats.records import has_text
from corpus.formats.sheet import sheet_lines
from corpus.reason import ReasonCode

_DELIMITERS = (",", "\t", ";", "|")


def read_csv(data: bytes, names: FieldNames) -> Iterator[object]:
    """The rows as records by the names of the header; a table of figures as one Document. Raises UnreadableFile."""
    text = decode(data).removeprefix("\ufeff")
    head = text[:4096].split("\n", 1)[0]
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count)))
    except csv.Error as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="CSV", error=str(error)) from error
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise UnreadableFile(ReasonCode.NO_TEXT)
    if has_text(rows[0], names):
        return (dict(zip(rows[0], row, strict=False)) for row in rows[1:])
    lines, table_rows = sheet_lines(rows)
    return iter((Document(text="\n".join(lines), rows=frozenset(table_rows)),))
