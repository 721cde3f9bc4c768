"""The paragraphs and tables of a Word file in their order; text boxes and notes after the paragraph on which they hang."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.formats.captions import take_caption
from corpus.formats.docx.grids import Grid, read_grid
from corpus.formats.docx.paragraph import Paragraph, W, is_placeholder, read_paragraph
from corpus.formats.table import table_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

Notes = Mapping[tuple[str, str], "_Element"]
_CONTAINERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    text: str
    is_row: bool = False


def read_body(container: _Element, notes: Notes) -> list[Line]:
    """The lines of whatever holds paragraphs and tables: the document, a cell, a text box, a note."""
    lines: list[Line] = []
    begun = ""
    for block in _blocks(container):
        if block.tag == f"{W}tbl":
            lines.extend(_table(block, notes, lines))
            continue
        paragraph = read_paragraph(block)
        paragraph.text, begun = begun + paragraph.text, ""
        if paragraph.goes_on:
            begun = paragraph.text
            continue
        lines.extend(Line(line) for line in paragraph.text.split("\n"))
        lines.extend(_hanging(paragraph, notes))
    return [*lines, *([Line(begun)] if begun else [])]


def _blocks(container: _Element) -> Iterator[_Element]:
    for child in container:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _CONTAINERS and not is_placeholder(child):
            yield from _blocks(child)


def _hanging(paragraph: Paragraph, notes: Notes) -> Iterator[Line]:
    for box in paragraph.boxes:
        yield from read_body(box, notes)
    for reference in paragraph.notes:
        if (note := notes.get(reference)) is not None:
            yield from read_body(note, {})


def _table(table: _Element, notes: Notes, above: list[Line]) -> Iterator[Line]:
    grid = read_grid(table)
    if grid is None:  # it only lays out the page
        for cell in (cell for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table for cell in row.iter(f"{W}tc")):
            if next(cell.iterancestors(f"{W}tbl")) is table:
                yield from read_body(cell, notes)
        return
    yield from _rows(grid, above)
    for cell in table.iter(f"{W}p"):
        yield from _hanging(read_paragraph(cell), notes)


def _rows(grid: Grid, above: list[Line]) -> Iterator[Line]:
    texts = [line.text for line in above]
    caption = take_caption(texts)
    del above[len(texts) :]
    for index, text in enumerate(table_lines(grid.rows, caption, grid.headers)):
        yield Line(text, is_row=index > 0 or not caption)
