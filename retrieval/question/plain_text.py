"""A text in plain characters, each of which knows where it stands in the text as typed."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import Edit, rewritten
from corpus.language.script import simplified
from corpus.language.span import Span

_MARKED, _MARKS = lazy_pattern("[à-öø-ž]"), lazy_pattern("[\u0300-\u036f]")
"""Latin letters with marks, which stand in foreign names, and their marks."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """NFKC, lower case, simplified, Latin letters without marks: what a text is searched in."""

    text: str
    origins: tuple[int, ...]
    """For each plain character, the offset of the typed one that it comes from."""

    def typed(self, span: Span) -> Span:
        """Where a plain range that is not empty stands in the text as typed."""
        return Span(self.origins[span.start], self.origins[span.end - 1] + 1)

    def replacing(self, pattern: re.Pattern[str], new: str) -> PlainText:
        """The text with `new` in place of all that matches; what is new stands where the old stood."""
        edits = [Edit(Span(*match.span()), new) for match in pattern.finditer(self.text)]
        return self.rewritten(edits) if edits else self

    def rewritten(self, edits: Iterable[Edit]) -> PlainText:
        """The text after edits, in the order of their places; what is new stands where the old stood."""
        return PlainText(*rewritten(self.text, self.origins, edits))


def plain_text(typed: str) -> PlainText:
    """Make a text plain, one character after the other. A lone surrogate, which is no character, becomes a space."""
    pieces = [_plain(char) for char in typed]
    origins = chain.from_iterable((place,) * len(piece) for place, piece in enumerate(pieces))
    return PlainText(simplified("".join(pieces)), tuple(origins))


@functools.lru_cache(4096)
def _plain(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return " "
    return without_marks(unicodedata.normalize("NFKC", char).lower())


def without_marks(lower: str) -> str:
    """A lower-case text whose Latin letters have no marks: u for ü. It is as long as before."""
    return _MARKED.sub(lambda match: _MARKS.sub("", unicodedata.normalize("NFD", match[0])), lower)
