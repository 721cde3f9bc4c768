"""A paragraph or a row of a table with the pages that it stands on, and what of a text was read from their pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from corpus.article import RecognisedSpan
from corpus.formats.joining import joined
from corpus.formats.pdf.paragraphs import Line
from corpus.language.characters import visible


class PlacedText(NamedTuple):
    """One line of a document."""

    text: str
    starts: tuple[tuple[int, int], ...]
    """From which character on it stands on which page, counted from 0."""
    is_row: bool = False
    """Of a table."""

    @property
    def pages(self) -> frozenset[int]:
        return frozenset(page for _, page in self.starts)


def paragraph_text(lines: Sequence[Line]) -> PlacedText:
    """The lines of a paragraph as one text, with the ordinary code of each character: so its length stays."""
    turns = [place for place, line in enumerate(lines) if place == 0 or line.page != lines[place - 1].page]
    starts = tuple((len(_as_one(lines[:place])), lines[place].page) for place in turns)
    return PlacedText(_as_one(lines), starts)


def _as_one(lines: Sequence[Line]) -> str:
    return visible(joined(line.text for line in lines))


def recognised_spans(texts: Sequence[PlacedText], pages: Collection[int]) -> Iterator[RecognisedSpan]:
    """What was read from the pictures of these pages, counted from 0, where the texts are lines below each other."""
    offset = 0
    for text, starts, _ in texts:
        ends = [start for start, _ in starts[1:]] + [len(text)]
        for (start, page), end in zip(starts, ends, strict=True):
            if page in pages and start < end:
                yield RecognisedSpan(page + 1, offset + start, offset + end)
        offset += len(text) + 1
