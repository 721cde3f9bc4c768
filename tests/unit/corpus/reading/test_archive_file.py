"""Archives: what is in them is read as files of its own names, within limits, and no bad file stops the others."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.reading.folder import list_sources, read_source
from corpus.reading.source_file import Reading
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules

TEXT = "梧桐经开区新建标准厂房三万平方米，已有八家企业预订，年底以前全部投产。"
LINE = '{"id": "r1", "text": "梧桐经开区去年新增企业四十家，其中外资企业六家。"}'


def packed(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def packed_in_gb18030(name: str, content: bytes) -> bytes:
    """As Chinese Windows packs: the name in its own charset, and no mark for UTF-8."""
    raw, check = name.encode("gb18030"), zlib.crc32(content)
    sizes = (check, len(content), len(content), len(raw), 0)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0x5721, *sizes) + raw + content
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0x5721, *sizes, 0, 0, 0, 0, 0) + raw
    return local + entry + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(local), 0)


def encrypted(data: bytes, name: str) -> bytes:
    """The archive with the flag of an encrypted file for one name."""
    marked = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        marked[archive.getinfo(name).header_offset + 6] |= 1
    marked[data.index(b"PK\1\2", data.index(name.encode(), data.index(b"PK\1\2")) - 46) + 8] |= 1
    return bytes(marked)


def read(folder: Path, data: bytes, rules: ReadingRules | None = None) -> Reading:
    (folder / "年报.zip").write_bytes(data)
    return read_source(folder, list_sources(folder)[0], rules or ReadingRules())


def reasons(reading: Reading) -> dict[str, str]:
    return {rejection.path: rejection.reason.code for rejection in reading.rejections}


def test_each_file_is_an_article_whose_id_and_path_name_the_archive(tmp_path: Path) -> None:
    reading = read(tmp_path, packed({"a.txt": TEXT, "新闻/b.md": f"# 题目\n\n{TEXT}", "c.jsonl": LINE}))
    assert [(article.id, article.path) for article in reading.articles] == [
        ("年报.zip/a", "年报.zip/a.txt"),
        ("年报.zip/新闻/b", "年报.zip/新闻/b.md"),
        ("r1", "年报.zip/c.jsonl"),
    ]
    assert reading.rejections == ()


def test_what_a_browser_saved_beside_a_page_is_no_article(tmp_path: Path) -> None:
    reading = read(tmp_path, packed({"新闻_files/a.js": "x", "新闻_files/ad.html": TEXT, "新闻.html": TEXT}))
    assert ([article.id for article in reading.articles], reading.rejections) == (["年报.zip/新闻"], ())


@pytest.mark.parametrize("name", ["工作会议.txt", "乁.txt"], ids=["plain", "with a backslash for its second byte"])
def test_names_without_a_mark_are_in_gb18030(tmp_path: Path, name: str) -> None:
    (article,) = read(tmp_path, packed_in_gb18030(name, TEXT.encode())).articles
    assert article.path == f"年报.zip/{name}"


def test_bad_files_are_named_and_the_others_read(tmp_path: Path) -> None:
    files = {
        "a.exe": b"MZ",
        "b.txt": b"",
        "c.doc": b"\xd0\xcf\x11\xe0",
        "../d.txt": TEXT,
        "/e.txt": TEXT,
        "C:\\f.txt": TEXT,
        "g.txt": b"0" * 2_000_000,
        "h.zip": b"PK",
        "i.txt": TEXT,
        "__MACOSX/._i.txt": b"\0",
        ".DS_Store": b"\0",
    }
    reading = read(tmp_path, packed(files))
    assert [article.id for article in reading.articles] == ["年报.zip/i"]
    assert reasons(reading) == {
        "年报.zip/a.exe": ReasonCode.UNSUPPORTED_TYPE,
        "年报.zip/b.txt": ReasonCode.EMPTY_FILE,
        "年报.zip/c.doc": ReasonCode.SAVE_AS,
        "年报.zip/../d.txt": ReasonCode.UNSAFE_NAME,
        "年报.zip//e.txt": ReasonCode.UNSAFE_NAME,
        "年报.zip/C:/f.txt": ReasonCode.UNSAFE_NAME,
        "年报.zip/g.txt": ReasonCode.ZIP_BOMB,
        "年报.zip/h.zip": ReasonCode.BROKEN,
    }


def test_an_archive_in_an_archive_is_unpacked_and_one_in_that_is_not(tmp_path: Path) -> None:
    inner = packed({"a.txt": TEXT, "deep.zip": packed({"b.txt": TEXT})})
    reading = read(tmp_path, packed({"附件.zip": inner}))
    assert [article.id for article in reading.articles] == ["年报.zip/附件.zip/a"]
    assert reasons(reading) == {"年报.zip/附件.zip/deep.zip": ReasonCode.NESTED_ARCHIVE}


def test_an_encrypted_file_says_so_and_a_wholly_encrypted_archive_once(tmp_path: Path) -> None:
    both = packed({"a.txt": TEXT, "b.txt": TEXT})
    reading = read(tmp_path, encrypted(both, "a.txt"))
    assert [article.id for article in reading.articles] == ["年报.zip/b"]
    assert reasons(reading) == {"年报.zip/a.txt": ReasonCode.ENCRYPTED}
    assert reasons(read(tmp_path, encrypted(encrypted(both, "a.txt"), "b.txt"))) == {"年报.zip": ReasonCode.ENCRYPTED}


def test_damage_in_one_file_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT}))
    data[45] ^= 255
    reading = read(tmp_path, bytes(data))
    assert [article.id for article in reading.articles] == ["年报.zip/b"]
    assert reasons(reading) == {"年报.zip/a.txt": ReasonCode.BROKEN}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({}), ReasonCode.EMPTY_ARCHIVE),
        (b"", ReasonCode.EMPTY_FILE),
        (packed({"a.txt": TEXT})[:-40], ReasonCode.BROKEN),
        (packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), ReasonCode.BINARY),
        (packed({f"{number}.txt": "" for number in range(10_001)}), ReasonCode.ARCHIVE_TOO_LARGE),
    ],
    ids=["empty", "no bytes", "cut off", "a document", "too many files"],
)
def test_an_archive_that_gives_nothing_has_one_reason(tmp_path: Path, data: bytes, code: ReasonCode) -> None:
    assert reasons(read(tmp_path, data)) == {"年报.zip": code}


def test_limits_hold_for_each_file_and_for_all_together(tmp_path: Path) -> None:
    page = TEXT * 9
    rules = ReadingRules(max_bytes=len(page.encode()))
    reading = read(tmp_path, packed({"a.txt": page, "b.txt": f"{page}。"}), rules)
    assert reasons(reading) == {"年报.zip/b.txt": ReasonCode.TOO_LARGE}
    many = packed({f"{number}.txt": page for number in range(21)})
    assert reasons(read(tmp_path, many, rules)) == {"年报.zip": ReasonCode.ARCHIVE_TOO_LARGE}


def test_archives_in_an_archive_count_before_they_are_unpacked(tmp_path: Path) -> None:
    inner = packed({"a.txt": b"0" * 20_000}, zipfile.ZIP_STORED)
    rules = ReadingRules(max_bytes=len(inner) // 10)
    assert reasons(read(tmp_path, packed({f"{n}.zip": inner for n in range(3)}), rules)) == {"年报.zip": ReasonCode.ARCHIVE_TOO_LARGE}
