"""One module per file type; each turns the bytes of one file into a Document or raises UnreadableFile.

A new type is one module with a function `parse(data: bytes) -> Document`, and its line in PARSERS. A .jsonl file holds many
articles and is read line by line, see `jsonl.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from corpus.formats import docx, excel, html, markdown, pdf, text
from corpus.formats.csv_table import read_csv
from corpus.formats.document import Document
from corpus.formats.field_names import FieldNames
from corpus.formats.jsonl import read_json

PARSERS: Mapping[str, Callable[[bytes], Document]] = MappingProxyType(
    {
        ".txt": text.parse,
        ".html": html.parse,
        ".htm": html.parse,
        ".md": markdown.parse,
        ".pdf": pdf.parse,
        ".docx": docx.parse,
        ".xlsx": excel.parse,
        ".xls": excel.parse,
    }
)
JSONL_SUFFIX = ".jsonl"
RECORD_SUFFIXES: Mapping[str, Callable[[bytes, FieldNames], Iterable[object]]] = MappingProxyType({".json": read_json, ".csv": read_csv})
"""Files that hold many articles and are read as a whole: each record is an article, see `records.py`."""
ARCHIVE_SUFFIX = ".zip"
"""Files in which others lie, each read by its own suffix: see `archive.py`."""
SAVE_AS: Mapping[str, str] = MappingProxyType(
    {
        ".doc": ".docx",
        ".wps": ".docx",
        ".rtf": ".docx",
        ".odt": ".docx",
        ".et": ".xlsx",
        ".ods": ".xlsx",
        ".ppt": ".pdf",
        ".pptx": ".pdf",
        ".ofd": ".pdf",
        ".mht": ".html",
        ".mhtml": ".html",
        ".rar": ".zip",
        ".7z": ".zip",
    }
)
"""What is not read, and the type that the programs which write it can save it as."""
