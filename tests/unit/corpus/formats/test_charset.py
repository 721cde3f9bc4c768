"""Bytes to text: every charset that the reader promises, told apart without being told."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.charset import decode
from corpus.reason import Reason, ReasonCode

SIMPLIFIED = (
    "栖霞经开区今年计划新建标准厂房十二万平方米，引进企业三十家，带动就业两千人。园区负责人说，厂房建成后将优先租给本地的中小企业。"
)
TRADITIONAL = "園區管理局表示，今年將新建標準廠房十二萬平方公尺，預計引進三十家企業，帶動兩千人就業。廠房完工後，將優先租給本地的中小企業。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_simplified_text_comes_back_from_every_charset(encoding: str) -> None:
    text = SIMPLIFIED + "\nAB 12\n"
    mark = codecs.BOM_UTF32_LE if encoding == "utf-32" else b""
    data = mark + text.encode("utf-32-le") if mark else text.encode(encoding)
    assert decode(data) == text


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16"])
def test_traditional_text_comes_back_from_every_charset(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


def test_gb18030_and_big5_are_told_apart_by_their_text() -> None:
    assert decode(SIMPLIFIED.encode("gb18030")) == SIMPLIFIED
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


def test_a_file_cut_inside_a_character_keeps_the_rest() -> None:
    assert decode(SIMPLIFIED.encode()[:-1]) == SIMPLIFIED[:-1]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04", "zip (.docx, .xlsx)"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xd0\xcf\x11\xe0", "Office (.doc, .xls)"),
    ],
)
def test_a_binary_file_is_named(start: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decode(start + bytes(range(200)))
    assert refused.value.reason == Reason(ReasonCode.BINARY, {"kind": kind})


def test_a_broken_utf16_file_is_reported() -> None:
    with pytest.raises(UnreadableFile, match=r"^damaged_text \(encoding: UTF-16\)$"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x00")


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except UnreadableFile as error:
        assert "\n" not in str(error)
