"""Tables without rules around their cells: rows whose pieces stand below each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.formats.cells import is_figure
from corpus.formats.joining import joined
from corpus.formats.pdf.drawings import Segment
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.ruled_tables import Table

PieceRow = list[Piece]
Span = tuple[float, float]

_LARGEST_STEP = 3.6
_LARGEST_RULED_STEP = 9.0
"""Between two rows of a table, in sizes of the font."""
_MOST_SINGLE = 2
"""Rows of one piece that may follow each other inside of a table: second lines of cells, subheadings."""
_FULL_SHARE = 0.75
_LONGEST_SINGLE = 24
_AT_COLUMN = 1.5
_WIDER = 1.0
"""Points that a name may stand off the middle of its columns for each column less."""
_WRAPPED = 0.8
"""Of the distance between rows: what is nearer to a row than that goes on in it."""


def with_tables(rows: Sequence[PieceRow], rules: Sequence[Segment]) -> list[PieceRow | Table]:
    """The rows of one flow, with a table where rows are one."""
    found: list[PieceRow | Table] = []
    index = 0
    while index < len(rows):
        end = _extent(rows, index, rules)
        table = _table(rows[index:end], rules) if end - index > 1 else None
        found.append(table or rows[index])
        index = end if table else index + 1
    return found


def _extent(rows: Sequence[PieceRow], start: int, rules: Sequence[Segment]) -> int:
    """The row after the last that could belong to a table that begins at `start`."""
    if len(rows[start]) < 2:
        return start + 1
    last, end = start, start + 1
    while end < len(rows) and _is_near(rows[end - 1], rows[end], rules):
        if len(rows[end]) > 1:
            last = end
        elif end - last > _MOST_SINGLE or len(rows[end][0].text) > _LONGEST_SINGLE:
            break
        end += 1
    return last + 1 + _wrapped_below(rows, start, last)


def _is_near(above: PieceRow, row: PieceRow, rules: Sequence[Segment]) -> bool:
    """Whether two rows may be of one table; with a rule between them they may be farther apart."""
    step, size = row[0].baseline - above[0].baseline, row[0].size
    if step < _LARGEST_STEP * size:
        return True
    left, right = above[0].left, above[-1].right
    ruled = any(above[0].baseline < y < row[0].baseline and x0 < left + size and x1 > right - size for x0, y, x1, y1 in rules if y1 == y)
    return ruled and step < _LARGEST_RULED_STEP * size


def _wrapped_below(rows: Sequence[PieceRow], start: int, last: int) -> int:
    """How many rows below the last full one are second lines of its cells: nearer than rows are, and begun where one of its pieces is."""
    full = [row[0].baseline for row in rows[start : last + 1] if len(row) > 1]
    steps = [below - above for above, below in pairwise(full)]
    nearest = min(steps, default=0.0)
    count = 0
    for above, row in pairwise(rows[last : last + 1 + _MOST_SINGLE]):
        step = row[0].baseline - above[0].baseline
        if len(row) > 1 or step >= _WRAPPED * nearest or all(abs(piece.left - row[0].left) > _AT_COLUMN for piece in rows[last]):
            break
        count += 1
    return count


def _table(rows: Sequence[PieceRow], rules: Sequence[Segment]) -> Table | None:
    rows = _evenly_cut(rows)
    columns = _columns(rows)
    if columns is None:
        return None
    rows = [_cut_where_columns_begin(row, columns) for row in rows]
    placed = [_placed(row, columns, above=index < _first_figures(rows)) for index, row in enumerate(rows)]
    inner = _inner_rules(rows, columns, rules)
    bands = _between(rows, inner) if len(inner) > 1 else _nearest(rows, placed)
    lines = [tuple(map(joined, zip(*(placed[index] for index in band), strict=True))) for band in bands]
    everything = [piece for row in rows for piece in row]
    return Table(
        rows=tuple(_over_all_columns(line) for line in lines),
        left=min(piece.left for piece in everything),
        right=max(piece.right for piece in everything),
        top=rows[0][0].top,
        bottom=rows[-1][0].bottom,
        size=median(piece.size for piece in everything),
        headers=sum(rows[band[-1]][0].baseline < inner[0] for band in bands) if len(inner) == 1 else None,
    )


def _evenly_cut(rows: Sequence[PieceRow]) -> list[PieceRow]:
    """Rows as they are, but one whose pieces have blanks and would with them be as full as the others is cut there."""
    most = max(map(len, rows))
    cut = ([part for piece in row for part in _at_blanks(piece)] if len(row) < most else row for row in rows)
    return [parts if len(parts) == most else row for row, parts in zip(rows, cut, strict=True)]


def _at_blanks(piece: Piece) -> list[Piece]:
    places = [0, *(index for index, char in enumerate(piece.characters) if index and char.startswith(" ")), len(piece.characters)]
    return [piece.between(start, end) for start, end in pairwise(places)]


def _first_figures(rows: Sequence[PieceRow]) -> int:
    """The index of the first row with a figure: what stands above it may be a header."""
    return next((index for index, row in enumerate(rows) if any(is_figure(piece.text) for piece in row[1:])), 0)


def _columns(rows: Sequence[PieceRow]) -> list[Span] | None:
    """The columns in which the pieces of the fullest rows stand; None where these do not agree."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    if len(full) == 1:
        full = [row for row in rows if len(row) >= max(2, _FULL_SHARE * most)]
    columns: list[Span] = []
    for left, right in sorted((piece.left, piece.right) for row in full for piece in row):
        if columns and left < columns[-1][1] + 1.0:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns if len(full) > 1 and len(columns) == most > 1 else None


