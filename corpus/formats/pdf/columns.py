"""The order in which the parts of a page are read: what stands over all columns, the columns from the left, what stands below them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.ruled_tables import Frame, Table

Item = Piece | Table | Frame
Flow = list[Item]
"""What is read from above to below, without a step to another column."""

_NARROWEST = 6.0
"""Points between two columns."""
_HEADLINE = 1.25
_CANDIDATES = 12
_MOST_BESIDE = 20
"""Items that are looked at to the side of one; a page of text has three."""
_LEAST_LINES = 3
_WIDE_SHARE = 0.5
_WIDE_LINE = 0.7
_LEAST_LENGTH = 7
_LEAST_MARKS = 0.25
_SMALL_GAP, _LARGE_GAP = 1.5, 2.2
"""Of the usual distance between lines: above or below a gap like that, and beyond the other column, the columns have not begun or ended."""
_MARK = re.compile(r"[，。；、！？]|[a-z][,.;]")


@dataclass(frozen=True, slots=True)
class _Columns:
    left: list[Item]
    right: list[Item]
    top: float
    bottom: float

    @property
    def size(self) -> int:
        return len(self.left) + len(self.right)


def flows(items: Sequence[Item]) -> list[Flow]:
    """Divide the items of a page into flows, in reading order."""
    found = _columns(items)
    if found is None:
        return [sorted(items, key=lambda item: item.top)] if items else []
    inside = {id(item) for item in (*found.left, *found.right)}
    above = [item for item in items if id(item) not in inside and _middle(item) < found.top]
    below = [item for item in items if id(item) not in inside and _middle(item) >= found.top]
    return [flow for part in (above, found.left, found.right, below) for flow in flows(part)]


def _middle(item: Item) -> float:
    return (item.top + item.bottom) / 2


def _columns(items: Sequence[Item]) -> _Columns | None:
    """The longest columns of prose to both sides of a gap."""
    neighbours = _neighbours(items)
    gaps = _gaps(neighbours)
    headlines = _headlines(items, _between_columns(gaps, neighbours))
    found = (columns for x in gaps for columns in _beside(items, x, headlines))
    return max(found, key=lambda columns: columns.size, default=None)


def _neighbours(items: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Items beside each other with a gap between them, the left one first."""
    found: list[tuple[Item, Item]] = []
    ordered = sorted(items, key=lambda item: item.top)
    for index, item in enumerate(ordered):
        for place in range(index + 1, min(len(ordered), index + 1 + _MOST_BESIDE)):
            first, second = sorted((item, ordered[place]), key=lambda beside: beside.left)
            if ordered[place].top >= item.bottom:
                break
            if second.left - first.right >= _NARROWEST:
                found.append((first, second))
    return found


def _gaps(neighbours: Iterable[tuple[Item, Item]]) -> list[float]:
    """The places where most often something ends and something else begins beside it."""
    places: Counter[float] = Counter()
    for first, second in neighbours:
        places[round((first.right + second.left) / 8) * 4.0] += 1
        places[round((second.left - 2) / 2) * 2.0] += 1
    return [place for place, _ in places.most_common(_CANDIDATES)]


def _between_columns(gaps: Iterable[float], neighbours: Sequence[tuple[Item, Item]]) -> list[float]:
    """Those of the gaps that run through no column: the last line of a paragraph leaves one too, through the lines above it."""
    columns = {id(item): item for pair in neighbours for item in pair}.values()
    return [x for x in gaps if sum(_runs_through(x, item) for item in columns) < _LEAST_LINES]


def _runs_through(x: float, item: Item) -> bool:
    return item.left < x - 1 and item.right > x + 1


def _headlines(items: Sequence[Item], gaps: Sequence[float]) -> list[Item]:
    """Large lines that are wider than a column: all columns end above them, also those that they do not reach."""
    usual = median_low([_size(item) for item in items] or [0.0])
    large = (item for item in items if _size(item) > _HEADLINE * usual)
    return [item for item in large if any(_runs_through(x, item) for x in gaps)]


