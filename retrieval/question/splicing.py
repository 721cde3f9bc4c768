"""Puts other words in the place of some of a text's, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.language.span import Span


def spliced(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """The text with something new in place of each span; the spans do not overlap."""
    ordered = sorted(edits)
    starts, ends = [0, *(span.end for span, _ in ordered)], [*(span.start for span, _ in ordered), len(text)]
    kept = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    pieces = [kept[0]]
    for (_, new), after in zip(ordered, kept[1:], strict=True):
        pieces += [new, after]
    return side_by_side(pieces)


def side_by_side(texts: Sequence[str]) -> str:
    """The texts as one, with a space wherever two Latin words would run together."""
    whole = ""
    for text in filter(None, texts):
        apart = whole and _is_latin(whole[-1]) and _is_latin(text[0])
        whole += f" {text}" if apart else text
    return whole


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
