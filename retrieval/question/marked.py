"""A text with the places where it names parks and times: what it takes to take a question apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A question without what goes before it; spans are offsets into `text`."""

    text: str
    parks: tuple[Span, ...]
    times: tuple[Span, ...]

    def after(self, length: int) -> Marked:
        """What is left without so many characters at the beginning."""
        parks, times = (tuple(_shifted(span, length) for span in spans if span.start >= length) for spans in (self.parks, self.times))
        return Marked(self.text[length:], parks, times)

    def words(self, spans: Sequence[Span]) -> list[str]:
        """The texts of some spans."""
        return [self.text[slice(*span)] for span in spans]


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)
