"""Workbooks: every sheet that is shown, each row of a table with its headers, what stands above it with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.excel import parse
from corpus.metadata.from_document import to_article
from corpus.reason import ReasonCode

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

TITLED: Rows = [
    ["榆川高新区主要经济指标", None, None],
    ["单位：亿元"],
    ["指标", "2021年", "2022年"],
    ["税收", 26.1, 28.7],
    ["产值", 478.5, 512.0],
]


def workbook(*sheets: tuple[str, Rows], merged: str = "", hidden: str = "") -> bytes:
    """A workbook of these sheets; `merged` is a range of the first one, `hidden` the name of a sheet."""
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
        merges = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged and number == 1 else ""
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


def test_title_and_unit_go_with_the_rows() -> None:
    document = parse(workbook(("Sheet1", TITLED), merged="A1:C1"))
    row = "指标：税收 · 2021年：26.1 · 2022年：28.7 · 单位：亿元"
    assert document.text.split("\n")[:3] == ["榆川高新区主要经济指标", "单位：亿元", row]
    assert row in document.rows
    assert "2022年：512 · 单位" in document.text
    assert to_article(document, "a", "a.xlsx").title == "榆川高新区主要经济指标"


def test_several_tables_and_sheets_are_told_apart() -> None:
    first: Rows = [["指标", "2021年", "2022年"], ["税收", 1, 2], [], ["企业", "产品", "产值"], ["甲科技", "轴承", "3亿元"]]
    document = parse(workbook(("2022年指标", first), ("草稿", TITLED), ("企业", [["名单", "时间"], ["乙重工", "6月"]]), hidden="草稿"))
    assert document.text.split("\n") == [
        "2022年指标",
        "指标：税收 · 2021年：1 · 2022年：2",
        "企业：甲科技 · 产品：轴承 · 产值：3亿元",
        "企业",
        "名单：乙重工 · 时间：6月",
    ]


def test_merged_cells_stand_in_each_of_their_places() -> None:
    rows: Rows = [["指标", "2023年", None], [None, "总量", "增速"], ["税收", 31.2, "7%"]]
    assert parse(workbook(("Sheet1", rows), merged="B1:C1")).text == "指标：税收 · 2023年总量：31.2 · 2023年增速：7%"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 nothing", ReasonCode.BROKEN),
        (b"\xd0\xcf\x11\xe0" + bytes(600), ReasonCode.BROKEN),
        (workbook(("Sheet1", [])), ReasonCode.NO_TEXT),
    ],
)
def test_bad_files(data: bytes, code: ReasonCode) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parse(data)
    assert refused.value.reason.code == code


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Styled(0.125, 3), "12.5%"),
        (Styled(-0.034, 2), "-3.4%"),
        (Styled(0.06, 1), "6%"),
        (Styled(1, 1), "100%"),
        (Styled(0.1234567, 3), "12.35%"),
        (Styled(0.125, 0), "0.125"),
        (Styled(0.125, 4), "0.125"),
    ],
)
def test_a_cell_that_is_shown_as_percent_is_read_as_percent(cell: Styled, shown: str) -> None:
    document = parse(workbook(("Sheet1", [["指标", "2022年", "同比"], ["税收", 28.7, cell], ["产值", 512.0, 0.5]])))
    assert document.text.split("\n") == [f"指标：税收 · 2022年：28.7 · 同比：{shown}", "指标：产值 · 2022年：512 · 同比：0.5"]
