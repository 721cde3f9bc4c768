"""The numbers of lines at the margin of a draft, which are none of its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.formats.pdf.columns import rows_of
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.sheets import Sheet

_LEAST = 5
"""Numbered lines of a page."""
_STEPS = (1, 2, 5, 10)
"""By how much they count."""
_MOST_DIGITS = 4
_WIDE = 15
"""Times the size of the text that its lines are wide; names in a list are not."""
_FULL_SHARE = 0.5
_NUMBERED_SHARE = 0.6
"""Of the lines of a page; the items of a list go on in lines without a number."""
_FULL = 2.0
"""Times the size of the text from the right edge up to which a line is full: those of a list or a table are not."""


def without_line_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without a column that counts the lines of prose to the right of it."""
    return [sheet.without(_numbers(sheet)) for sheet in sheets]


def _numbers(sheet: Sheet) -> list[Piece]:
    rows = rows_of(sheet.pieces)
    beside = [row for row in rows if _is_number(row[0]) and len(row) == 2]
    if len(beside) < _LEAST:
        return []
    margin, edge = min(row[1].left for row in beside), max(row[1].right for row in beside)
    if edge - margin < _WIDE * beside[0][1].size:
        return []
    numbers = [row[0] for row in rows if _is_number(row[0]) and row[0].right < margin]  # an empty line has one too
    counted = [int(number.text) for number in numbers]
    step = counted[1] - counted[0]
    counting = step in _STEPS and all(after - before == step for before, after in pairwise(counted))
    full = sum(edge - row[1].right < _FULL * row[1].size for row in beside) >= _FULL_SHARE * len(beside)
    return numbers if counting and full and len(numbers) * step >= _NUMBERED_SHARE * len(rows) else []


def _is_number(piece: Piece) -> bool:
    return piece.text.isdecimal() and len(piece.text) <= _MOST_DIGITS
