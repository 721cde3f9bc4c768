"""What a file format yields: text in lines, and what the file itself declares about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.article import RecognisedSpan
from corpus.language.characters import visible
from corpus.reason import Reason


@dataclass(frozen=True, slots=True)
class Document:
    """The contents of one file before cleaning.

    Its characters are those that a person sees. The declared fields come from the file's own metadata (an html meta tag, front matter,
    a .jsonl field) and win over what the text shows.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    parks: tuple[str, ...] = ()
    rows: frozenset[str] = frozenset()
    """The lines of the text that are rows of tables; see `corpus.formats.table`."""
    untitled: bool = False
    """Whether what stands first is the name of a sheet, and no title."""
    left_out: tuple[Reason, ...] = ()
    """What of the file could not be read, though the rest can."""
    recognised: tuple[RecognisedSpan, ...] = ()
    """What of the text was read from pictures of pages."""
    url_line: bool = False
    """Whether a first line `URL: …` is the article's address rather than text: the convention of .txt pages."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", visible(self.text))
        object.__setattr__(self, "title", self.title and visible(self.title))
        object.__setattr__(self, "publisher", self.publisher and visible(self.publisher))
        object.__setattr__(self, "rows", frozenset(map(visible, self.rows)))
