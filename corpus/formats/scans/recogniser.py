"""The picture of a page to the pieces that stand on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from typing import Protocol

from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.recognition import RecognisedPage
from corpus.formats.scans.ink import PlacedLine, pieces_of
from corpus.formats.scans.specks import without_specks
from corpus.formats.scans.text_reader import ReadLine, TextReader, installed_version
from corpus.formats.scans.upright import cut, upright

RECOGNITION = "1"
"""To be counted on whenever the same picture gives other pieces."""
AfterPage = Callable[[int, int], None]
"""Called whenever a picture was read, with its number among those of its file, from 1, and how many they are."""

_LEAST_SURE = 0.6
"""A line below is no text, but the edge of a stamp or of a picture."""
_LEAST_MEAN = 0.75
_LEAST_CHARACTERS = 8
"""On a page; fewer are a sign in a picture."""


class PageMemory(Protocol):
    """Pages that were recognised before, by `page_key`; `corpus.reading.recognised_pages` keeps them on disk."""

    def get(self, key: str) -> RecognisedPage | None:
        """None where a page is not known; one without text has no pieces."""

    def keep(self, key: str, page: RecognisedPage) -> None:
        """Remember a page."""


class Recogniser:
    """Reads pictures of pages that it does not remember; its models are loaded for the first one."""

    def __init__(self, after_page: AfterPage, memory: PageMemory | None) -> None:
        self._after_page = after_page
        self._memory = memory

    def __call__(self, image: PageImage) -> RecognisedPage | None:
        """What stands on a page, turned as it is read; None where there is no text."""
        page = self._recognised(image) if self._memory is None else self._remembered(image, self._memory)
        self._after_page(image.number, image.total)
        return page if page.pieces else None

    def _remembered(self, image: PageImage, memory: PageMemory) -> RecognisedPage:
        key = page_key(image)
        page = memory.get(key)
        if page is None:
            memory.keep(key, page := self._recognised(image))
        return page

    def _recognised(self, image: PageImage) -> RecognisedPage:
        pixels, regions = upright(without_specks(image.pixels), self._reader)
        lines = []
        for region in regions:
            read = self._reader.line(cut(pixels, region))
            if read.score >= _LEAST_SURE:
                (left, top), (right, bottom) = region.min(axis=0) * image.points_per_pixel, region.max(axis=0) * image.points_per_pixel
                lines.append(PlacedLine(read, left, top, right, bottom))
        found = pieces_of(lines) if _is_text([line.read for line in lines]) else ()
        return RecognisedPage(found, pixels.shape[0] * image.points_per_pixel)

    @cached_property
    def _reader(self) -> TextReader:
        return TextReader()


def recogniser(after_page: AfterPage = lambda number, total: None, memory: PageMemory | None = None) -> Recogniser | None:
    """One that reads pictures; None where the extra that it needs is not installed."""
    return Recogniser(after_page, memory) if installed_version() else None


def page_key(image: PageImage) -> str:
    """What tells a page from all others: its pixels and their size on paper, and what recognises it."""
    described = (RECOGNITION, installed_version(), image.pixels.shape, f"{image.points_per_pixel:.6f}")
    return blake2b(repr(described).encode() + image.pixels.tobytes(), digest_size=16).hexdigest()


def _is_text(lines: list[ReadLine]) -> bool:
    characters = sum(len(line.characters) for line in lines)
    return characters >= _LEAST_CHARACTERS and sum(line.score * len(line.characters) for line in lines) >= _LEAST_MEAN * characters
