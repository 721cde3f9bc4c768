"""The pieces of a vocabulary, looked up by text, of which only those are read that begin as what was met.

There are a quarter of a million: read whole, they take a fifth of a second, much of a single question, and 40 MB.
"""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from retrieval.models.nano_file import Vocabulary

KEY = 8
"""Bytes by which pieces are sorted: as many as two characters have."""
_LOW, _HIGH = b"\x00", b"\xff"
"""Below and above every byte of a character."""


class Pieces:
    """Ids by piece; safe to use from several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        keys = _keys(vocabulary)
        self._order = np.argsort(keys).astype(np.uint32)
        self._keys = keys[self._order]
        self._lock = Lock()
        self._met: set[str] = set()
        self._ids: dict[str, int] = {}
        self.longest: dict[str, int] = {}
        """By the two characters that pieces begin with, of those that were met, how many the longest of them has."""

    def inside(self, text: str) -> dict[str, int]:
        """Ids by piece, of all that stand in a text and of others."""
        for place in range(len(text)):
            start = text[place : place + 2]
            if start not in self._met:
                self._read(start)
        return self._ids

    def _read(self, start: str) -> None:
        """Read the first character, where it is a piece by itself, and all that begin with both."""
        single, both = start[0].encode("utf-8", "surrogatepass"), start.encode("utf-8", "surrogatepass")
        found = self._between(single.ljust(KEY, _LOW), single.ljust(KEY, _LOW))
        if len(start) > 1:
            found |= self._between(both.ljust(KEY, _LOW), both.ljust(KEY, _HIGH))
        with self._lock:
            self.longest[start] = max(map(len, found), default=1)
            self._ids.update(found)
            self._met.add(start)

    def _between(self, low: bytes, high: bytes) -> dict[str, int]:
        first = np.searchsorted(self._keys, np.uint64(int.from_bytes(low)), "left")
        last = np.searchsorted(self._keys, np.uint64(int.from_bytes(high)), "right")
        return {self._vocabulary.piece(id_): id_ for id_ in sorted(self._order[first:last].tolist())}


def _keys(vocabulary: Vocabulary) -> NDArray[np.uint64]:
    """The first bytes of each piece as one number, ordered as the bytes are; a short piece has zeros behind it."""
    eights = np.ndarray((len(vocabulary.text) + 1,), dtype=">u8", buffer=vocabulary.text + bytes(KEY), strides=(1,))
    kept = np.array([(1 << 64) - (1 << 8 * (KEY - size)) for size in range(KEY + 1)], dtype=np.uint64)
    starts, ends = vocabulary.offsets[:-1], vocabulary.offsets[1:]
    keys: NDArray[np.uint64] = eights[starts].astype(np.uint64) & kept[np.minimum(ends - starts, KEY)]
    return keys
