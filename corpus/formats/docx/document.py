"""A Word file to a Document."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.docx.body import Line, Notes, read_body
from corpus.formats.office_archive import check_archive
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_RED_HEAD = re.compile(r"^[\u4e00-\u9fff（）\s]{4,40}(?:文件|公报|简报|通报|快报|专报)$")
"""What the header of an official letter or a bulletin says; other headers only repeat the title."""


def parse(data: bytes) -> Document:
    """Return the text; raises UnreadableFile for a zip bomb, an encrypted or damaged file, and an old .doc under this name."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(ReasonCode.OLD_WORD)
    if "word/document.xml" not in check_archive(data, ".docx"):
        raise UnreadableFile(ReasonCode.NO_WORD_DOCUMENT)
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        lines = [line for line in read_body(word.element.body, _notes(word)) if line.text.strip()]
        head = _red_head(word)
        title = (word.core_properties.title or "").strip()
    except Exception as error:  # python-docx lets errors of zip, XML and its own through on damaged files
        raise UnreadableFile(ReasonCode.BROKEN, format=".docx", error=f"{type(error).__name__}: {error}".splitlines()[0]) from error
    if not lines:
        raise UnreadableFile(ReasonCode.NO_TEXT)
    return _document([*([Line(head)] if head else []), *lines], title)


def _document(lines: list[Line], title: str) -> Document:
    return Document(
        text="\n".join(line.text for line in lines),
        title=title if len(title) >= 4 and title in [line.text for line in lines[:5]] else None,
        rows=frozenset(line.text for line in lines if line.is_row),
    )


def _notes(word: WordDocument) -> Notes:
    """The footnotes and endnotes by the kind of reference and its number."""
    from corpus.formats.docx.paragraph import W

    notes: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        for part in _parts(word, f"/{kind}s"):
            notes |= {(kind, note.get(f"{W}id", "")): note for note in part.iter(f"{W}{kind}") if note.get(f"{W}type") is None}
    return notes


def _red_head(word: WordDocument) -> str:
    lines = (line.text.strip() for part in _parts(word, "/header") for line in read_body(part, {}))
    return next((line for line in lines if _RED_HEAD.match(line)), "")


def _parts(word: WordDocument, kind: str) -> list[_Element]:
    from docx.oxml import parse_xml

    return [parse_xml(rel.target_part.blob) for rel in word.part.rels.values() if not rel.is_external and rel.reltype.endswith(kind)]
