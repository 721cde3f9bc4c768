"""Tables by their rules: each piece of text belongs to the cell around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.joining import joined
from corpus.formats.pdf.grids import Grid
from corpus.formats.pdf.pieces import Piece
from corpus.formats.table import Row

_LEAST_FILLED = 0.25
"""Of the cells; a diagram's lines have fewer."""
_PAGE_SHARE = 0.6
"""A frame around so much of the text adorns the page."""
_INSIDE = 0.3
"""Of a character's width: a line that is nearer to the end of a piece does not cut it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table and its place on the page; what fills a merged cell stands in each of its fields."""

    rows: tuple[Row, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """Of its font."""
    headers: int | None = None
    """How many rows name the columns, where rules say so."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """Text inside of a frame of its own, to be read apart from what is around it."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """A page whose rules were made use of."""

    tables: tuple[Table, ...]
    frames: tuple[Frame, ...]
    pieces: tuple[Piece, ...]
    """What stands in none of them."""


def ruled_tables(pieces: Sequence[Piece], grids: Sequence[Grid]) -> Ruled:
    """Take the tables and frames of a page out of its pieces; each piece goes into the smallest grid around it."""
    ordered = sorted(grids, key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0]))
    inside: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        inside[_around(piece, ordered)].append(piece)
    tables, frames, rest = [], [], inside.pop(-1, [])
    for index, held in inside.items():
        grid = ordered[index]
        if table := _table(grid, held):
            tables.append(table)
        elif _is_frame(grid) and len(held) > 1 and _length(held) < _PAGE_SHARE * _length(pieces):
            frames.append(Frame(tuple(held), grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]))
        else:
            rest.extend(held)
    return Ruled(tuple(tables), tuple(frames), tuple(rest))


def _length(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.characters) for piece in pieces)


def _around(piece: Piece, grids: Sequence[Grid]) -> int:
    x, y = (piece.left + piece.right) / 2, _middle(piece)
    return next((index for index, grid in enumerate(grids) if grid.holds(x, y)), -1)


def _middle(piece: Piece) -> float:
    return piece.baseline - 0.35 * piece.size


def _is_frame(grid: Grid) -> bool:
    return len({cell for row in grid.cells for cell in row}) == 1


def _table(grid: Grid, pieces: Sequence[Piece]) -> Table | None:
    """The table in a grid, unless it has a single column or is nearly empty."""
    texts = _texts(grid, pieces)
    rows = [tuple(texts.get(cell, "") for cell in row) for row in _distinct(grid.cells)]
    rows = list(zip(*_distinct_columns(grid, rows), strict=True))
    filled = [row for row in rows if any(row)]
    cells = {cell for row in grid.cells for cell in row}
    if not filled or len(filled[0]) < 2 or len(texts) < max(2, _LEAST_FILLED * len(cells)):
        return None
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    return Table(tuple(filled), grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], size)


def _distinct(rows: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Rows without those that are all one with the row above."""
    return [row for index, row in enumerate(rows) if index == 0 or row != rows[index - 1]]


def _distinct_columns(grid: Grid, rows: Sequence[Row]) -> list[Row]:
    numbers = list(zip(*_distinct(grid.cells), strict=True))
    return [column for index, column in enumerate(zip(*rows, strict=True)) if index == 0 or numbers[index] != numbers[index - 1]]


def _texts(grid: Grid, pieces: Iterable[Piece]) -> dict[int, str]:
    """By cell its text; a piece that runs over a rule is cut there."""
    held: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        row = _field(grid.ys, _middle(piece))
        for part in _cut(
            piece, [x for column, x in enumerate(grid.xs[1:-1], start=1) if grid.cells[row][column - 1] != grid.cells[row][column]]
        ):
            held[grid.cells[row][_field(grid.xs, (part.left + part.right) / 2)]].append(part)
    return {cell: cell_lines(parts) for cell, parts in held.items()}


def _field(places: Sequence[float], value: float) -> int:
    return next(
        (index for index, (start, end) in enumerate(pairwise(places)) if start <= value <= end), 0 if value < places[0] else len(places) - 2
    )


def _cut(piece: Piece, xs: Iterable[float]) -> list[Piece]:
    """Cut a piece where a rule runs through it."""
    parts = []
    for x in xs:
        if piece.left + _INSIDE * piece.size < x < piece.right - _INSIDE * piece.size:
            place = sum((left + right) / 2 < x for left, right in zip(piece.lefts, piece.rights, strict=True))
            if 0 < place < len(piece.characters):
                parts.append(piece.between(0, place))
                piece = piece.between(place, len(piece.characters))
    return [*parts, piece]


def cell_lines(pieces: Iterable[Piece]) -> str:
    """The pieces of one cell, line after line, as one text."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if lines and piece.baseline - lines[-1][0].baseline < 0.35 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return joined(" ".join(piece.text for piece in sorted(line, key=lambda piece: piece.left)) for line in lines)
