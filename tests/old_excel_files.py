"""Small .xls workbooks with known cells, written record by record into the file system that such a file is."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise

_SECTOR, _SMALL_SECTOR, _THRESHOLD = 512, 64, 4096
_END, _FREE, _TABLE = 0xFFFF_FFFE, 0xFFFF_FFFF, 0xFFFF_FFFD
GENERAL, PERCENT, TENTHS_OF_PERCENT = 0, 1, 2
"""Styles of cells: as it is, `0%`, and `0.0%`."""
Cell = str | tuple[float, int]
"""A text, or a figure with its style."""


def old_workbook(name: str, rows: Sequence[Sequence[Cell]], *, padding: int = 0) -> bytes:
    """A workbook of one sheet; below 4 kB it lies among the small streams of the file, beyond that, with `padding`, by itself."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    sheet += b"".join(_row(y, row) for y, row in enumerate(rows)) + _record(0x0A)
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 6)) + _record(0x41E, struct.pack("<H", 164) + _text("0.0%", 2))
    head += b"".join(_record(0xE0, struct.pack("<HH16x", 0, format)) for format in (0, 9, 164)) + _record(0x3C, bytes(padding))
    length = len(head) + 4 + 6 + len(_text(name, 1)) + 4
    head += _record(0x85, struct.pack("<IH", length, 0) + _text(name, 1)) + _record(0x0A)
    return _compound_file(head + sheet)


def _row(y: int, row: Sequence[Cell]) -> bytes:
    """Figures beside each other in one record, as Excel saves them; others each in its own."""
    records, run = b"", [x for x, cell in enumerate(row) if not isinstance(cell, str)]
    together = len(run) > 1 and all(right - left == 1 for left, right in pairwise(run))
    for x, cell in enumerate(row):
        if isinstance(cell, str):
            records += _record(0x204, struct.pack("<3H", y, x, GENERAL) + _text(cell, 2))
        elif not together:
            records += _record(0x203, struct.pack("<3Hd", y, x, cell[1], cell[0]))
    if together:
        cells = (cell for cell in row if not isinstance(cell, str))
        shortened = b"".join(struct.pack("<H", style) + _shortened(figure) for figure, style in cells)
        records += _record(0xBD, struct.pack("<2H", y, run[0]) + shortened + struct.pack("<H", run[-1]))
    return records


def _shortened(figure: float) -> bytes:
    """The upper half of a figure, of which the two lowest bits say that it is one: only what needs no more can be written so."""
    upper = struct.pack("<d", figure)[4:]
    assert upper[0] & 3 == 0
    assert struct.unpack("<d", bytes(4) + upper)[0] == figure
    return upper


def _record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _text(text: str, lengths: int) -> bytes:
    return len(text).to_bytes(lengths, "little") + b"\x01" + text.encode("utf-16-le")


def _compound_file(book: bytes) -> bytes:
    """The table of sectors, the directory, the table of small sectors, then the workbook."""
    small = len(book) < _THRESHOLD
    count = -(-len(book) // _SECTOR)
    table = [_TABLE, _END, _END if small else _FREE, *range(4, 3 + count), _END]
    small_count = -(-len(book) // _SMALL_SECTOR) if small else 0
    small_table = [*range(1, small_count), _END] if small else []
    root = _entry("Root Entry", 5, 3 if small else _END, small_count * _SMALL_SECTOR)
    entries = root + _entry("Workbook", 2, 0 if small else 3, len(book)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<16x5H10x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<8I", 1, 1, 0, _THRESHOLD, 2 if small else _END, int(small), _END, 0) + struct.pack("<I", 0)
    header += struct.pack("<I", _FREE) * 108
    return header + _numbers(table) + entries + _numbers(small_table) + book.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    child = 1 if kind == 5 else _FREE
    return encoded.ljust(64, b"\0") + struct.pack("<HBB3I36xII4x", len(encoded), kind, 1, _FREE, _FREE, child, start, size)


def _numbers(numbers: Sequence[int]) -> bytes:
    return b"".join(struct.pack("<I", number) for number in numbers).ljust(_SECTOR, b"\xff")
