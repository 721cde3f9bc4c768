"""A sheet to its parts in reading order: lines and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from corpus.formats.pdf.aligned_tables import with_tables
from corpus.formats.pdf.columns import Flow, flows, rows_of
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
    for _, group in groupby((item for item in flow if item not in beside), key=type):
        items = list(group)
        yield from _rows(sheet, [item for item in items if isinstance(item, Piece)], number, aside=aside)
        for item in items:
            if isinstance(item, Table):
                yield item
            elif isinstance(item, Frame):
                yield from _framed(sheet, item, numbers)
    for frame in beside:
        yield from _framed(sheet, frame, numbers)


def _framed(sheet: Sheet, frame: Frame, numbers: Iterator[int]) -> Iterator[Part]:
    for flow in flows(frame.pieces):
        yield from _flow_parts(sheet, flow, numbers, aside=True)


def _rows(sheet: Sheet, pieces: Sequence[Piece], number: int, aside: bool) -> Iterator[Part]:
    for row in with_tables(rows_of(pieces), sheet.rules):
        if isinstance(row, Table):
            yield row
        else:
            text = " ".join(piece.text for piece in row)
            size = max(row, key=lambda piece: len(piece.characters)).size
            yield Line(text, row[0].left, row[-1].right, row[0].baseline, size, sheet.page, number, aside)
