"""Bytes to text: byte order marks, UTF-8, UTF-16, and GB18030 against Big5 by how ordinary the characters are.

GB18030 and Big5 use the same bytes, so a file of one often decodes as the other without an error. It then consists of rare
characters, while running Chinese text consists mostly of common ones: the decoding with the greater share of common characters is right.
"""

from __future__ import annotations

import codecs
import re

from corpus.errors import UnreadableFile
from corpus.formats.legibility import common_share
from corpus.reason import ReasonCode

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip (.docx, .xlsx)"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Office (.doc, .xls)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"SQLite format 3\0", "SQLite"),
)
_LOST_TAIL = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text in `data`; `declared` is the charset that the file names itself, tried before the statistics.

    Raises UnreadableFile for a binary file and for bytes that are text in none of the charsets.
    """
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise UnreadableFile(ReasonCode.BINARY, kind=kind)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    text = _utf16_without_mark(data) or _try(data, "utf-8") or _by_statistics(data, declared)
    if text is None and data:
        raise UnreadableFile(ReasonCode.UNKNOWN_CHARSET)
    return text or ""


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_marked(data: bytes, encoding: str) -> str:
    text = _try(data, encoding)
    if text is None:
        raise UnreadableFile(ReasonCode.DAMAGED_TEXT, encoding=encoding.removesuffix("-sig").upper())
    return text


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows itself by its line ends and ASCII: every other byte is zero in many places."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or b"\0" not in head:
        return None
    candidates = [text for encoding in ("utf-16-le", "utf-16-be") if (text := _try(data, encoding)) and "\0" not in text]
    best = max(candidates, key=_plausibility, default="")
    return best if _plausibility(best) > 0.3 else None


def _by_statistics(data: bytes, declared: str | None) -> str | None:
    """Text of the charset in which the characters are the most ordinary; a UTF-8 file cut in the middle of a character still counts."""
    cut = _LOST_TAIL.sub(b"", data)
    candidates = [text for encoding in (declared, "gb18030", "big5", "big5hkscs") if encoding and (text := _try(data, encoding))]
    if cut != data and (text := _try(cut, "utf-8")) and not text.isascii():
        candidates.insert(0, text)
    return max(candidates, key=_plausibility, default=None)


def _plausibility(text: str) -> float:
    return common_share(text[:20_000])
