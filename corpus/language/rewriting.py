"""A text with other words in some of its places, each character of which knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.language.span import Span


class Edit(NamedTuple):
    """What is to stand in a place instead."""

    span: Span
    text: str


def rewritten(text: str, origins: Sequence[int], edits: Iterable[Edit]) -> tuple[str, tuple[int, ...]]:
    """The text after edits in the order of their places, and its characters' origins; what is new comes from where the old stood.

    `origins` holds, for each character of `text`, the offset that it comes from.
    """
    pieces: list[str] = []
    kept: list[int] = []
    end = 0
    for span, new in edits:
        pieces += [text[end : span.start], new]
        kept += [*origins[end : span.start], *_spread(origins[slice(*span)], len(new))]
        end = span.end
    return "".join((*pieces, text[end:])), (*kept, *origins[end:])


def rewritten_text(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, where nobody asks where its characters come from."""
    return rewritten(text, range(len(text)), edits)[0]


def _spread(origins: Sequence[int], length: int) -> Iterator[int]:
    """As many origins as something new has characters: the first and the last are those of the range that it replaces."""
    return (origins[place * (len(origins) - 1) // max(1, length - 1)] for place in range(length))
