"""Where text recognition takes its place: pages that are only pictures, and what a recogniser makes of one.

This package brings no recogniser. One that is given gets a picture of each such page and returns pieces like those of printed text, so that
columns, tables, running heads and paragraphs are found in them in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.pieces import Piece
from corpus.reason import Reason, ReasonCode

Recognise = Callable[[PageImage], Sequence[Piece]]


def picture_pages(numbers: Sequence[int], total: int) -> tuple[Reason, ...]:
    """Says which pages, counted from 1, were pictures that nobody recognised; nothing where there are none."""
    if not numbers:
        return ()
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0])]
    named = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return (Reason(ReasonCode.PICTURE_PAGES, {"pages": named, "count": len(numbers), "total": total}),)
