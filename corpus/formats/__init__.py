"""One module per file type; each turns the bytes of one file into a Document or raises UnreadableFile.

A new type is one module with a function `parse(data: bytes) -> Document`, and its line in PARSERS. Those that may hold pictures of pages
take a recogniser of text too. A .jsonl file holds many articles and is read line by line, see `jsonl.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.formats import docx, html, markdown, mhtml, pdf, text
from corpus.formats.csv_table import read_csv
from corpus.formats.document import Document
from corpus.formats.excel import read_workbook
from corpus.formats.field_names import FieldNames
from corpus.formats.jsonl import read_json

if TYPE_CHECKING:
    from corpus.formats.pdf.recognition import Recognise

Parser = Callable[[bytes, "Recognise | None"], Document]
"""From the bytes of a file, and what recognises text in its pictures, if anything does."""


def _without_pictures(parse: Callable[[bytes], Document]) -> Parser:
    return lambda data, _: parse(data)


def _parse_picture(data: bytes, recognise: Recognise | None) -> Document:
    from corpus.formats.scans.picture import parse

    return parse(data, recognise)


_WITH_PICTURES: Mapping[str, Parser] = {".pdf": pdf.parse, ".jpg": _parse_picture, ".jpeg": _parse_picture, ".png": _parse_picture}
PARSERS: Mapping[str, Parser] = MappingProxyType(
    {
        ".txt": _without_pictures(text.parse),
        ".html": _without_pictures(html.parse),
        ".htm": _without_pictures(html.parse),
        ".shtml": _without_pictures(html.parse),
        ".mht": _without_pictures(mhtml.parse),
        ".mhtml": _without_pictures(mhtml.parse),
        ".md": _without_pictures(markdown.parse),
        ".docx": _without_pictures(docx.parse),
        **_WITH_PICTURES,
    }
)
JSONL_SUFFIX = ".jsonl"
RECORD_SUFFIXES: Mapping[str, Callable[[bytes, FieldNames], Iterable[object]]] = MappingProxyType(
    {".json": read_json, ".csv": read_csv, ".xlsx": read_workbook, ".xls": read_workbook}
)
"""Files that may hold many articles and are read as a whole: each record is an article, see `records.py`; or a table is one."""
ARCHIVE_SUFFIX = ".zip"
"""Files in which others lie, each read by its own suffix: see `archive.py`."""
PICTURE_SUFFIXES = frozenset({*_WITH_PICTURES, ARCHIVE_SUFFIX})
"""Files that are read with a recogniser of text in pictures; no other file needs one."""
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
        ".docm": ".docx",
        ".xlsm": ".xlsx",
        ".xlsb": ".xlsx",
        ".tsv": ".csv",
        ".webp": ".png",
        ".bmp": ".png",
        ".gif": ".png",
        ".tif": ".pdf",
        ".tiff": ".pdf",
        ".heic": ".jpg",
        ".rar": ".zip",
        ".7z": ".zip",
        ".tar": ".zip",
        ".gz": ".zip",
        ".tgz": ".zip",
    }
)
"""What is not read, and the type that the programs which write it can save it as."""
