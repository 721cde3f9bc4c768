"""Cells that were pasted out of a table into a text: divided by tabs, a row a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpus.formats.captions import take_caption
from corpus.formats.table import table_lines

_LEAST_ROWS = 3
_LONGEST_CELL = 60


def with_rows(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines with the rows of such tables behind their headers, and which lines those are."""
    found: list[str] = []
    rows: list[str] = []
    for columns, run in groupby(lines, _columns):
        block = list(run)
        if columns < 2 or len(block) < _LEAST_ROWS:
            found.extend(block)
            continue
        caption = take_caption(found)
        table = table_lines([line.split("\t") for line in block], caption)
        found.extend(table)
        rows.extend(table[1:] if caption else table)
    return found, rows


def _columns(line: str) -> int:
    """How many cells a line has; 0 where it is none of a table, which begins with no empty cell and holds no sentences."""
    cells = line.rstrip().split("\t") if "\t" in line.strip() else []
    return line.count("\t") + 1 if cells and cells[0].strip() and max(map(len, cells)) <= _LONGEST_CELL else 0
