"""Callback data: what a button tells the bot when it is pressed, as a type with named fields, and as the characters that travel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar, Self

SEPARATOR = "/"
LONGEST = 64
"""Bytes that Telegram takes."""


@dataclass(frozen=True, slots=True)
class CallbackData:
    """One kind of button is one subclass, and its fields are strings, integers and booleans.

    Buttons stand in chats for years. A new field therefore has a default, which is what the buttons without it mean; a name stays.
    """

    name: ClassVar[str]
    """Of the kind of button; no other has it."""

    def __str__(self) -> str:
        """The name and every field, at most 64 ASCII characters."""
        values = (getattr(self, field.name) for field in fields(self))
        return SEPARATOR.join([self.name, *(value if isinstance(value, str) else str(int(value)) for value in values)])

    @classmethod
    def parse(cls, data: str) -> Self | None:
        """What data of this name says; None where that is nothing. A client can send anything."""
        values = data.split(SEPARATOR)[1:]
        if len(values) > len(fields(cls)):
            return None
        try:
            return cls(*(_READERS[str(field.type)](value) for field, value in zip(fields(cls), values, strict=False)))
        except (ValueError, TypeError):  # no number, or too few fields
            return None


def name_in(data: str) -> str:
    """The name that callback data begins with."""
    return data.partition(SEPARATOR)[0]


def _token(value: str) -> str:
    if not value:
        raise ValueError("nothing is named so")
    return value


def _number(value: str) -> int:
    if not (value.isascii() and value.isdecimal()):
        raise ValueError("no number of ours")
    return int(value)


def _switch(value: str) -> bool:
    return bool(("0", "1").index(value))


_READERS: Mapping[str, Callable[[str], object]] = {"str": _token, "int": _number, "bool": _switch}
