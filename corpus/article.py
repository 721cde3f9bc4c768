"""The article: the one thing that the rest of the project quotes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class RecognisedSpan(NamedTuple):
    """A span of a text that was read from the picture of a page, and may be wrong where the picture was read wrongly."""

    page: int
    """Of the file, counted from 1."""
    start: int
    end: int


LONGEST_TITLE = 200
"""Characters; what is longer is no title, but a page inside a heading. It stands before every passage that is indexed."""
LONGEST_NAME = 100
"""Characters of a publisher or a park."""
MOST_PARKS = 20


@dataclass(frozen=True, slots=True)
class Article:
    """One report or news item, cleaned.

    `text` is what quotes are cut from: what a person sees in the source file, its tables as `corpus.formats.table` writes them. Cleaning
    only drops lines and trims the ends of lines.
    """

    id: str
    """Path relative to the corpus folder without its suffix, or a .jsonl line's own id. Unique in a corpus."""
    title: str | None
    text: str
    publisher: str | None
    published: date | None
    url: str | None
    parks: tuple[str, ...]
    path: str
    """Path of the source file relative to the corpus folder, with its suffix, with forward slashes."""
    recognised: tuple[RecognisedSpan, ...] = ()
    """What of the text was read from pictures, in order."""

    def recognised_pages(self, start: int, end: int) -> tuple[int, ...]:
        """The pages, in order, from whose pictures something between these offsets was read."""
        return tuple(dict.fromkeys(span.page for span in self.recognised if span.start < end and span.end > start))

    @property
    def heading(self) -> str:
        """What to call the article: its title, or its opening words where it has none."""
        return self.title or opening_words(self.text)


def opening_words(text: str) -> str:
    """What an article without a title is called: its first line, or what fits of that."""
    opening = text.split("\n", 1)[0].strip()
    return opening if len(opening) <= 32 else opening[:31] + "…"
