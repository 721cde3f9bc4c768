"""A text in plain characters, each of which knows where it stands in the text as typed."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.language.script import simplified
from corpus.language.span import Span


@dataclass(frozen=True, slots=True)
class PlainText:
    """NFKC, lower case, simplified: what a text is searched in."""

    text: str
    origins: tuple[int, ...]
    """For each plain character, the offset of the typed one that it comes from."""

    def typed(self, span: Span) -> Span:
        """Where a plain range that is not empty stands in the text as typed."""
        return Span(self.origins[span.start], self.origins[span.end - 1] + 1)

    def replacing(self, pattern: re.Pattern[str], new: str) -> PlainText:
        """The text with `new` in place of all that matches; what is new stands where the old stood."""
        pieces, origins, end = [], [], 0
        for match in pattern.finditer(self.text):
            pieces += [self.text[end : match.start()], new]
            origins += [*self.origins[end : match.start()], *self._spread(Span(*match.span()), len(new))]
            end = match.end()
        return PlainText("".join((*pieces, self.text[end:])), (*origins, *self.origins[end:]))

    def _spread(self, span: Span, length: int) -> Iterator[int]:
        """As many origins as something new has characters: the first and the last are those of the range that it replaces."""
        width = span.end - span.start
        return (self.origins[span.start + place * (width - 1) // max(1, length - 1)] for place in range(length))


def plain_text(typed: str) -> PlainText:
    """Make a text plain, one character after the other. A lone surrogate, which is no character, becomes a space."""
    pieces = [_plain(char) for char in typed]
    origins = chain.from_iterable((place,) * len(piece) for place, piece in enumerate(pieces))
    return PlainText(simplified("".join(pieces)), tuple(origins))


@functools.lru_cache(4096)
def _plain(char: str) -> str:
    return " " if "\ud800" <= char <= "\udfff" else unicodedata.normalize("NFKC", char).lower()
