"""Every code has words in every language, and words name nothing that its files do not give."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bot.admin.upload_codes import UploadCode
from bot.messages.reason_text import reason_text, said_as_dict
from bot.texts import TEXTS
from bot.texts.en import EN
from bot.texts.wording import Texts
from bot.texts.zh import ZH
from corpus.reading.folder import list_sources, read_source
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules

TEXT = "海棠经开区新建标准厂房三万平方米，已有八家企业预订，年底以前全部投产。"
KNOWN = ".txt, .html, .htm, .shtml, .mht, .mhtml, .md, .docx, .pdf, .jpg, .jpeg, .png, .jsonl, .json, .csv, .xlsx, .xls, .zip"
GARBLED = (TEXT * 9).encode().decode("gbk", "ignore")


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 80_000_000)
    return buffer.getvalue()


FILES = {
    "a.exe": (b"MZ", f"不支持 .exe 文件：可用的有 {KNOWN}"),
    "a.doc": (b"x", "不支持 .doc 文件：请转成 .docx 再放进来"),
    "a.zip": (b"PK", ".zip 文件损坏：File is not a zip file"),
    "b": (b"x", f"文件名没有后缀：可用的有 {KNOWN}"),
    "c.txt": (b"", "空文件，0 字节"),
    "d.txt": (b"x" * 300_000, "太大：0.3 MB，上限 0.2 MB；请拆成几个文件"),
    "e.txt": (b"\x89PNG", "不是文本：内容其实是 PNG 文件；请改用它本来的后缀，或者转成文本"),
    "f.txt": (b"\xff\xfe\x00\xd8\x00", "文本损坏：开头标明是 UTF-16，内容却不是"),
    "g.txt": ((TEXT * 9 + GARBLED).encode(), "乱码：从第 400 个字符起，该是常用字的地方都是生僻字，用错了编码"),
    "h.docx": (_bomb(), "压缩炸弹：1 个部分，解开有 80 MB；请打开后重新保存，或者拆开"),
    "j.jsonl": (b"{}", '没有正文：缺少 "text"，或者它是空的'),
    "k.jsonl": (b"{broken", "不是 JSON：Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    "l.jsonl": (b"x" * 200_001, "太大：这一行超过 0.2 MB"),
}


@pytest.mark.parametrize(("name", "content", "sentence"), [(name, *rest) for name, rest in FILES.items()], ids=FILES)
def test_a_bad_file_is_told_in_the_reader_s_language(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content)
    (rejection,) = read_source(tmp_path, list_sources(tmp_path)[0], ReadingRules(max_bytes=200_000)).rejections
    assert reason_text(rejection.reason, ZH) == sentence
    for texts in TEXTS.values():
        assert reason_text(rejection.reason, texts) != str(rejection.reason)


def test_what_a_library_says_stands_behind_our_words(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    (rejection,) = read_source(tmp_path, list_sources(tmp_path)[0]).rejections
    assert reason_text(rejection.reason, ZH) == f"PDF 文件损坏：{rejection.reason.details['error']}"
    assert len(str(rejection.reason.details["error"])) > 5


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_every_code_has_words_and_no_words_are_left_over(texts: Texts) -> None:
    assert texts.reasons.keys() == {*ReasonCode, *UploadCode}


def test_who_has_an_id_is_named() -> None:
    reason = Reason(ReasonCode.ID_TAKEN, {"id": "甲", "path": "a.jsonl"})
    assert reason_text(reason, ZH) == "编号重复：“甲”已经是 a.jsonl 里的文章；请给其中一个改名"
    assert reason_text(reason, EN) == "duplicate id: '甲' is already the article in a.jsonl; rename one of them"


def test_what_nobody_has_words_for_any_more_is_told_by_its_code() -> None:
    assert reason_text(Reason("out_of_use", {"error": "a\nb"}), ZH) == "out_of_use (error: a b)"
    assert reason_text(Reason(ReasonCode.TOO_LARGE, {"bytes": 7}), ZH) == "too_large (bytes: 7)"


def test_programs_read_the_code_and_people_the_sentence() -> None:
    rejection = Rejection("a.jsonl:3", Reason(ReasonCode.LINE_TOO_LONG, {"limit": 20.0}))
    assert said_as_dict(rejection) == {
        "path": "a.jsonl:3",
        "code": "line_too_long",
        "details": {"limit": 20.0},
        "reason": "too large: the line has more than 20 MB",
    }
