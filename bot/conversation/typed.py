"""What somebody writes."""

from __future__ import annotations

from typing import NamedTuple


class Typed(NamedTuple):
    """A message to the bot, without what only addresses it."""

    text: str
    message: int | None = None
    """Its number, by which its answer is found again when it is edited."""
    replied_to: int | None = None
    """The message that it replies to."""
