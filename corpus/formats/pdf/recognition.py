"""Where text recognition takes its place: pages that are only pictures, and what a recogniser makes of one.

A recogniser gets a picture of each such page and returns pieces like those of printed text, so that columns, tables, running heads and
paragraphs are found in them in the same way. `corpus.formats.scans` has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from corpus.formats.legibility import fault
from corpus.formats.pdf.pdfium import PageImage, PdfDocument, RawPage, page_pixels
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.sheets import Sheet
from corpus.reason import Detail, Reason, ReasonCode

MOST_PICTURES = 200
"""Pages of one file that are recognised, some seconds each."""
_POOR = 30
"""Characters; a picture of a page with fewer printed on it, such as its number or the name of a scanning program, is all of the page."""
_COVERED = 0.6
"""Of the page, by that picture."""
_NOT_MENDED = frozenset({ReasonCode.PINYIN, ReasonCode.ENCODED})
"""Faults of a page's text that stand in its picture as well."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What a recogniser makes of a page."""

    pieces: tuple[Piece, ...]
    """None where there is no text."""
    height: float
    """Of the page as it is read, in points."""


Recognise = Callable[[PageImage], RecognisedPage | None]
"""None where a picture holds no text."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What became of the pages of a file that are pictures; numbers count from 0."""

    recognised: Mapping[int, Sheet] = field(default_factory=dict)
    unread: tuple[int, ...] = ()
    """For want of a recogniser."""
    empty: tuple[int, ...] = ()
    """Those in which it found no text."""
    too_many: tuple[int, ...] = ()


def is_picture(page: RawPage, printed: Sequence[Sheet]) -> bool:
    """Whether a page has no text of its own, or none worth reading beside or behind its picture."""
    if not printed:
        return page.is_drawn
    legible = _legible(printed)
    return not legible or (legible < _POOR and page.pictured >= _COVERED)


def recognised_pages(file: PdfDocument, printed: Mapping[int, Sequence[Sheet]], recognise: Recognise | None) -> Pictures:
    """Read the pages that are pictures, given with what is printed on them all the same; it counts where no more is recognised."""
    bare = tuple(number for number, sheets in printed.items() if not sheets)
    if recognise is None:
        return Pictures(unread=bare)
    chosen = tuple(printed)[:MOST_PICTURES]
    found: dict[int, Sheet] = {}
    for place, number in enumerate(chosen, start=1):
        pixels, scale = page_pixels(file, number, gray=True)
        page = recognise(PageImage(pixels, 1 / scale, place, len(chosen)))
        if page and sum(len(piece.characters) for piece in page.pieces) > _legible(printed[number]):
            found[number] = Sheet(number, page.height, page.pieces, (), ())
    empty = tuple(number for number in chosen if number in bare and number not in found)
    return Pictures(found, (), empty, tuple(number for number in tuple(printed)[MOST_PICTURES:] if number in bare))


def remarks(pictures: Pictures, total: int) -> Iterator[Reason]:
    """What is to be known of them, where the file gives an article."""
    for code, numbers in (
        (ReasonCode.RECOGNISED_PAGES, tuple(pictures.recognised)),
        (ReasonCode.PICTURE_PAGES, pictures.unread),
        (ReasonCode.PAGES_WITHOUT_TEXT, pictures.empty),
        (ReasonCode.TOO_MANY_PICTURES, pictures.too_many),
    ):
        if numbers:
            limit: dict[str, Detail] = {"limit": MOST_PICTURES} if code is ReasonCode.TOO_MANY_PICTURES else {}
            yield Reason(code, {"pages": _named(numbers), "count": len(numbers), "total": total, **limit})


def _legible(sheets: Sequence[Sheet]) -> int:
    """How many characters of a page's own text can be read: all, or none of debris."""
    text = "".join(piece.text for sheet in sheets for piece in sheet.pieces)
    found = fault(text)
    return len(text) if found is None or found.code in _NOT_MENDED else 0


def _named(numbers: Sequence[int]) -> str:
    """2–3, 5: counted from 1."""
    runs = [[number + 1 for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
