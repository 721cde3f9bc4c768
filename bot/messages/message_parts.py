"""A message cut into its quotes and what stands between them, for front ends that draw it themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.messages.message import Entity, Message
from bot.messages.utf16 import index_of


class Style(NamedTuple):
    """A bold or linked span of a part; offsets count characters."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class MessagePart:
    """A quote, or the text between two of them."""

    text: str
    quote: Entity | None
    styles: tuple[Style, ...]
    """Those that lie in it, cut to its ends."""


def parts_of(message: Message) -> Iterator[MessagePart]:
    """The parts in order, without the line breaks that join them: each begins on a line of its own anyhow."""
    quotes: list[Style] = []
    styles: list[Style] = []
    for entity in message.entities:
        start, end = (index_of(message.text, offset) for offset in (entity.offset, entity.offset + entity.length))
        (quotes if entity.kind in {"blockquote", "expandable_blockquote"} else styles).append(Style(start, end, entity))
    position = 0
    for start, end, quote in quotes:
        yield from _between(message.text, position, start, styles)
        yield _part(message.text, start, end, styles, quote)
        position = end
    yield from _between(message.text, position, len(message.text), styles)


def _between(text: str, start: int, end: int, styles: list[Style]) -> Iterator[MessagePart]:
    start += start > 0 and text.startswith("\n", start)
    end -= text.startswith("\n", end - 1) and end < len(text)
    if start < end:
        yield _part(text, start, end, styles)


def _part(text: str, start: int, end: int, styles: list[Style], quote: Entity | None = None) -> MessagePart:
    cut = (Style(max(style.start, start) - start, min(style.end, end) - start, style.entity) for style in styles)
    return MessagePart(text[start:end], quote, tuple(style for style in cut if style.start < style.end))
