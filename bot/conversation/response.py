"""What comes of a message, or of pressing a button."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.message import Buttons, Message


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file for the chat."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """Any of: a word that passes, a new face for the message whose button was pressed, a new message, a file, a picture."""

    toast: str = ""
    """At most 200 characters; shown over the chat for a moment."""
    edit: Message | None = None
    buttons: Buttons | None = None
    """Other buttons below the message whose button was pressed; its text stays."""
    send: Message | None = None
    answer: str | None = None
    """Token of the answer that `send` shows, if it shows one."""
    file: Attachment | None = None
    picture: Attachment | None = None


def shown_where(message: Message, *, below: bool) -> Response:
    """A message below the one whose button was pressed, or in its place."""
    return Response(send=message) if below else Response(edit=message)
