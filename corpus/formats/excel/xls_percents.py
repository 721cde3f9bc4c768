"""Which cells of an .xls workbook are shown as percent: told by its records, each a number, a length, and what it holds."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from corpus.formats.excel.compound_file import stream
from corpus.formats.excel.number_formats import PercentCells, percent_decimals

_BEGIN, _END = 0x809, 0x0A
_SHEET, _FORMAT, _STYLE = 0x85, 0x41E, 0xE0
_CELLS = frozenset({0x06, 0x203, 0x27E})
"""A formula, a number, a number in short: row, column and style stand first."""
_ROW_OF_NUMBERS = 0xBD
_EXCEL_97 = 0x600
_ENCODED_SHORT = 6
"""Bytes of each cell in a row of numbers: its style and its value."""


def percent_cells(data: bytes) -> dict[str, PercentCells]:
    """By name of a sheet. What is odd about the file counts as having no percent cells."""
    try:
        book = stream(data, "Workbook", "Book")
        styles = _percent_styles(book)
        return {name: dict(_cells(book, start, styles)) for name, start in _sheets(book)} if styles else {}
    except (ValueError, IndexError, StopIteration, struct.error):
        return {}


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Those of one part of the workbook; a chart inside it is a part of its own, and passed over."""
    depth = 0
    while start + 4 <= len(book):
        number, length = struct.unpack_from("<HH", book, start)
        content = book[start + 4 : start + 4 + length]
        start += 4 + length
        depth += (number == _BEGIN) - (number == _END)
        if depth == 0:
            return
        if depth == 1:
            yield number, content


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    """Name of each sheet, and where it begins."""
    wide = _is_excel_97(book)
    for number, content in _records(book, 0):
        if number == _SHEET:
            yield _text(content[6:], wide, lengths=1), struct.unpack_from("<I", content)[0]


def _percent_styles(book: bytes) -> dict[int, int]:
    """By the number of a style, the decimals."""
    wide = _is_excel_97(book)
    codes: dict[int, str] = {}
    formats: list[int] = []
    for number, content in _records(book, 0):
        if number == _FORMAT:
            codes[struct.unpack_from("<H", content)[0]] = _text(content[2:], wide, lengths=2 if wide else 1)
        elif number == _STYLE:
            formats.append(struct.unpack_from("<H", content, 2)[0])
    shown = (percent_decimals(codes, format) for format in formats)
    return {number: decimals for number, decimals in enumerate(shown) if decimals is not None}


def _cells(book: bytes, start: int, styles: dict[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    for number, content in _records(book, start):
        if number in _CELLS:
            row, column, style = struct.unpack_from("<3H", content)
            if style in styles:
                yield (row, column), styles[style]
        elif number == _ROW_OF_NUMBERS:
            row, first = struct.unpack_from("<2H", content)
            for place, at in enumerate(range(4, len(content) - 2, _ENCODED_SHORT)):
                style = struct.unpack_from("<H", content, at)[0]
                if style in styles:
                    yield (row, first + place), styles[style]


def _is_excel_97(book: bytes) -> bool:
    """Whether texts are in Unicode; before Excel 97 they were in the charset of the machine, which matters for no percent sign."""
    return int.from_bytes(book[4:6], "little") >= _EXCEL_97


def _text(content: bytes, wide: bool, lengths: int) -> str:
    """A text after its length in one or two bytes, and in Excel 97 a byte that says whether its characters have one or two."""
    length = int.from_bytes(content[:lengths], "little")
    if not wide:
        return content[lengths : lengths + length].decode("gb18030", "replace")
    start = lengths + 1
    return (
        content[start : start + 2 * length].decode("utf-16-le")
        if content[lengths] & 1
        else content[start : start + length].decode("latin-1")
    )
