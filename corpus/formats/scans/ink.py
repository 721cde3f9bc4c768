"""What was read of the lines of a page as pieces: with the places of the characters, and the size of the font.

The models say roughly where a character stands, and nothing of the font. Its size is how far Han characters are apart; where a line has
too few of them, it is told by the line's height.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.formats.pdf.columns import rows_of
from corpus.formats.pdf.pieces import Piece
from corpus.formats.scans.text_reader import ReadLine

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f“”‘’…—·]")
_ENOUGH = 5
"""Steps from one Han character to the next, by which the size of a line is known."""
_USUAL_HEIGHT = 0.95
"""Of the font's size to the line's height, where no line of the page tells it."""
_SAME_SIZE = 0.08
_BASELINE = 0.36
"""Below the middle of the line, in sizes of the font."""
_WIDE = 1.3
"""Widths of a character between two pieces of a line, here and below."""
_BETWEEN_WORDS = 0.25
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff》”）])[,;:?!)]|(?<=[%\d])[;](?!\d)|[,;:?!(](?=[\u3400-\u9fff《“（])")
"""Marks that are set in the width of a Han character beside Han characters, and read as those of English."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line that was read, and where it stands: in points, downwards is more."""

    read: ReadLine
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def pieces_of(lines: Iterable[PlacedLine]) -> tuple[Piece, ...]:
    """The pieces of a page; what was found in parts on one line is one piece, and what stands far apart on it is several."""
    lines = [line for line in lines if line.read.characters]
    apart = [part for line, size in zip(lines, _sizes(lines), strict=True) for part in _parts(_piece(line, size))]
    return tuple(_with_own_marks(piece) for row in rows_of(apart) for piece in _together(row))


def _sizes(lines: Sequence[PlacedLine]) -> list[float]:
    """The size of the font of each line; one for all that are nearly of the size of most."""
    known = [_told_size(line) for line in lines]
    share = median([size / line.height for size, line in zip(known, lines, strict=True) if size] or [_USUAL_HEIGHT])
    sizes = [size or share * line.height for size, line in zip(known, lines, strict=True)]
    weighted = [size for size, line in zip(sizes, lines, strict=True) for _ in line.read.characters]
    usual = median(weighted) if weighted else 0.0
    return [usual if abs(size - usual) < _SAME_SIZE * usual else size for size in sizes]


def _told_size(line: PlacedLine) -> float | None:
    """How far its Han characters are apart; None where there are too few."""
    width, step, steps = line.right - line.left, 0.0, 0
    together = pairwise(zip(line.read.characters, line.read.centres, strict=True))
    for (before, at), (after, then) in together:
        if _HAN.match(before) and _HAN.match(after) and (then - at) * width < _WIDE * line.height:
            step, steps = step + (then - at) * width, steps + 1
    return step / steps if steps >= _ENOUGH else None


def _piece(line: PlacedLine, size: float) -> Piece:
    width = line.right - line.left
    centres = [line.left + centre * width for centre in line.read.centres]
    halves = [size * (0.5 if _HAN.match(char[-1]) else 0.25) for char in line.read.characters]
    return Piece(
        characters=line.read.characters,
        lefts=tuple(centre - half for centre, half in zip(centres, halves, strict=True)),
        rights=tuple(centre + half for centre, half in zip(centres, halves, strict=True)),
        baseline=(line.top + line.bottom) / 2 + _BASELINE * size,
        size=size,
    )


def _parts(piece: Piece) -> Iterator[Piece]:
    """A piece, cut where nothing stands in it for a while: there it runs from one column or cell into the next."""
    gaps = (left - right > _WIDE * piece.size for right, left in zip(piece.rights, piece.lefts[1:], strict=False))
    places = [0, *(place for place, wide in enumerate(gaps, start=1) if wide), len(piece.characters)]
    return (piece.between(start, end) for start, end in pairwise(places))


def _together(row: Sequence[Piece]) -> list[Piece]:
    """The pieces of a row, those without a gap between them as one."""
    found = [row[0]]
    for piece in row[1:]:
        gap = (piece.left - found[-1].right) / piece.size
        if gap > _WIDE or not 0.8 < piece.size / found[-1].size < 1.25:
            found.append(piece)
            continue
        first, *others = (char.strip() for char in piece.characters[:1])
        blank = " " if gap > _BETWEEN_WORDS and not (_HAN.match(first) or _HAN.match(found[-1].characters[-1][-1])) else ""
        found[-1] = replace(
            found[-1],
            characters=(*found[-1].characters, blank + first, *others, *piece.characters[1:]),
            lefts=found[-1].lefts + piece.lefts,
            rights=found[-1].rights + piece.rights,
        )
    return found


def _with_own_marks(piece: Piece) -> Piece:
    """Without blanks beside Han characters, and with the marks of Chinese there."""
    characters = list(piece.characters)
    for place, char in enumerate(characters):
        beside = (characters[place - 1][-1] if place else "", char[-1])
        characters[place] = char.strip() if any(map(_HAN.match, beside)) else char
    text = "".join(char[-1] for char in characters)
    for match in _HALF_WIDTH.finditer(text):
        characters[match.start()] = _MARKS[match[0]]
    return replace(piece, characters=tuple(characters))
