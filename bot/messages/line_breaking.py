"""Where lines of Chinese and Latin text may end: no punctuation begins a line that closes something, and none ends one that opens it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from corpus.language.span import Span

_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·～％,.;:?!)]}%‰℃″′")
_NEVER_LAST = frozenset("（《〈「『【〔“‘([{￥$#")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


def broken(text: str, room: float, width: Callable[[str], float]) -> list[Span]:
    """The lines of a text, none wider than `room` unless it is a single character.

    Spaces around a break belong to no line. What cannot be broken anywhere else, such as a long address, is broken at any character.
    """
    return [line for paragraph in _paragraphs(text) for line in _filled(text, paragraph, room, width)]


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for part in text.split("\n"):
        yield Span(start, start + len(part))
        start += len(part) + 1


def _filled(text: str, paragraph: Span, room: float, width: Callable[[str], float]) -> Iterator[Span]:
    start, end = paragraph.start, paragraph.start
    for piece in _pieces(text, paragraph):
        if end > start and width(text[start : piece.end].rstrip()) > room:
            yield _trimmed(text, start, end)
            start = piece.start
        end = piece.end
        while width(text[start:end].rstrip()) > room and end - start > 1:
            fitting = _fitting(text, Span(start, end), room, width)
            yield Span(start, fitting)
            start = fitting
    yield _trimmed(text, start, paragraph.end)


def _fitting(text: str, piece: Span, room: float, width: Callable[[str], float]) -> int:
    """The end of the longest beginning of a piece that fits; at least one character."""
    return max((end for end in range(piece.start + 1, piece.end) if width(text[piece.start : end]) <= room), default=piece.start + 1)


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """The parts between which a line may end."""
    start = paragraph.start
    for position in range(paragraph.start + 1, paragraph.end):
        if _may_break(text[position - 1], text[position]):
            yield Span(start, position)
            start = position
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or after.isspace() or _continues(before, after):
        return False
    return before.isspace() or _wide(before) or _wide(after)


def _continues(before: str, after: str) -> bool:
    """Whether two characters are drawn as one: a letter and its accent, the parts of an emoji."""
    return before in _JOINERS or after in _JOINERS or unicodedata.category(after).startswith("M")


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
