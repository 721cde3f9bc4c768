"""What is drawn on a page besides its text: straight lines, which may be the rules of a table, and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

MOST_OBJECTS = 20_000
"""On one page; whoever draws more draws a map, not a table."""
_DEEPEST_FORM = 3
_THICKEST = 4.0
_SHORTEST = 4.0
_STRAIGHT = 0.75

Segment = tuple[float, float, float, float]
"""x and y of one end and of the other, in points."""
Point = tuple[float, float]
Handle = ctypes.c_void_p
"""Of something that PDFium holds."""
Matrix = tuple[float, float, float, float, float, float]
_UNIT_SQUARE: tuple[Point, ...] = ((0, 0), (1, 0), (0, 1), (1, 1))
"""Where PDF draws every picture, before its matrix moves it."""
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on one page."""

    segments: tuple[Segment, ...]
    """The lines along the edges of the page, thin rectangles among them."""
    pictures: tuple[Segment, ...]
    """Two corners of each."""
    count: int
    """Of all paths, pictures and shadings."""


def drawings(page: Handle) -> Drawings:
    """Everything on a page that is no text."""
    segments: list[Segment] = []
    pictures: list[Segment] = []
    count = 0
    for item, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(item)
        count += kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_extent([_moved(x, y, _product(_matrix(item), matrix)) for x, y in _UNIT_SQUARE]))
        if kind == pdfium.FPDF_PAGEOBJ_PATH and len(segments) < MOST_OBJECTS:
            segments.extend(_segments(item, _product(_matrix(item), matrix)))
    return Drawings(tuple(segments), tuple(pictures), count)


def _objects(page: Handle) -> Iterator[tuple[Handle, Matrix]]:
    """Every object with the matrix of the forms that it stands in."""
    left = MOST_OBJECTS
    stack: list[tuple[Handle, Matrix, int]] = [(page, _UNMOVED, 0)]
    while stack:
        parent, matrix, depth = stack.pop()
        count = pdfium.FPDFFormObj_CountObjects(parent) if depth else pdfium.FPDFPage_CountObjects(parent)
        take = pdfium.FPDFFormObj_GetObject if depth else pdfium.FPDFPage_GetObject
        for index in range(min(count, left)):
            item = take(parent, index)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                stack.append((item, _product(_matrix(item), matrix), depth + 1))
            yield item, matrix
        left -= max(0, min(count, left))


def _matrix(item: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = then
    return a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r


def _segments(path: Handle, matrix: Matrix) -> Iterator[Segment]:
    """The straight lines of a path that is stroked, and the thin rectangles of one that is filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    outlines = list(_outlines(path, matrix))
    if stroke.value:
        yield from filter(_is_line, ((*a, *b) for outline in outlines for a, b in pairwise(outline)))
        return
    yield from filter(None, map(_thin, outlines))
    for outer, inner in pairwise(map(_extent, outlines)):
        yield from _frame(outer, inner)


def _outlines(path: Handle, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; a closed part ends where it began."""
    points: list[Point] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _is_line(segment: Segment) -> bool:
    wide, high = abs(segment[2] - segment[0]), abs(segment[3] - segment[1])
    return min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST


def _thin(outline: list[Point]) -> Segment | None:
    """The middle line of a thin rectangle."""
    left, low, right, high = _extent(outline)
    if right - left <= _THICKEST and high - low >= max(_SHORTEST, right - left):
        middle = (left + right) / 2
        return middle, low, middle, high
    if high - low <= _THICKEST and right - left >= max(_SHORTEST, high - low):
        middle = (low + high) / 2
        return left, middle, right, middle
    return None


def _extent(outline: list[Point]) -> Segment:
    """Left, lower, right and upper end."""
    xs, ys = zip(*outline, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _frame(outer: Segment, inner: Segment) -> Iterator[Segment]:
    """The sides of a frame that is filled between its outer and its inner outline."""
    if all(0 < abs(a - b) <= _THICKEST for a, b in zip(outer, inner, strict=True)):
        left, low, right, high = outer
        yield from ((left, low, right, low), (left, high, right, high), (left, low, left, high), (right, low, right, high))
