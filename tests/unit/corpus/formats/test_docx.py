"""Word files: paragraphs and tables in order; bombs, locked and damaged files are refused before they are unpacked."""

import io
import zipfile

import docx
import pytest

from corpus.errors import UnreadableFile
from corpus.formats.docx import parse
from corpus.reason import ReasonCode


def word(*paragraphs: str, title: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("表后。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def test_paragraphs_and_rows_come_in_order() -> None:
    document = parse(word("园区开工", "项目如下：", "", rows=(("项目", "投资", "用地"), ("轴承", "3亿元", "50亩"))))
    assert document.text == "园区开工\n项目如下：\n项目：轴承 · 投资：3亿元 · 用地：50亩\n表后。"


def test_the_title_property_counts_when_the_text_shows_it() -> None:
    assert parse(word("园区新厂房开工", "正文。", title="园区新厂房开工")).title == "园区新厂房开工"
    assert parse(word("园区新厂房开工", "正文。", title="模板二〇一八")).title is None


def test_a_zip_bomb_is_refused_unopened() -> None:
    bomb = archive(**{"word__document.xml": b"0" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableFile, match="zip_bomb"):
        parse(bomb)


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="zip_bomb"):
        parse(archive(**{f"p{number}": b"" for number in range(5_001)}))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word("园区开工")[:-400], ReasonCode.BROKEN),
        (b"PK\x03\x04", ReasonCode.BROKEN),
        (b"\xd0\xcf\x11\xe0" + bytes(100), ReasonCode.OLD_WORD),
        (archive(a=b"x"), ReasonCode.NO_WORD_DOCUMENT),
        (archive(**{"word__document.xml": b"<broken"}), ReasonCode.BROKEN),
        (word(""), ReasonCode.NO_TEXT),
    ],
)
def test_bad_files(data: bytes, code: ReasonCode) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parse(data)
    assert refused.value.reason.code == code
    assert refused.value.reason.details.get("format", ".docx") == ".docx"
