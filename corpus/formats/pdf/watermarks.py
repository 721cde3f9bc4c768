"""Watermarks: pale text across the page or again and again. What is printed askew went with the characters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.sheets import Sheet, body_size

_LARGE = 1.6
"""Times the size of the text."""
_SAME_PLACE = 6.0
_MOST_PAGES = 0.6


def without_watermarks(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without text that is pale and recurs or lies across other text, or that is large and in one place on most pages."""
    usual = body_size(sheets)
    pages: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for sheet in sheets:
        for piece in sheet.pieces:
            pages[_place(piece)].add(sheet.page)
    count = len({sheet.page for sheet in sheets})
    cleared = []
    for sheet in sheets:
        times = Counter(piece.text for piece in sheet.pieces if piece.pale)
        gone = []
        for piece in sheet.pieces:
            recurring = len(pages[_place(piece)])
            large = piece.size >= _LARGE * usual
            pale = piece.pale and (recurring > 1 or times[piece.text] > 1 or (large and _lies_across(piece, sheet)))
            if pale or (large and recurring > max(2, _MOST_PAGES * count)):
                gone.append(piece)
        cleared.append(sheet.without(gone))
    return cleared


def _place(piece: Piece) -> tuple[str, int, int]:
    return piece.text, round(piece.left / _SAME_PLACE), round(piece.baseline / _SAME_PLACE)


def _lies_across(piece: Piece, sheet: Sheet) -> bool:
    """Whether other text is printed where this is."""
    return any(
        other is not piece
        and other.top < piece.baseline
        and other.baseline > piece.top
        and other.left < piece.right
        and other.right > piece.left
        for other in sheet.pieces
    )
