"""Callback data: what a button tells the bot when it is pressed, in at most 64 ASCII characters."""

from __future__ import annotations

from typing import NamedTuple

ANYONE = "-"
"""Token of a button that belongs to no remembered thing."""


class Press(NamedTuple):
    """A pressed button: what to do, with which remembered thing, and a number."""

    verb: str
    token: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.verb}:{self.token}:{self.number}"


def parse_press(data: str) -> Press | None:
    """What callback data says; None where it is not ours. A client can send anything."""
    verb, _, rest = data.partition(":")
    token, _, number = rest.rpartition(":")
    return Press(verb, token, int(number)) if verb.isidentifier() and token and number.isascii() and number.isdecimal() else None
