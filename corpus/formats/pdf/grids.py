"""Rules to grids: lines that cross become rows and columns, and where a line is missing between two fields they are one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.pdf.drawings import Segment

_SAME = 3.0
"""Points within which lines are at one place, and ends meet."""
_MOST_LINES = 400
"""In each direction on one page; more is a drawing."""
_MOST_FIELDS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The fields between rules, and which of them are one cell."""

    xs: tuple[float, ...]
    """Where the columns begin, and where the last one ends."""
    ys: tuple[float, ...]
    """Likewise for the rows, from above."""
    cells: tuple[tuple[int, ...], ...]
    """By row and column the number of the cell that the field belongs to."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def grids(rules: Iterable[Segment]) -> list[Grid]:
    """The grids that rules form, those that begin highest first; a single frame is one of one cell."""
    segments = list(rules)
    across = _merged((y0, x0, x1) for x0, y0, x1, y1 in segments if x1 - x0 >= y1 - y0)
    down = _merged((x0, y0, y1) for x0, y0, x1, y1 in segments if x1 - x0 < y1 - y0)
    if max(len(across), len(down)) > _MOST_LINES:
        return []
    found = [grid for rows, columns in _connected(across, down) if (grid := _grid(rows, columns))]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


Line = tuple[float, float, float]
"""Where it lies, and where it starts and ends in the other direction."""


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Join what continues or repeats a line."""
    merged: list[Line] = []
    for place, start, end in sorted((round(place), start, end) for place, start, end in lines):
        last = merged[-1] if merged else None
        if last and place == last[0] and start <= last[2] + _SAME:
            merged[-1] = (last[0], last[1], max(last[2], end))
        else:
            merged.append((place, start, end))
    return merged


def _connected(across: Sequence[Line], down: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """The lines that touch each other, directly or by way of others."""
    groups = list(range(len(across) + len(down)))
    for index, (y, left, right) in enumerate(across):
        for other, (x, top, bottom) in enumerate(down, start=len(across)):
            if left - _SAME <= x <= right + _SAME and top - _SAME <= y <= bottom + _SAME:
                groups[_root(groups, index)] = _root(groups, other)
    roots = [_root(groups, index) for index in range(len(groups))]
    return [
        (
            [line for line, root in zip(across, roots, strict=False) if root == group],
            [line for line, root in zip(down, roots[len(across) :], strict=True) if root == group],
        )
        for group in dict.fromkeys(roots)
    ]


def _root(groups: list[int], index: int) -> int:
    while groups[index] != index:
        groups[index] = groups[groups[index]]
        index = groups[index]
    return index


def _grid(across: Sequence[Line], down: Sequence[Line]) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    xs = _places([x for x, _, _ in down] + [end for _, left, right in across for end in (left, right)])
    ys = _places([y for y, _, _ in across] + [end for _, top, bottom in down for end in (top, bottom)])
    width, height = len(xs) - 1, len(ys) - 1
    if not 0 < width * height <= _MOST_FIELDS:
        return None
    groups = list(range(width * height))
    walls = {(row, column) for x, top, bottom in down for column in _at(xs, x) for row in _covered(ys, top, bottom)}
    floors = {(row, column) for y, left, right in across for row in _at(ys, y) for column in _covered(xs, left, right)}
    for row in range(height):
        for column in range(width):
            if column + 1 < width and (row, column + 1) not in walls:
                groups[_root(groups, row * width + column)] = _root(groups, row * width + column + 1)
            if row + 1 < height and (row + 1, column) not in floors:
                groups[_root(groups, row * width + column)] = _root(groups, (row + 1) * width + column)
    return Grid(xs, ys, tuple(tuple(_root(groups, row * width + column) for column in range(width)) for row in range(height)))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Sorted values; those that lie close together are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SAME:
            places.append(value)
    return tuple(places)


def _at(places: Sequence[float], value: float) -> list[int]:
    return [index for index, place in enumerate(places) if abs(place - value) <= _SAME]


def _covered(places: Sequence[float], start: float, end: float) -> list[int]:
    """The fields whose middle lies between start and end."""
    return [index for index, (a, b) in enumerate(pairwise(places)) if start <= (a + b) / 2 <= end]
