"""A sheet to its parts in reading order: lines and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby
from math import inf

from corpus.formats.pdf.aligned_tables import with_tables
from corpus.formats.pdf.columns import Flow, flows, rows_of
from corpus.formats.pdf.drawings import Segment
from corpus.formats.pdf.grids import grids
from corpus.formats.pdf.paragraphs import Line
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.ruled_tables import Frame, Table, ruled_tables
from corpus.formats.pdf.sheets import Sheet

Part = Line | Table


def parts(sheets: Sequence[Sheet]) -> list[Part]:
    """The parts of all sheets, page by page; of each page the sheet with most of its text first."""
    numbers = count()
    pages: set[int] = set()
    found: list[Part] = []
    for sheet in sheets:
        ruled = ruled_tables(sheet.pieces, grids(sheet.rules))
        aside = sheet.page in pages
        for flow in flows([*ruled.pieces, *ruled.tables, *ruled.frames]):
            found.extend(_flow_parts(sheet, flow, numbers, aside=aside))
        pages.add(sheet.page)
    return found


def _flow_parts(sheet: Sheet, flow: Flow, numbers: Iterator[int], aside: bool) -> Iterator[Part]:
    """The parts of a flow; what a frame holds comes where the frame stands, or after the flow when there is text beside it."""
    number = next(numbers)
    pieces = [item for item in flow if isinstance(item, Piece)]
    beside = [item for item in flow if isinstance(item, Frame) and any(item.top < piece.baseline < item.bottom for piece in pieces)]
    obstacles = [*sheet.pictures, *((frame.left, frame.top, frame.right, frame.bottom) for frame in beside)]
    for _, group in groupby((item for item in flow if item not in beside), key=type):
        items = list(group)
        for row in with_tables(rows_of(item for item in items if isinstance(item, Piece)), sheet.rules):
            yield (
                replace(row, page=sheet.page)
                if isinstance(row, Table)
                else replace(_line(row, obstacles), page=sheet.page, flow=number, aside=aside)
            )
        for item in items:
            if isinstance(item, Table):
                yield replace(item, page=sheet.page)
            elif isinstance(item, Frame):
                yield from _framed(sheet, item, numbers)
    for frame in beside:
        yield from _framed(sheet, frame, numbers)


def _framed(sheet: Sheet, frame: Frame, numbers: Iterator[int]) -> Iterator[Part]:
    for flow in flows(frame.pieces):
        yield from _flow_parts(sheet, flow, numbers, aside=True)


def _line(row: Sequence[Piece], obstacles: Iterable[Segment]) -> Line:
    """A row as a line of text, with the nearest obstacle to its right."""
    main = max(row, key=lambda piece: len(piece.characters))
    right, lowest = row[-1].right, main.top - main.size
    limit = min((left for left, top, _, bottom in obstacles if left > right - 1 and top < main.baseline and bottom > lowest), default=inf)
    return Line(" ".join(piece.text for piece in row), row[0].left, right, row[0].baseline, main.size, limit=limit)