def _cut_where_columns_begin(row: PieceRow, columns: Sequence[Span]) -> PieceRow:
    """A row whose pieces run from one column into the next without a gap, because the next begins there, is cut there."""
    parts = list(row)
    for (_, before), (left, _) in pairwise(columns):
        for index, piece in enumerate(parts):
            place = next((place for place, start in enumerate(piece.lefts) if place and abs(start - left) < _AT_COLUMN), None)
            if place is not None and len(parts) < len(columns) and piece.left < before:
                parts[index : index + 1] = [piece.between(0, place), piece.between(place, len(piece.characters))]
                break
    return parts


def _placed(row: PieceRow, columns: Sequence[Span], above: bool) -> tuple[str, ...]:
    """The texts of a row by column. What stands `above` the figures and over several columns is the name of each of them."""
    cells = [""] * len(columns)
    alone = [_touched(piece, columns) or [_closest(piece, columns)] for piece in row]
    spans = _spans(row, columns) if above and len(row) < len(columns) else None
    for piece, span in zip(row, spans or alone, strict=True):
        for column in span:
            cells[column] = f"{cells[column]} {piece.text}".strip()
    return tuple(cells)


def _spans(row: PieceRow, columns: Sequence[Span]) -> list[list[int]] | None:
    """For each piece of a header the neighbouring columns that it stands in the middle of, one after the other; None where there are none.

    Tried from the left, for every number of columns that may be used up; so that a few pieces over a dozen columns take no time.
    """
    best: dict[int, tuple[float, list[list[int]]]] = {0: (0.0, [])}
    for piece in row:
        touched = set(_touched(piece, columns))
        found: dict[int, tuple[float, list[list[int]]]] = {}
        for used, (off, spans) in best.items():
            for first in range(used, len(columns)):
                for end in range(first + 1, len(columns) + 1):
                    middle = (columns[first][0] + columns[end - 1][1]) / 2
                    total = off + abs(middle - (piece.left + piece.right) / 2) + _WIDER * (end - first)
                    if touched.issubset(range(first, end)) and total < found.get(end, (float("inf"), []))[0]:
                        found[end] = (total, [*spans, list(range(first, end))])
        best = found
    return min(best.values(), key=lambda way: way[0])[1] if best else None


def _touched(piece: Piece, columns: Sequence[Span]) -> list[int]:
    return [index for index, (left, right) in enumerate(columns) if min(right, piece.right) - max(left, piece.left) > 0.2 * piece.size]


def _closest(piece: Piece, columns: Sequence[Span]) -> int:
    return min(range(len(columns)), key=lambda index: abs(sum(columns[index]) - piece.left - piece.right))


def _inner_rules(rows: Sequence[PieceRow], columns: Sequence[Span], rules: Sequence[Segment]) -> list[float]:
    """The heights of long rules between the first and the last row."""
    least = 0.5 * (columns[-1][1] - columns[0][0])
    heights = sorted(y for left, y, right, _ in rules if min(right, columns[-1][1]) - max(left, columns[0][0]) > least)
    inside = [y for y in heights if rows[0][0].baseline < y < rows[-1][0].baseline]
    return [y for index, y in enumerate(inside) if index == 0 or y - inside[index - 1] > 3]


def _between(rows: Sequence[PieceRow], heights: Sequence[float]) -> list[list[int]]:
    """The rows between one rule and the next together."""
    bands: list[list[int]] = [[] for _ in range(len(heights) + 1)]
    for index, row in enumerate(rows):
        bands[sum(height < row[0].baseline for height in heights)].append(index)
    return [band for band in bands if band]


def _nearest(rows: Sequence[PieceRow], placed: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """Each full row with the second lines of its cells, which stand nearer to it than the next row does."""
    anchors = [index for index, cells in enumerate(placed) if sum(map(bool, cells)) >= max(2, len(cells) / 2) or any(map(is_figure, cells))]
    pitch = median([rows[b][0].baseline - rows[a][0].baseline for a, b in pairwise(anchors)] or [0.0])
    bands: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        nearest = min(anchors, key=lambda anchor: abs(rows[anchor][0].baseline - row[0].baseline), default=index)
        near = abs(rows[nearest][0].baseline - row[0].baseline) < _WRAPPED * pitch
        bands.setdefault(nearest if near else index, []).append(index)
    return [bands[key] for key in sorted(bands)]


def _over_all_columns(line: tuple[str, ...]) -> tuple[str, ...]:
    """A subheading, which stands alone in the first column, is one for all columns."""
    return line if any(line[1:]) or is_figure(line[0]) else (line[0],) * len(line)