def _beside(items: Sequence[Item], x: float, headlines: Sequence[Item]) -> Iterable[_Columns]:
    """The columns to both sides of x, between the items that x runs through and the headlines."""
    crossed = [item for item in items if _runs_through(x, item)]
    blocking = sorted((item.top, item.bottom) for item in (*crossed, *headlines))
    free = sorted((item for item in items if item.right <= x + 1 or item.left >= x - 1), key=_middle)
    middles = [_middle(item) for item in free]
    tops = [float("-inf"), *(bottom for _, bottom in blocking)]
    bottoms = [*(top for top, _ in blocking), float("inf")]
    for top, bottom in zip(tops, bottoms, strict=True):
        inside = free[bisect_left(middles, top) : bisect_right(middles, bottom)]
        left = [item for item in inside if item.right <= x + 1]
        right = [item for item in inside if item.right > x + 1]
        if left and right:
            left, right = _bounded(left, right), _bounded(right, left)
            if _is_prose(left) and ((_is_prose(right) and _overlap(left, right)) or _is_rest(right, left)):
                held = [*left, *right]
                yield _Columns(left, right, min(map(_middle, held)), max(map(_middle, held)))


def _bounded(column: Sequence[Item], other: Sequence[Item]) -> list[Item]:
    """The column without lines apart above the other one, and without what follows below it after a large gap."""
    ordered = sorted(column, key=_middle)
    highest, lowest = min(item.top for item in other), max(item.bottom for item in other)
    size = median_low(_size(item) for item in ordered)
    steps = [below.bottom - above.bottom for above, below in pairwise(ordered)]
    usual = median_low([step for step in steps if step > 1] or [0.0])
    start = 0
    while start + 1 < len(ordered) and ordered[start].bottom <= highest:
        if 0.92 < _size(ordered[start]) / size < 1.08 and steps[start] <= _SMALL_GAP * usual:
            break
        start += 1
    ends = (index for index in range(start + 1, len(ordered)) if ordered[index].top > lowest and steps[index - 1] > _LARGE_GAP * usual)
    return ordered[start : next(ends, len(ordered))]


def _size(item: Item) -> float:
    return item.size if isinstance(item, Piece | Table) else item.pieces[0].size


def _overlap(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether the columns stand beside each other for some lines."""
    top = max(min(item.top for item in side) for side in (left, right))
    bottom = min(max(item.bottom for item in side) for side in (left, right))
    return all(sum(top <= _middle(item) <= bottom for item in side) >= _LEAST_LINES - 1 for side in (left, right))


def _is_rest(items: Sequence[Item], column: Sequence[Item]) -> bool:
    """Whether these are a line or two, the rest of a text that fills the column before them, at the same height as its first lines."""
    rows, full = (rows_of(item for item in side if isinstance(item, Piece)) for side in (items, column))
    beside = all(abs(row[0].baseline - other[0].baseline) < 1 for row, other in zip(rows, full, strict=False))
    return 0 < len(rows) < _LEAST_LINES and beside and sum(len(piece.text) for piece in rows[0]) >= _LEAST_LENGTH


def _is_prose(items: Sequence[Item]) -> bool:
    """Whether these are lines of running text, which fill their column and have commas, and not cells or labels."""
    rows = rows_of(item for item in items if isinstance(item, Piece))
    if len(rows) < _LEAST_LINES:
        return False
    texts = ["".join(piece.text for piece in row) for row in rows]
    start, end = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    wide = sum(row[-1].right - row[0].left >= _WIDE_LINE * (end - start) for row in rows)
    long = sorted(map(len, texts))[len(texts) // 2] >= _LEAST_LENGTH
    return long and wide >= _WIDE_SHARE * len(rows) and sum(map(bool, map(_MARK.search, texts))) >= _LEAST_MARKS * len(rows)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline together, from above; each row from the left."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if rows and piece.baseline - rows[-1][0].baseline < 0.35 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]
