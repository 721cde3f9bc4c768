"""A workbook to text: the sheets that are shown, one after the other, each row of a table with its headers; or articles, one a row."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats import html
from corpus.formats.charset import decode
from corpus.formats.document import Document
from corpus.formats.excel import xls_percents, xlsx_percents
from corpus.formats.excel.compound_file import SIGNATURE
from corpus.formats.excel.number_formats import PercentCells
from corpus.formats.field_names import FieldNames, plain_name
from corpus.formats.office_archive import check_archive
from corpus.formats.sheet import sheet_lines
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ANY_NAME = re.compile(r"^(?:sheet|工作表|表)\s*\d*$", re.IGNORECASE)
_PANIC = "PanicException"
"""What a library in Rust raises where it runs into something that it took to be impossible; no Exception."""
_START = 2000
"""Bytes by which a file is known."""
_LEAST_TEXT = 60
"""Characters of a text: what a table has below 内容 is shorter."""
_MOST_CELLS = 2_000_000
_MOST_MERGED = 200_000

_Cell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, names: FieldNames) -> Iterator[object]:
    """The articles that crawlers export, one a row, as records by the names of the header; any other workbook as one Document.

    Raises UnreadableFile for a damaged, encrypted or far too large file.
    """
    if other := _read_as_exported(data):
        return iter((other,))
    sheets = _shown_sheets(data)
    articles: list[object] = [record for _, rows in sheets for record in _articles(rows, names)]
    return iter(articles or [_of_tables(sheets)])


def parse(data: bytes) -> Document:
    """Return the tables of all sheets; raises as `read_workbook` does."""
    return _read_as_exported(data) or _of_tables(_shown_sheets(data))


def _articles(rows: Sequence[Sequence[str]], names: FieldNames) -> list[dict[str, str]]:
    """The rows below a header that names a text, and title or day beside it, where that text is as long as one; else none."""
    rows = [row for row in rows if any(row)]
    header = [plain_name(name) for name in rows[0]] if rows else []
    beside = {*names["title"], *names["published"], *names["url"]}
    columns = [index for index, name in enumerate(header) if name in names["text"]]
    longest = max((len(row[index]) for row in rows[1:] for index in columns), default=0)
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]] if longest >= _LEAST_TEXT and not beside.isdisjoint(header) else []


def _of_tables(sheets: Sequence[tuple[str, list[list[str]]]]) -> Document:
    lines: list[str] = []
    rows: list[str] = []
    untitled = False
    for name, cells in sheets:
        called = name if len(sheets) > 1 and not _ANY_NAME.match(name) else ""
        of_sheet, of_tables = sheet_lines(cells, called)
        untitled |= bool(called and of_sheet and not lines)
        lines.extend([called] if of_sheet and called else [])
        lines.extend(of_sheet)
        rows.extend(of_tables)
    if not lines:
        raise UnreadableFile(ReasonCode.NO_TEXT)
    return Document(text="\n".join(lines), rows=frozenset(rows), untitled=untitled)


def _shown_sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    """Name and cells of each sheet."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    if data.startswith(SIGNATURE):
        percents = xls_percents.percent_cells(data)
    else:
        check_archive(data, ".xlsx")
        percents = xlsx_percents.percent_cells(data)
    sheets: list[tuple[str, list[list[str]]]] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        for name in shown:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise UnreadableFile(ReasonCode.TOO_MANY_CELLS, sheet=name, limit=_MOST_CELLS)
            sheets.append((name, _cells(sheet, percents.get(name, {}))))
    except CalamineError as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="Excel", error=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise UnreadableFile(ReasonCode.BROKEN, format="Excel", error="its parts do not fit together") from error
    return sheets


def _read_as_exported(data: bytes) -> Document | None:
    """What systems export under the name of a workbook, and Excel opens without a word: a web page, or columns divided by tabs."""
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style", b"<div")):
        return html.parse(data)
    if b"\0" in start or b"\t" not in start:
        return None
    lines, rows = sheet_lines([line.split("\t") for line in decode(data).splitlines()])
    return Document(text="\n".join(lines), rows=frozenset(rows))


def _cells(sheet: CalamineSheet, percents: PercentCells) -> list[list[str]]:
    """The texts of the cells; a merged cell stands in each place that it covers."""
    rows = [
        [_text(cell, percents.get((y, x))) for x, cell in enumerate(row)] for y, row in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top < len(rows) and left < len(rows[top]) and (bottom - top + 1) * (right - left + 1) <= _MOST_MERGED:
            for y, x in product(range(top, min(bottom + 1, len(rows))), range(left, right + 1)):
                if x < len(rows[y]):
                    rows[y][x] = rows[top][left]
    return rows


def _text(cell: _Cell, percent: int | None = None) -> str:
    """`percent` is how many decimals are shown of a cell that is shown as percent."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if percent is not None and isinstance(cell, int | float):
        return f"{round(100 * cell, max(percent, 2)):.12g}%"
    if isinstance(cell, float):
        text = f"{cell:.12g}"
        return f"{cell:.2f}" if "e" in text else text
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return str(cell).strip()
