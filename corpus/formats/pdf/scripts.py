"""Small raised or lowered characters become part of the piece beside which they stand: km², CO₂, 10⁴, a footnote's mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.formats.pdf.pieces import Piece
from corpus.formats.raised import lowered, raised

_SMALL = 0.75
_LONGEST = 4
_HIGHEST, _LEVEL, _LOWEST = 0.8, 0.1, 0.4
"""Of the size of the piece: how far above its baseline a raised character may stand, and how far below it a lowered one."""
_NEAR = 0.4


def with_scripts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that are raised or lowered characters, which stand inside of their neighbours instead."""
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    hosts = [index for index, piece in enumerate(ordered) if _may_hold(piece)]
    baselines = [ordered[index].baseline for index in hosts]
    tallest = max((ordered[index].size for index in hosts), default=0.0)
    gone: set[int] = set()
    for index, piece in enumerate(list(ordered)):
        if len(piece.characters) > _LONGEST:
            continue
        first = bisect_left(baselines, piece.baseline - tallest * _LOWEST)
        near = hosts[first : bisect_right(baselines, piece.baseline + tallest * _HIGHEST)]
        around = [place for place in near if place not in gone and _holds(ordered[place], piece)]
        if around:
            host = min(around, key=lambda place: abs(ordered[place].baseline - piece.baseline))
            ordered[host] = _inserted(ordered[host], piece)
            gone.add(index)
    return [piece for index, piece in enumerate(ordered) if index not in gone]


def _may_hold(piece: Piece) -> bool:
    """Whether a piece is text beside which something can be raised, and not a character for itself."""
    return len(piece.characters) > 1 or piece.text.isascii()


def _holds(host: Piece, script: Piece) -> bool:
    rise = (host.baseline - script.baseline) / host.size
    beside = host.left + 0.5 * script.size < script.left <= host.right + _NEAR * host.size
    return script.size < _SMALL * host.size and -_LOWEST < rise < _HIGHEST and abs(rise) > _LEVEL and beside


def _inserted(host: Piece, script: Piece) -> Piece:
    place = bisect_left(host.lefts, script.left)
    written = raised if script.baseline < host.baseline else lowered
    if not written("".join(script.characters)):  # the mark of a note in brackets
        return host
    added = tuple(written(char.strip()) for char in script.characters)
    return replace(
        host,
        characters=host.characters[:place] + added + host.characters[place:],
        lefts=host.lefts[:place] + script.lefts + host.lefts[place:],
        rights=host.rights[:place] + script.rights + host.rights[place:],
    )
