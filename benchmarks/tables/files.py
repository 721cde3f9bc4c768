"""Writes a table as the file of a format, with its title, day and unit above it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from itertools import groupby

import docx

from benchmarks.tables.asked import MERGED, AskedTable
from tests.excel_files import workbook
from tests.pdf_files import pdf, rule, text

_LEFT, _TOP, _HEIGHT = 50.0, 700.0, 24.0
_BEFORE_PAGE_END = 150.0
_COLUMN_LETTERS = "ABCDEFGH"


def file_of(table: AskedTable) -> bytes:
    """The file's content."""
    return _WRITERS[table.suffix](table)


def _grid(table: AskedTable) -> list[list[str]]:
    """All rows, with what is merged repeated."""
    return [[_merged(row, place) for place in range(len(row))] for row in (*table.headers, *table.rows)]


def _merged(row: tuple[str, ...], place: int) -> str:
    return row[place] if row[place] != MERGED else _merged(row, place - 1)


def _runs(row: list[str]) -> list[tuple[str, int]]:
    """The cells of a row with how many columns each spans."""
    return [(cell, len(list(same))) for cell, same in groupby(row)]


def _as_html(table: AskedTable) -> bytes:
    grid, heads = _grid(table), len(table.headers)
    body = ""
    for place, row in enumerate(grid):
        cells = _runs(row) if place < heads else [(cell, 1) for cell in row]
        tag = "th" if place < heads else "td"
        if 0 < place < heads:
            cells = cells[1:]  # the first column's name spans the lines
        down = f' rowspan="{heads}"' if place == 0 and heads > 1 else ""
        drawn = (
            f"<{tag}{down if column == 0 else ''}{f' colspan={width}' if width > 1 else ''}>{cell}</{tag}>"
            for column, (cell, width) in enumerate(cells)
        )
        body += f"<tr>{''.join(drawn)}</tr>"
    above = f"<p>{table.unit}</p>" if table.unit else ""
    return (
        f"<html><head><meta charset=utf-8><title>{table.title}</title></head><body><h1>{table.title}</h1>"
        f"<p>发布时间：{table.published}</p>{above}<table>{body}</table></body></html>"
    ).encode()


def _as_markdown(table: AskedTable) -> bytes:
    head, *body = ("| " + " | ".join(row) + " |" for row in _grid(table))
    line = "|" + "---|" * len(table.rows[0])
    return "\n".join([f"# {table.title}", "", f"发布时间：{table.published}", "", table.unit, "", head, line, *body]).encode()


def _as_csv(table: AskedTable) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([[table.title], *_grid(table)])
    return buffer.getvalue().encode("gb18030")


def _as_word(table: AskedTable) -> bytes:
    document, grid = docx.Document(), _grid(table)
    for line in filter(None, (table.title, f"发布时间：{table.published}", table.unit)):
        document.add_paragraph(line)
    drawn = document.add_table(len(grid), len(grid[0]))
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            merged = y < len(table.headers) and ((x and row[x - 1] == cell) or (y and grid[y - 1][x] == cell))
            drawn.cell(y, x).text = "" if merged else cell
    for y, row in enumerate(grid[: len(table.headers)]):
        for x, cell in enumerate(row):
            if x and row[x - 1] == cell:
                drawn.cell(y, x - 1).merge(drawn.cell(y, x))
            if y and grid[y - 1][x] == cell:
                drawn.cell(y - 1, x).merge(drawn.cell(y, x))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _as_workbook(table: AskedTable) -> bytes:
    grid, above = _grid(table), [table.title, *([table.unit] if table.unit else [])]
    numbers: list[list[str | float | None]] = [[float(cell) if cell.isdigit() else cell for cell in row] for row in grid]
    first = len(above) + 1
    merged = [f"A1:{_COLUMN_LETTERS[len(grid[0]) - 1]}1"]
    for y, row in enumerate(table.headers, first):
        merged += [f"{_COLUMN_LETTERS[x - 1]}{y}:{_COLUMN_LETTERS[x]}{y}" for x, cell in enumerate(row) if cell == MERGED]
    if len(table.headers) > 1:
        merged.append(f"A{first}:A{first + len(table.headers) - 1}")
    return workbook(("Sheet1", [*([line] for line in above), *numbers]), merged=merged)


def _as_pdf(table: AskedTable) -> bytes:
    grid = _grid(table)
    width = 495 / len(grid[0])
    title = text(_LEFT + 30, 780, table.title, 18) + text(_LEFT, 750, f"发布时间：{table.published}", 10)
    title += text(400, 720, table.unit, 10) if table.unit else ""
    if not table.over_page_end:
        return pdf(title + _drawn(grid, _TOP, width, ruled=table.ruled))
    cut = len(grid) // 2
    end = _BEFORE_PAGE_END + cut * _HEIGHT
    return pdf(title + _drawn(grid[:cut], end, width, ruled=table.ruled), _drawn(grid[cut:], 790, width, ruled=table.ruled))


def _drawn(grid: list[list[str]], top: float, width: float, *, ruled: bool) -> str:
    drawn = ""
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            drawn += text(_LEFT + x * width + 4, top - (y + 1) * _HEIGHT + 8, cell, 9)
    if not ruled:
        return drawn
    right, bottom = _LEFT + width * len(grid[0]), top - _HEIGHT * len(grid)
    across = "".join(rule(_LEFT, top - y * _HEIGHT, right, top - y * _HEIGHT) for y in range(len(grid) + 1))
    return drawn + across + "".join(rule(_LEFT + x * width, top, _LEFT + x * width, bottom) for x in range(len(grid[0]) + 1))


_WRITERS: Mapping[str, Callable[[AskedTable], bytes]] = {
    "html": _as_html,
    "md": _as_markdown,
    "csv": _as_csv,
    "docx": _as_word,
    "xlsx": _as_workbook,
    "pdf": _as_pdf,
}
