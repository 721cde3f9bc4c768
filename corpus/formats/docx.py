"""Word (.docx): its paragraphs and table rows, after a look at the zip's directory that a zip bomb does not survive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MAX_ENTRIES = 5_000
_MAX_UNPACKED = 200_000_000
_MAX_XML = 60_000_000
_MAX_RATIO = 200
_RATIO_FROM = 1_000_000


def parse(data: bytes) -> Document:
    """Return the text; raises UnreadableFile for a zip bomb, an encrypted or damaged file, and an old .doc under this name."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(ReasonCode.OLD_WORD)
    _check_archive(data)
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        lines = [line for line in _lines(word) if line.strip()]
        title = (word.core_properties.title or "").strip()
    except Exception as error:  # python-docx lets errors of zip, XML and its own through on damaged files
        raise UnreadableFile(ReasonCode.BROKEN, format=".docx", error=f"{type(error).__name__}: {error}".splitlines()[0]) from error
    if not lines:
        raise UnreadableFile(ReasonCode.NO_TEXT)
    return Document(text="\n".join(lines), title=title if len(title) >= 4 and title in lines[:5] else None)


def _check_archive(data: bytes) -> None:
    """Refuse, by the sizes that the zip's directory declares, what would fill the memory when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFile(ReasonCode.BROKEN, format=".docx", error=str(error)) from error
    unpacked = sum(entry.file_size for entry in entries)
    widest = max((entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))), default=0)
    steepest = max((entry.file_size / max(1, entry.compress_size) for entry in entries if entry.file_size > _RATIO_FROM), default=0)
    if len(entries) > _MAX_ENTRIES or unpacked > _MAX_UNPACKED or widest > _MAX_XML or steepest > _MAX_RATIO:
        raise UnreadableFile(ReasonCode.ZIP_BOMB, parts=len(entries), unpacked=unpacked / 1e6)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(ReasonCode.ENCRYPTED, format=".docx")
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise UnreadableFile(ReasonCode.NO_WORD_DOCUMENT)


def _lines(word: WordDocument) -> Iterator[str]:
    """Yield paragraphs and table rows in the order of the document."""
    from docx.table import Table

    for block in word.iter_inner_content():
        if not isinstance(block, Table):
            yield from block.text.split("\n")
            continue
        for row in block.rows:
            cells = [cell.text.replace("\n", " ").strip() for cell in row.cells]
            yield " ".join(text for index, text in enumerate(cells) if text and (index == 0 or text != cells[index - 1]))
