"""A message as any front end can show it: plain text, and spans of it with a style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from bot.messages.callback_data import CallbackData
from bot.messages.utf16 import utf16_length

EntityKind = Literal["blockquote", "expandable_blockquote", "bold", "text_link"]
"""The names are Telegram's own."""


ButtonStyle = Literal["primary", "success", "danger"]
"""Likewise."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A style for a span of a message's text. Offset and length count UTF-16 code units."""

    kind: EntityKind
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press below a message: exactly one of the four that follow the label says what it does."""

    label: str
    callback_data: CallbackData | None = None
    """What the bot is told."""
    url: str | None = None
    """A page that opens."""
    share: str | None = None
    """A question that the user can pass on in another chat."""
    copy: str | None = None
    """A text for the clipboard, at most 256 characters."""
    style: ButtonStyle | None = None
    """Its colour, where a front end has any."""


Buttons = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. There is no markup in `text`, so nothing that an article holds can break or inject formatting."""

    text: str
    entities: tuple[Entity, ...] = ()
    buttons: Buttons = ()

    def with_buttons(self, *rows: Iterable[Button]) -> Message:
        """The message with these rows of buttons below it; empty rows are left out."""
        return replace(self, buttons=tuple(filter(None, map(tuple, rows))))


def join(messages: Iterable[Message], separator: str) -> Message:
    """One message of several, their entities moved along with their texts; buttons are not taken along."""
    text = ""
    entities: list[Entity] = []
    for message in messages:
        start = text + separator if text else ""
        shift = utf16_length(start)
        entities += (replace(entity, offset=entity.offset + shift) for entity in message.entities)
        text = start + message.text
    return Message(text, tuple(entities))
