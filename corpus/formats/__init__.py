"""One module per file type; each turns the bytes of one file into a Document or raises UnreadableFile.

A new type is one module with a function `parse(data: bytes) -> Document`, and its line in PARSERS. A .jsonl file holds many
articles and is read line by line, see `jsonl.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from corpus.formats import docx, html, markdown, pdf, text
from corpus.formats.document import Document

PARSERS: Mapping[str, Callable[[bytes], Document]] = MappingProxyType(
    {
        ".txt": text.parse,
        ".html": html.parse,
        ".htm": html.parse,
        ".md": markdown.parse,
        ".pdf": pdf.parse,
        ".docx": docx.parse,
    }
)
JSONL_SUFFIX = ".jsonl"
