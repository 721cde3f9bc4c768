"""Tables of Word files by row and column, with merged cells filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.formats.docx.paragraph import W, is_placeholder, read_paragraph
from corpus.formats.joining import joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CELL = 300
_WIDEST_SPAN = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """The texts of a table's cells."""

    rows: list[list[str]]
    headers: int | None
    """How many rows the file marks as headers; None where it marks none."""


def read_grid(table: _Element) -> Grid | None:
    """The table as a grid; None where it holds other tables, long texts or a single column, and so only lays out the page."""
    rows = [row for row in _inside(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
    grid: list[list[str]] = []
    for row in rows:
        above = grid[-1] if grid else []
        grid.append(list(_cells(row, above)))
    if not grid or max(map(len, grid)) < 2 or next(table.iterdescendants(f"{W}tbl"), None) is not None:
        return None
    if max(len(text) for row in grid for text in row) > _LONGEST_CELL:
        return None
    marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    headers = marked.index(False) if False in marked else 0
    return Grid(grid, headers or None)


def _cells(row: _Element, above: list[str]) -> Iterator[str]:
    column = 0
    before = row.find(f"{W}trPr/{W}gridBefore")
    for _ in range(_count(before)):
        column += 1
        yield ""
    for cell in _inside(row, "tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        text = above[column] if goes_on and column < len(above) else _text(cell)
        for _ in range(max(1, _count(cell.find(f"{W}tcPr/{W}gridSpan")))):
            column += 1
            yield text


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls and tracked changes."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"} and not is_placeholder(child):
            yield from _inside(child, name)


def _text(cell: _Element) -> str:
    lines = [line for paragraph in cell.iter(f"{W}p") for line in read_paragraph(paragraph).text.split("\n")]
    return joined(line.strip() for line in lines)


def _count(element: _Element | None) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() and len(value) < 6 else 0
