"""What a command is: a row of the table that the front ends, their menus and /help read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from typing import Generic, NamedTuple, TypeVar

from bot.conversation.response import Response
from bot.conversation.session import Role, Session

S = TypeVar("S")


class Menu(Flag):
    """Where commands are listed. Each works wherever it is written."""

    NOWHERE = 0
    PRIVATE = auto()
    GROUPS = auto()
    ADMINS = auto()
    """In an admin's private chat, after those of every private chat."""
    TERMINAL = auto()


class Arguments(NamedTuple):
    """What came with a command."""

    words: str = ""
    """What follows it."""
    replied_text: str = ""
    """The words of somebody else that it replies to."""
    replied_to: int | None = None
    """Number of the message that it replies to."""


@dataclass(frozen=True, slots=True)
class Command(Generic[S]):
    """A command, whose description stands in the texts under its name."""

    name: str
    do: Callable[[S, Session, Arguments], Response]
    """With the services of its floor. May raise ParkQAError."""
    menus: Menu = Menu.NOWHERE
    role: Role = Role.ANYBODY
    """Of those who may give it."""
    guarded: bool = False
    """Whether in a group not everybody may: then `Session.manages` has to be looked up."""
