"""What Word files hold besides plain paragraphs: tracked changes, controls, boxes, notes, tables in tables, raised and hidden text."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from corpus.formats.docx import parse

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
CHANGE = 'w:id="1" w:author="a"'


def word(*blocks: str, footnotes: str = "", header: str = "") -> bytes:
    """A file with these blocks of WordprocessingML as its body."""
    document = docx.Document()
    for block in blocks:
        last = document.element.body[-1]
        last.addprevious(parse_xml(block.replace(">", f" {NAMES}>", 1) if not block.startswith("<w:p/>") else f"<w:p {NAMES}/>"))
    if header:
        document.sections[0].header.paragraphs[0].text = header
    buffer = io.BytesIO()
    document.save(buffer)
    return with_footnotes(buffer.getvalue(), footnotes) if footnotes else buffer.getvalue()


def with_footnotes(data: bytes, notes: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                content = content.replace("</Rel", f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Rel')
            if name == "[Content_Types].xml":
                content = content.replace("</Types", f'<Override PartName="/word/footnotes.xml" ContentType="{type_}"/></Types')
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", f"<w:footnotes {NAMES}>{notes}</w:footnotes>")
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(cell if cell.startswith("<") else f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


BOX = f"<w:txbxContent>{p('框中：产值7亿元。')}</w:txbxContent>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
NEW_BOX = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (
            [p("表彰", f"<w:del {CHANGE}><w:r><w:delText>28</w:delText></w:r></w:del>", f"<w:ins {CHANGE}>{run('31')}</w:ins>", "家。")],
            "表彰31家。",
        ),
        (
            [p(f"<w:moveFrom {CHANGE}>{run('移走。')}</w:moveFrom>", "先。"), p("后。", f"<w:moveTo {CHANGE}>{run('移来。')}</w:moveTo>")],
            "先。\n后。移来。",
        ),
        ([p("前半", properties=f"<w:rPr><w:del {CHANGE}/></w:rPr>"), p("后半。")], "前半后半。"),
        ([p("项目", control(run("17个")), "。")], "项目17个。"),
        ([control(p("整段。"))], "整段。"),
        ([p("项目", control(run("单击此处输入"), "<w:showingPlcHdr/>"), "。")], "项目。"),
        ([control(p("一、目录 3"), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'), p("正文。")], "正文。"),
        ([p("正文。", f"<w:r>{OLD_BOX}</w:r>"), p("后文。")], "正文。\n框中：产值7亿元。\n后文。"),
        (
            [
                p(
                    "正文。",
                    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{NEW_BOX}</mc:Choice>'
                    f"<mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent></w:r>",
                )
            ],
            "正文。\n框中：产值7亿元。",
        ),
        (
            [
                p(
                    "面积12万m",
                    run("2", '<w:vertAlign w:val="superscript"/>'),
                    "，减排3×10",
                    run("4", '<w:vertAlign w:val="superscript"/>'),
                    "吨。",
                )
            ],
            "面积12万m²，减排3×10⁴吨。",
        ),
        (
            [
                p(
                    "日处理3×10",
                    run("4", '<w:position w:val="6"/><w:sz w:val="12"/>'),
                    "吨，",
                    run("高处", '<w:position w:val="6"/>'),
                    "不变。",
                )
            ],
            "日处理3×10⁴吨，高处不变。",
        ),
        ([p("CO", run("2", '<w:vertAlign w:val="subscript"/>'), "减少。")], "CO₂减少。"),
        ([p("看得见。", run("待核实", "<w:vanish/>"), run("划掉", "<w:strike/>"), run("照常", '<w:vanish w:val="0"/>'))], "看得见。照常"),
        (
            [p("增长", "<m:oMath><m:r><m:t>10</m:t></m:r><m:sSup><m:e/><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>", "吨。")],
            "增长10⁴吨。",
        ),
        ([p("见", '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', "页。")], "见页。"),
        ([p("榆川高新区", "<w:r><w:br/></w:r>", "工作报告", properties='<w:jc w:val="center"/>')], "榆川高新区工作报告"),
    ],
)
def test_what_is_seen_is_read(blocks: list[str], text: str) -> None:
    assert parse(word(*blocks)).text == text


def test_a_note_follows_its_paragraph() -> None:
    note = f'<w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote><w:footnote w:id="2">{p("含南渡片区为1391亿元。")}</w:footnote>'
    text = parse(word(p("收入1204亿元", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。"), p("其他。"), footnotes=note)).text
    assert text == "收入1204亿元。\n含南渡片区为1391亿元。\n其他。"


def test_merged_cells_and_controls_in_tables() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
    down = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
    rows = table(
        (down.format(' w:val="restart"', p("指标")), cell.format(p("2023年"))),
        (down.format("", "<w:p/>"), "总量", "增速"),
        ("税收", control(f"<w:tc>{p('31.2')}</w:tc>"), "7%"),
    )
    document = parse(word(p("说明："), p("表1 主要指标（单位：亿元）"), rows))
    row = "指标：税收 · 2023年总量：31.2 · 2023年增速：7% · 单位：亿元"
    assert document.text == f"说明：\n表1 主要指标（单位：亿元）\n{row}"
    assert document.rows == {row}


def test_a_table_in_a_table_is_read() -> None:
    inner = table(("奖项", "企业", "奖金"), ("贡献奖", "甲科技", "50万元"))
    document = parse(word(table((f"<w:tc>{p('表彰名单如下')}{inner}<w:p/></w:tc>",))))
    assert document.text == "表彰名单如下\n奖项：贡献奖 · 企业：甲科技 · 奖金：50万元"


def test_the_red_head_of_a_letter_is_read_and_other_headers_are_not() -> None:
    assert parse(word(p("正文。"), header="榆川高新区管委会文件")).text == "榆川高新区管委会文件\n正文。"
    assert parse(word(p("正文。"), header="榆川高新区2023年工作报告")).text == "正文。"
