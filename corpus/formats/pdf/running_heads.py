"""Heads, feet and page numbers: what recurs at the edges of the pages, odd and even ones apart, or counts them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from corpus.formats.pdf.columns import rows_of
from corpus.formats.pdf.grids import grids
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.sheets import Sheet
from corpus.language.numerals import digit_by_digit, number

_ROWS = 3
"""So many rows at the top and at the bottom of a page may belong to its head and foot."""
_SAME_HEIGHT = 4.0
_RECURRING = 0.3
"""Of the pages: odd pages are half of them, and a chapter's head is on its own pages only."""
_LONGEST = 80
_OUTER = 0.12
_APART = 1.3
_LARGEST_STEP = 2.5
_OTHER_SIZE = 0.92
_MIDDLE = 0.35
"""Of a line, above its baseline, in sizes of the font."""
_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
_DIGITS = re.compile(rf"\d+|(?<=第){_HAN_NUMBER}(?=[页頁])")
_NUMBER = re.compile(
    rf"^\W*(?:第\s*(?P<han>{_HAN_NUMBER})\s*[页頁]|(?:第|page|p\.)?\s*(?P<digits>\d{{1,4}})\s*[页頁]?)(?:\W*(?:/|of|共|总)?\s*(?:\d{{1,4}}|{_HAN_NUMBER})\s*[页頁]?)?\W*$",
    re.IGNORECASE,
)
_DECORATED = re.compile(
    r"第\s*\S{1,5}\s*[页頁]|page\s*\d|^\s*[-–—―·~～•]+\s*\d{1,4}\s*[-–—―·~～•]+\s*$|^\d{1,4}\s*/\s*\d{1,4}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """One row near the top or the bottom of a sheet."""

    page: int
    side: str
    key: str
    """Its text, with # for figures; those in a table do not count pages."""
    distance: float
    """From that edge of the page."""
    size: float
    row: list[Piece]
    number: int | None
    """The number that the row is, with nothing beside it but 第 … 页 and the like."""
    is_outer: bool
    is_apart: bool
    """Whether a gap, or another size, sets it apart from the next row inwards."""


def without_running_heads(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without the rows at their edges that recur or number the pages."""
    edges = [[_edges(sheet, side) for side in ("head", "foot")] for sheet in sheets]
    every = [edge for sheet in edges for side in sheet for edge in side]
    going = _recurring(every, len({sheet.page for sheet in sheets})) | _numbering(every, sheets)
    going |= _in_their_place(every, going)
    return [sheet.without(piece for side in sides for piece in _gone(side, going)) for sheet, sides in zip(sheets, edges, strict=True)]


def _gone(side: Sequence[_Edge], going: set[int]) -> list[Piece]:
    """The pieces of the rows that go, from the edge inwards up to the last that is set apart."""
    known = list(takewhile(lambda edge: id(edge) in going, side))
    while known and not known[-1].is_apart:
        known.pop()
    return [piece for edge in known for piece in edge.row]


def _edges(sheet: Sheet, side: str) -> list[_Edge]:
    """The rows of one side, the outermost first."""
    rows = rows_of(sheet.pieces)
    tables = [grid for grid in grids(sheet.rules) if len({cell for row in grid.cells for cell in row}) > 1]
    usual = median([below[0].baseline - above[0].baseline for above, below in pairwise(rows)] or [0.0])
    rows = rows if side == "head" else rows[::-1]
    edges = []
    for place, row in enumerate(rows[:_ROWS]):
        text = " ".join(piece.text for piece in row)
        if len(text) > _LONGEST:
            break
        in_table = any(grid.holds(row[0].left, row[0].baseline - _MIDDLE * row[0].size) for grid in tables)
        edges.append(
            _Edge(
                page=sheet.page,
                side=side,
                key=text if in_table else _DIGITS.sub("#", text),
                distance=row[0].baseline if side == "head" else sheet.height - row[0].baseline,
                size=row[0].size,
                row=row,
                number=None if in_table else _number(text),
                is_outer=place == 0,
                is_apart=len(rows) == 1 or (place + 1 < len(rows) and _is_apart(row, rows[place + 1], usual)),
            )
        )
    return edges


def _is_apart(row: Sequence[Piece], following: Sequence[Piece], usual: float) -> bool:
    sizes = sorted((row[0].size, following[0].size))
    gap = abs(following[0].baseline - row[0].baseline)
    return gap > _APART * min(usual, _LARGEST_STEP * sizes[1]) or sizes[0] < _OTHER_SIZE * sizes[1]


def _number(text: str) -> int | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    return int(match["digits"]) if match["digits"] else _han_value(match["han"])


def _han_value(text: str) -> int:
    value = number(text)
    return digit_by_digit(text) if value is None else int(value)


def _recurring(edges: Sequence[_Edge], pages: int) -> set[int]:
    """The edges whose text stands at the same height on several pages, figures aside."""
    places: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for edge in edges:
        places[edge.side, edge.key, _height(edge)].add(edge.page)
    least = max(2.0, _RECURRING * pages)
    found = set()
    for edge in edges:
        near = (places.get((edge.side, edge.key, _height(edge) + off), ()) for off in (-1, 0, 1))
        if any(map(str.isalpha, edge.key)) and sum(map(len, near)) >= least:
            found.add(id(edge))
    return found


def _height(edge: _Edge) -> int:
    return round(edge.distance / _SAME_HEIGHT)


def _numbering(edges: Sequence[_Edge], sheets: Sequence[Sheet]) -> set[int]:
    """The edges that are the number of their page: they count with the pages, or one alone says so."""
    heights = {sheet.page: sheet.height for sheet in sheets}
    steps = Counter((edge.side, edge.number - edge.page) for edge in edges if edge.number is not None)
    found = set()
    for edge in edges:
        if edge.number is not None:
            counted = steps[edge.side, edge.number - edge.page] > 1
            alone = edge.number == edge.page + 1 and edge.is_outer and edge.distance < _OUTER * heights[edge.page]
            if counted or alone or _DECORATED.search(edge.key):
                found.add(id(edge))
    return found


def _in_their_place(edges: Sequence[_Edge], going: set[int]) -> set[int]:
    """The outermost edges that stand on their page, in the same size, where others recur: the head of a single even page."""
    places = {(edge.side, round(edge.distance), round(edge.size, 1)) for edge in edges if id(edge) in going and edge.number is None}
    return {
        id(edge)
        for edge in edges
        if edge.is_outer
        and edge.is_apart
        and any((edge.side, round(edge.distance) + off, round(edge.size, 1)) in places for off in (-1, 0, 1))
    }
