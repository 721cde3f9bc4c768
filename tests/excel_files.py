"""Small workbooks with known cells, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True, slots=True)
class Styled:
    """A figure in a cell of one of the formats of `STYLES`."""

    figure: float
    style: int


Rows = Sequence[Sequence[str | float | Styled | None]]
STYLES = f'''<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%;[Red]\\-0.0%"/>
<numFmt numFmtId="165" formatCode="0&quot;%of&quot;"/></numFmts>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'''
"""In turn: any, `0%`, `0.00%`, one of its own with a decimal, and a percent sign that is only text."""


def workbook(*sheets: tuple[str, Rows], merged: Sequence[str] = (), hidden: str = "") -> bytes:
    """A workbook of these sheets; `merged` are ranges of the first one, `hidden` the name of a sheet."""
    names = enumerate((name for name, _ in sheets), start=1)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"{" state=" + chr(34) + "hidden" + chr(34) if name == hidden else ""}/>'
        for n, name in names
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_DOCUMENT}/worksheet" Target="worksheets/s{n}.xml"/>' for n in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="styles" Type="{_DOCUMENT}/styles" Target="styles.xml"/>'
    types = "".join(
        f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"'
        f' ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_DOCUMENT}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{listed}</sheets></workbook>',
        "xl/styles.xml": STYLES,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
    }
    for number, (_, rows) in enumerate(sheets, start=1):
        ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
        merges = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged and number == 1 else ""
        data = "".join(f'<row r="{y}">{"".join(cell(x, y, value) for x, value in enumerate(row))}</row>' for y, row in enumerate(rows, 1))
        parts[f"xl/worksheets/s{number}.xml"] = f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{merges}</worksheet>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def cell(x: int, y: int, value: str | float | Styled | None) -> str:
    place = f'r="{chr(ord("A") + x)}{y}"'
    if isinstance(value, str):
        return f'<c {place} t="inlineStr"><is><t>{value}</t></is></c>'
    if isinstance(value, Styled):
        return f'<c {place} s="{value.style}"><v>{value.figure}</v></c>'
    return "" if value is None else f"<c {place}><v>{value}</v></c>"
