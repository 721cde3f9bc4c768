"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of character offsets: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether any character is in both."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same range so many characters further on; before it where `by` is negative."""
        return Span(self.start + by, self.end + by)

    def joined(self, other: Span) -> Span:
        """The least range that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
