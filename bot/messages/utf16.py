"""Offsets as Telegram counts them: in UTF-16 code units, of which a character outside the Basic Multilingual Plane takes two."""

from __future__ import annotations


def utf16_length(text: str) -> int:
    """How many UTF-16 code units a text takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def index_of(text: str, offset: int) -> int:
    """The character index at a UTF-16 offset, or the one before where that lies within a character."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))
