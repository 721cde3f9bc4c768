"""The file in which programs of old keep their documents: a small file system of its own, of which one stream is read."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import islice

SIGNATURE = b"\xd0\xcf\x11\xe0"
_HEADER, _ENTRY = 512, 128
_IN_HEADER = 109
"""Sectors of the table of sectors that the header names itself."""
_LAST = 0xFFFF_FFFA
"""From here on a number names no sector."""


def stream(data: bytes, *names: str) -> bytes:
    """The content under the first of these names that is there. Raises ValueError or struct.error where the file is damaged."""
    sector, small_sector = (1 << shift for shift in struct.unpack_from("<HH", data, 30))
    directory_start, _, threshold, small_start, _, more_start = struct.unpack_from("<6I", data, 48)
    if sector not in (512, 4096) or small_sector != 64:
        raise ValueError("sectors of a size that no program writes")
    blocks = [data[start : start + sector] for start in range(max(_HEADER, sector), len(data), sector)]
    numbers = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    while more_start < _LAST and len(numbers) < len(blocks) + _IN_HEADER:
        *more, more_start = _numbers([blocks[more_start]])
        numbers.extend(more)
    table = _numbers([blocks[number] for number in numbers if number < len(blocks)])
    entries = _entries(_chained(blocks, table, directory_start))
    start, size = next(entries[name] for name in names if name in entries)
    if size >= threshold:
        return _chained(blocks, table, start)[:size]
    small = _chained(blocks, table, next(iter(entries.values()))[0])
    parts = [small[at : at + small_sector] for at in range(0, len(small), small_sector)]
    return _chained(parts, _numbers(_chain(blocks, table, small_start)), start)[:size]


def _entries(directory: bytes) -> dict[str, tuple[int, int]]:
    """First sector and size of everything by its name; the first entry is the root, which holds the small ones."""
    found: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        found.setdefault(name, struct.unpack_from("<II", directory, at + 116))
    return found


def _chained(blocks: Sequence[bytes], table: Sequence[int], start: int) -> bytes:
    return b"".join(_chain(blocks, table, start))


def _chain(blocks: Sequence[bytes], table: Sequence[int], start: int) -> list[bytes]:
    """The sectors of a chain; one that runs in a circle ends after as many as there are."""

    def numbers(number: int) -> Iterator[int]:
        while number < min(len(blocks), len(table)):
            yield number
            number = table[number]

    return [blocks[number] for number in islice(numbers(start), len(blocks))]


def _numbers(blocks: Sequence[bytes]) -> list[int]:
    return [number for block in blocks for (number,) in struct.iter_unpack("<I", block[: len(block) // 4 * 4])]
