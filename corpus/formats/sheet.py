"""The cells of a sheet as lines: tables, divided by empty rows, with the titles and units that stand above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.formats.cells import is_figure
from corpus.formats.table import table_lines


def sheet_lines(rows: Sequence[Sequence[str]], name: str = "") -> tuple[list[str], list[str]]:
    """The lines of a sheet, and those of them that are rows of tables. A row with one text above a table is its caption.

    What a sheet is called is the caption of its tables that have none.
    """
    lines: list[str] = []
    table_rows: list[str] = []
    for block in _blocks(rows):
        start = next((index for index, row in enumerate(block) if len(_texts(row)) > 1), len(block))
        above = [text for row in block[:start] for text in _texts(row)[:1]]
        caption = " ".join(above) or name
        lines.extend(above)
        for table in _side_by_side(block[start:]):
            of_table = table_lines(table, caption)[1:] if caption and table else table_lines(table)
            lines.extend(of_table)
            table_rows.extend(of_table)
    return lines, table_rows


def _side_by_side(rows: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """The tables in a block, which an empty column divides where what is to its right names its own rows."""
    width = max(map(len, rows), default=0)
    cells = [[*row, *[""] * (width - len(row))] for row in rows]
    empty = [column for column in range(width) if not any(row[column].strip() for row in cells)]
    starts = [0, *(column + 1 for column in empty if _names_rows([row[column + 1] for row in cells if column + 1 < width]))]
    return [[row[start:end] for row in cells] for start, end in zip(starts, [*starts[1:], width], strict=True)]


def _names_rows(column: Sequence[str]) -> bool:
    return len(column) > 2 and all(cell.strip() and not is_figure(cell.strip()) for cell in column)


def _texts(row: Sequence[str]) -> list[str]:
    """The different texts of a row: a merged cell stands in each of its columns."""
    return list(dict.fromkeys(text for cell in row if (text := " ".join(cell.split()))))


def _blocks(rows: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    block: list[Sequence[str]] = []
    for row in rows:
        if _texts(row):
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block
