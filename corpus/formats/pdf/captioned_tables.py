"""What belongs to a table besides its cells: the lines above it that say what it shows, and its rows on the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.formats.captions import is_caption, is_unit, may_be_caption
from corpus.formats.cells import is_figure
from corpus.formats.pdf.paragraphs import Line
from corpus.formats.pdf.parts import Part
from corpus.formats.pdf.ruled_tables import Table
from corpus.formats.table import Row

_AGAIN = re.compile(r"^[（(]?续")
_DATE_OR_SOURCE = re.compile(r"(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}|来源|作者")
_MOST_LINES = 3
_SAME_EDGE = 15.0
_MOST_HEADERS = 4


@dataclass(frozen=True, slots=True)
class CaptionedTable:
    """A whole table with what stands above it."""

    place: int
    """The index of its first part."""
    caption: str
    table: Table


def captioned(parts: Sequence[Part]) -> tuple[list[CaptionedTable], set[int]]:
    """The tables of a document, those joined that go on over a page end, and the indices of the lines that are captions."""
    tables: list[CaptionedTable] = []
    taken: set[int] = set()
    last = -1
    for index, part in enumerate(parts):
        if not isinstance(part, Table):
            continue
        lines = _caption(parts, index, part)
        between = set(range(last + 1, index)) - set(lines)
        texts = [text for place in lines if isinstance(line := parts[place], Line) for text in (line.text,)]
        again = all(map(_AGAIN.search, texts)) or all(map(is_unit, texts))
        if tables and not between and again and _continues(tables[-1].table, part):
            tables[-1] = replace(tables[-1], table=_continued(tables[-1].table, part))
        else:
            tables.append(CaptionedTable(min([*lines, index]), " ".join(texts), part))
        taken.update(lines)
        last = index
    return tables, taken


def _caption(parts: Sequence[Part], index: int, table: Table) -> list[int]:
    """The indices of the lines above a table that name it or its unit."""
    found: list[int] = []
    for place in range(index - 1, max(-1, index - 1 - _MOST_LINES), -1):
        line = parts[place]
        if not isinstance(line, Line) or not _names(line, table):
            break
        found.insert(0, place)
        if not is_unit(line.text):
            break
    return found


def _names(line: Line, table: Table) -> bool:
    if not may_be_caption(line.text) or _DATE_OR_SOURCE.search(line.text):
        return False
    centred = abs(line.left + line.right - table.left - table.right) / 2 < 1.5 * line.size and line.left > table.left + line.size
    return is_caption(line.text) or centred


def _continues(table: Table, other: Table) -> bool:
    return len(table.rows[0]) == len(other.rows[0]) and abs(table.left - other.left) < _SAME_EDGE


def _continued(table: Table, other: Table) -> Table:
    """Both as one; a header that is printed again goes, and the rest of a row that did not fit stands in it."""
    again = 0
    while again < min(_MOST_HEADERS, len(other.rows), len(table.rows)) and other.rows[again] == table.rows[again]:
        again += 1
    rows, rest = table.rows, other.rows[again:]
    if len(rows) > 1 and rest and _is_rest(rest[0]):
        rows, rest = (*rows[:-1], tuple(map("".join, zip(rows[-1], rest[0], strict=True)))), rest[1:]
    return replace(table, rows=rows + rest)


def _is_rest(row: Row) -> bool:
    """Whether a row only goes on with cells of the one before the page end: its first cell, which names it, is empty."""
    return not row[0] and sum(map(bool, row)) < len(row) - 1 and not any(map(is_figure, row))
