"""A file that is a picture: a scanned page, a photo of one, or the long picture of a whole web page, which is read in bands."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.pdf.document import document_of
from corpus.formats.pdf.pdfium import MOST_PIXELS, PageImage
from corpus.formats.pdf.recognition import Recognise
from corpus.formats.pdf.sheets import Sheet
from corpus.reason import ReasonCode

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG")
_MOST_MEGAPIXELS = 60
_HIGHEST = 2.0
"""Times as high as wide; what is higher is cut into bands."""
_BAND, _AROUND = 1.4, 0.2
"""Widths: how high a band is, and how far from there a cut may be."""
_HEIGHT = 842
"""Points of the longer side of a page."""


def parse(data: bytes, recognise: Recognise | None = None) -> Document:
    """Return the text; raises UnreadableFile for a file that is broken, too large, without text, or that nobody reads."""
    if recognise is None:
        raise UnreadableFile(ReasonCode.PICTURE)
    bands = [np.asarray(band.convert("L"), dtype=np.uint8) for band in bands_of(data)]
    sheets = []
    for place, pixels in enumerate(bands):
        page = recognise(PageImage(pixels, _HEIGHT / max(pixels.shape), place + 1, len(bands)))
        sheets.extend([Sheet(place, page.height, page.pieces, (), ())] if page else [])
    if not sheets:
        raise UnreadableFile(ReasonCode.NOTHING_RECOGNISED)
    return document_of(sheets, range(len(bands)))


def bands_of(data: bytes) -> list[Image]:
    """The picture as a person sees it, in one piece or in several below each other. Raises UnreadableFile."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
            if file.width * file.height > _MOST_MEGAPIXELS * 1_000_000:
                raise UnreadableFile(ReasonCode.TOO_MANY_PIXELS, pixels=file.width * file.height / 1e6, limit=_MOST_MEGAPIXELS)
            longer = max(file.width, file.height)
            seen = max(min(file.width, _HIGHEST * file.height), min(file.height, _HIGHEST * file.width))
            file.thumbnail((size := max(1, round(longer * min(1.0, MOST_PIXELS / seen))), size))
            image = _on_white(ImageOps.exif_transpose(file))
    except UnidentifiedImageError as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="JPEG/PNG", error="the beginning of the file is not that of a picture") from error
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as error:
        raise UnreadableFile(ReasonCode.BROKEN, format="JPEG/PNG", error=str(error)) from error
    return [image.crop((0, top, image.width, bottom)) for top, bottom in _bands(np.asarray(image.convert("L")))]


def _on_white(image: Image) -> Image:
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits a pixel, of which Pillow would keep the lower 8
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _bands(pixels: NDArray[np.uint8]) -> Iterator[tuple[int, int]]:
    """First row and the one after the last of each band; a cut goes where least is drawn."""
    height, width = pixels.shape
    drawn = pixels.std(axis=1)
    top, step = 0, round(_BAND * width)
    while height - top > _HIGHEST * width:
        first = top + step - round(_AROUND * width)
        end = top + step + round(_AROUND * width)
        blank = np.flatnonzero(drawn[first:end] <= drawn[first:end].min() + 1)
        cut = first + int(blank[len(blank) // 2])
        yield top, cut
        top = cut
    yield top, height
