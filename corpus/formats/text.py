"""Plain text: a page as it was copied, with its address in a first line `URL: …` where it has one."""

from __future__ import annotations

from corpus.formats.charset import decode
from corpus.formats.document import Document


def parse(data: bytes) -> Document:
    """Return the page's text; raises UnreadableFile when the bytes are no text."""
    return Document(text=decode(data), url_line=True)
