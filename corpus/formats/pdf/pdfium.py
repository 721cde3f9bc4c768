"""What PDFium says of a file: the characters of each page with their boxes. This module and `drawings` know the library.

PDFium's coordinates grow upwards, and are those of the page before the turn that its /Rotate asks for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from corpus.errors import UnreadableFile
from corpus.formats.pdf.drawings import Handle, Segment, drawings
from corpus.formats.pdf.fonts import provide_font
from corpus.reason import ReasonCode

PdfDocument: TypeAlias = pypdfium2.PdfDocument

MAX_PAGES = 1000
MAX_ON_PAGE, MAX_CHARACTERS = 60_000, 3_000_000
"""Characters on one page, where a newspaper has 10,000, and in all."""
RESOLUTION = 150
"""Dots per inch of a page's picture."""
MOST_PIXELS = 2500
"""Of its longer side; a poster has fewer dots per inch."""
_THINNEST_PALE = 0.55
_LINE_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
"""What PDFium makes of a hyphen at the end of a line."""

Box = tuple[float, float, float, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow each other in the file, in one direction and of one size."""

    start: int
    """Index of its first character."""
    x: float
    y: float
    """The origin of its first character, on the baseline."""
    direction: tuple[float, float]
    """Which way it is read; of length 1, (1, 0) on a page that lies as it was written."""
    size: float
    pale: bool
    """Whether it is printed in a light colour, or lets what is below shine through."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as the file has it."""

    box: Box
    """Left, bottom, right and top of what is shown."""
    text: str
    """Its characters, white space included, in the order of the file."""
    boxes: Floats
    """Left, top, right and bottom of each character, its whole width included; shape (n, 4)."""
    runs: tuple[Run, ...]
    segments: tuple[Segment, ...]
    """Straight lines that are drawn along the edges of the page, thin rectangles among them."""
    pictures: tuple[Segment, ...]
    """Two corners of each."""
    is_drawn: bool
    """Whether anything is drawn on it besides text, such as the picture of a scanned page."""

    @property
    def pictured(self) -> float:
        """How much of the page pictures cover, 0 to 1; where they lie upon each other, it counts twice."""
        left, bottom, right, top = self.box
        sides = ((min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)) for x0, y0, x1, y1 in self.pictures)
        area = (right - left) * (top - bottom)
        return min(1.0, sum(max(0.0, wide) * max(0.0, high) for wide, high in sides) / area) if area > 0 else 0.0


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture, one of those of a file that are to be recognised."""

    pixels: NDArray[np.uint8]
    """Shades of gray, 255 is white; shape (height, width)."""
    points_per_pixel: float
    """Points are what pieces are placed in, from the upper left corner."""
    number: int = 1
    """Of the picture among them, from 1."""
    total: int = 1
    """How many they are."""


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """Open a file; raises UnreadableFile when it is encrypted, broken or too long."""
    provide_font()
    try:
        document = PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableFile(ReasonCode.ENCRYPTED, format="PDF") from error
        raise UnreadableFile(ReasonCode.BROKEN, format="PDF", error=str(error)) from error
    with closing(document):
        if len(document) > MAX_PAGES:
            raise UnreadableFile(ReasonCode.TOO_MANY_PAGES, pages=len(document), limit=MAX_PAGES)
        yield document


def declared_title(document: PdfDocument) -> str:
    """The title among the file's properties: programs write all sorts of things there."""
    return str(document.get_metadata_value("Title")).strip()


def page_pixels(document: PdfDocument, page: int, *, gray: bool) -> tuple[NDArray[np.uint8], float]:
    """A page as a picture, counted from 0, turned as its reader sees it; and how many of its pixels there are to a point.

    Shape (height, width), or (height, width, 3) in red, green and blue.
    """
    shown = document[page]
    scale = min(RESOLUTION / 72, MOST_PIXELS / max(shown.get_size()))
    with closing(shown.render(scale=scale, grayscale=gray, rev_byteorder=True, no_smoothtext=False)) as bitmap:
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    return (pixels.reshape(pixels.shape[:2]) if gray else pixels[:, :, :3]), scale


def pages(document: PdfDocument) -> Iterator[RawPage]:
    """Yield every page; raises UnreadableFile for one that is broken or holds too much."""
    left = MAX_CHARACTERS
    for number in range(len(document)):
        page = pdfium.FPDF_LoadPage(document.raw, number)
        if not page:
            raise UnreadableFile(ReasonCode.BROKEN, format="PDF", error=f"page {number + 1} cannot be read")
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            count = max(0, pdfium.FPDFText_CountChars(text_page))
            limit = min(left, MAX_ON_PAGE)
            if count > limit:
                raise UnreadableFile(ReasonCode.TOO_MANY_CHARACTERS, limit=MAX_CHARACTERS if limit == left else MAX_ON_PAGE)
            left -= count
            yield _page(page, text_page, count)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)


def _page(page: Handle, text_page: Handle, count: int) -> RawPage:
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    boxes = _boxes(text_page, count)
    drawn = drawings(page)
    text = _text(text_page, count)
    return RawPage(
        box=(frame.left, frame.bottom, frame.right, frame.top),
        text=text,
        boxes=boxes,
        runs=tuple(_run(text_page, start) for start in _starts(boxes, text)),
        segments=drawn.segments,
        pictures=drawn.pictures,
        is_drawn=drawn.count > 0,
    )


def _text(text_page: Handle, count: int) -> str:
    """One character for each index; nothing where PDFium knows none."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text.translate(_LINE_HYPHENS)
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes).translate(_LINE_HYPHENS)


def _boxes(text_page: Handle, count: int) -> Floats:
    boxes = (pdfium.FS_RECTF * count)()
    call = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
        ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
    )  # by address: half the time of a call with a structure, and there is one for every character
    handle, place, step = ctypes.cast(text_page, ctypes.c_void_p).value, ctypes.addressof(boxes), ctypes.sizeof(pdfium.FS_RECTF)
    for index in range(count):
        call(handle, index, place + step * index)
    return np.frombuffer(boxes, dtype=np.float32).reshape(count, 4).astype(np.float64)


def _starts(boxes: Floats, text: str) -> list[int]:
    """Where characters stop following each other on one line; the first always is one, and no line end is."""
    if not len(boxes):
        return []
    left, bottom = boxes[:, 0], boxes[:, 3]
    height = np.maximum(1.0, boxes[:, 1] - bottom)
    steps = np.diff(left)
    goes_on = (np.abs(np.diff(bottom)) < 0.04 * height[1:]) & (steps > -0.1 * height[1:]) & (steps < 4 * height[1:])
    goes_on &= np.abs(np.diff(height)) < 0.3 * height[1:]
    return [0, *(start for start in (np.flatnonzero(~goes_on) + 1).tolist() if text[start] not in "\r\n")]


def _run(text_page: Handle, start: int) -> Run:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text_page, start, x, y)
    pdfium.FPDFText_GetMatrix(text_page, start, matrix)
    along = float(np.hypot(matrix.a, matrix.b)) or 1.0
    size = pdfium.FPDFText_GetFontSize(text_page, start) * float(np.hypot(matrix.c, matrix.d))
    return Run(start, x.value, y.value, (matrix.a / along, matrix.b / along), size, _is_pale(text_page, start))


def _is_pale(text_page: Handle, index: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha):
        return False
    shade = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255
    on_white = 1 - (1 - shade) * alpha.value / 255
    return _THINNEST_PALE < on_white < 0.99  # white is printed on something dark
