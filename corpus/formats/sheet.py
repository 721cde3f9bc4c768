"""The cells of a sheet as lines: tables, divided by empty rows, with the titles and units that stand above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        table = table_lines(block[start:], caption)[1:] if caption and start < len(block) else table_lines(block[start:])
        lines.extend([*above, *table])
        table_rows.extend(table)
    return lines, table_rows


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
