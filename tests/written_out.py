"""A message as plain lines: what is bold between asterisks, a bar before what is quoted, buttons in brackets below."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.message import Entity, Message
from bot.messages.utf16 import index_of

BOLD, QUOTED = "**", "▎ "


def written_out(message: Message) -> list[str]:
    """Its lines, and one for each row of buttons."""
    text = message.text
    for place, mark in sorted(_marks(message), key=lambda mark: (-mark[0], mark[1] == QUOTED)):
        text = text[:place] + mark + text[place:]
    return [*text.splitlines(), *(" ".join(f"[{button.label}]" for button in row) for row in message.buttons)]


def _marks(message: Message) -> Iterator[tuple[int, str]]:
    """Where each mark stands."""
    for entity in message.entities:
        start, end = _span(message.text, entity)
        if entity.kind == "bold":
            yield from ((start, BOLD), (end, BOLD))
        elif entity.kind in ("blockquote", "expandable_blockquote"):
            yield start, QUOTED
            yield from ((place + 1, QUOTED) for place in range(start, end - 1) if message.text[place] == "\n")


def _span(text: str, entity: Entity) -> tuple[int, int]:
    return index_of(text, entity.offset), index_of(text, entity.offset + entity.length)
