"""PDF: the text of its pages, with lines that were only broken to fit the page joined again."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_PAGES = 1000
_PAGE_NUMBER = re.compile(r"^\W*(?:第\s*)?\d{1,4}(?:\s*[页/]\s*(?:共\s*)?\d*\s*页?)?\W*$|^Page \d+( of \d+)?$", re.IGNORECASE)
_ENDED = re.compile(r"[。！？!?；;：:…”』」）)】.]$")
_LATIN_EDGE = re.compile(r"[A-Za-z0-9,.]$")
_FULL_WIDTH = 0.8


def parse(data: bytes) -> Document:
    """Return the text; raises UnreadableFile for a file that is encrypted, broken, too long, or only scanned images."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if not data:
        raise UnreadableFile(ReasonCode.EMPTY_FILE)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(ReasonCode.ENCRYPTED, format="PDF")
        pages = _pages(reader)
    except UnreadableFile:
        raise
    except PyPdfError as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="PDF", error=str(error)) from error
    except Exception as error:  # pypdf lets many kinds through on damaged files
        raise UnreadableFile(ReasonCode.BROKEN, format="PDF", error=f"{type(error).__name__}: {error}") from error
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableFile(ReasonCode.SCANNED)
    text = "\n".join(_joined([line for page in pages for line in page]))
    return Document(text=text, title=_declared_title(reader, text))


def _pages(reader: PdfReader) -> list[list[str]]:
    if len(reader.pages) > _MAX_PAGES:
        raise UnreadableFile(ReasonCode.TOO_MANY_PAGES, pages=len(reader.pages), limit=_MAX_PAGES)
    return [_lines(page.extract_text()) for page in reader.pages]


def _lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.replace("\0", "").split("\n")]
    while lines and (not lines[-1] or _PAGE_NUMBER.match(lines[-1].strip())):
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _joined(lines: list[str]) -> list[str]:
    """Join a line to the next when it is as wide as the text block and does not end a sentence."""
    full = sorted(map(len, lines))[int(len(lines) * 0.9)] * _FULL_WIDTH
    joined: list[str] = []
    open_line = False
    for line in lines:
        indented = line.startswith(("\u3000", "  "))
        if open_line and line.strip() and not indented:
            gap = " " if _LATIN_EDGE.search(joined[-1]) and line.strip()[:1].isascii() else ""
            joined[-1] += gap + line.strip()
        else:
            joined.append(line)
        open_line = len(line) >= full and len(line) >= 12 and not _ENDED.search(line)
    return joined


def _declared_title(reader: PdfReader, text: str) -> str | None:
    """Return the title among the file's properties when the first lines of the text show it too: programs write all sorts there."""
    try:
        title = str((reader.metadata and reader.metadata.title) or "").strip()
    except Exception:  # damaged properties must not cost the article
        return None
    return title if len(title) >= 4 and title in text[:400] else None
