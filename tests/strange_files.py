"""Files as nobody should have written them: whole ones with bytes changed, lost, doubled and mixed, inside of packages too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from random import Random

LONGEST = 400_000
"""Bytes."""
PACKED = (".docx", ".xlsx", ".zip")
BAD_PLACES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"]]>",
    b"<!--",
    b"<table>",
    b'"',
    b"\\ud800",
    b"{",
    b"[",
    b"1e999",
    b"\r",
)
Sample = tuple[str, bytes]
"""A suffix and a content."""


def strange_file(samples: Sequence[Sample], chance: Random) -> Sample:
    """One of the samples after a few changes; one in twenty under another's suffix."""
    suffix, content = chance.choice(samples)
    if suffix in PACKED and chance.random() < 0.7:
        content = _changed_inside(content, chance)
    else:
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            content = changed(content, chance)
    if chance.random() < 0.05:
        suffix, _ = chance.choice(samples)
    return suffix, content[:LONGEST]


def changed(content: bytes, chance: Random) -> bytes:
    """One bit flipped, a byte replaced, the end lost, a stretch doubled, lost, repeated or moved, or something bad put in."""
    if not content:
        return content
    place, other = sorted(chance.choices(range(len(content) + 1), k=2))
    match chance.randrange(8):
        case 0:
            place = min(place, len(content) - 1)
            return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
        case 1:
            return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
        case 2:
            return content[:other]
        case 3:
            return content[:other] + content[max(0, other - 200) :]
        case 4:
            return content[:place] + content[place + chance.randrange(200) :]
        case 5:
            return content[:place] + content[place : place + chance.randint(1, 30)] * chance.randint(2, 500) + content[place:]
        case 6:
            return content[other:] + content[:place]
        case _:
            return content[:place] + chance.choice(BAD_PLACES) * chance.choice((1, 1, 3, 500)) + content[place:]


def _changed_inside(content: bytes, chance: Random) -> bytes:
    """A package whose checksums fit, and one of whose files was changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        bad = chance.choice(names)
        for name in names:
            inner = old.read(name)
            new.writestr(name, changed(inner, chance) if name == bad else inner)
    return packed.getvalue()
