"""Excel (.xlsx, .xls): the sheets that are shown, one after the other, each row of a table with its headers."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.docx.archive import check_archive
from corpus.formats.percent_cells import PercentCells, percent_cells
from corpus.formats.sheet import sheet_lines
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_OLD = b"\xd0\xcf\x11\xe0"
_ANY_NAME = re.compile(r"^(?:sheet|工作表|表)\s*\d*$", re.IGNORECASE)
_MOST_CELLS = 2_000_000
_MOST_MERGED = 200_000

_Cell = int | float | str | bool | time | date | datetime | timedelta


def parse(data: bytes) -> Document:
    """Return the tables of all sheets; raises UnreadableFile for a damaged, encrypted or far too large file."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    percents: dict[str, PercentCells] = {}
    if not data.startswith(_OLD):
        check_archive(data, ".xlsx")
        percents = percent_cells(data)
    lines: list[str] = []
    rows: list[str] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        for name in shown:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise UnreadableFile(ReasonCode.TOO_MANY_CELLS, sheet=name, limit=_MOST_CELLS)
            of_sheet, of_tables = sheet_lines(_cells(sheet, percents.get(name, {})))
            lines.extend([name] if of_sheet and len(shown) > 1 and not _ANY_NAME.match(name) else [])
            lines.extend(of_sheet)
            rows.extend(of_tables)
    except CalamineError as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="Excel", error=str(error)) from error
    if not lines:
        raise UnreadableFile(ReasonCode.NO_TEXT)
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
    return " ".join(str(cell).split())
