"""What the bot has sent, as it stands after all edits."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import pairwise

from tests.telegram_server.rules.text import BLOCKQUOTES
from tests.telegram_server.wire import Json, cut


@dataclass(frozen=True, slots=True)
class Document:
    """A file that went through Telegram."""

    name: str
    content: bytes
    kind: str = "application/octet-stream"


@dataclass
class SentMessage:
    """A message of the bot."""

    message_id: int
    chat_id: int
    text: str
    """Or the caption, where there is a document or a photo."""
    entities: list[Json] = field(default_factory=list)
    reply_to: int | None = None
    link_preview: bool = True
    reply_markup: Json | None = None
    thread_id: int | None = None
    quote: str | None = None
    """The part of the message replied to that is shown above the reply."""
    document: Document | None = None
    photo: Document | None = None
    inline_message_id: str | None = None
    """Of a message that a user sent via the bot, or that the bot sent as a guest: only this names it, it has no number."""
    sender: Json | None = None
    """The user who sent it via the bot, or called the guest."""
    silent: bool = False
    edits: list[str] = field(default_factory=list)
    """Texts that stood here before."""
    times: list[float] = field(default_factory=lambda: [time.monotonic()])
    """When it was sent and when it was edited."""
    deleted: bool = False

    def parts(self, *kinds: str) -> list[str]:
        """The text under each entity of these kinds."""
        return [cut(self.text, entity["offset"], entity["length"]) for entity in self.entities if entity["type"] in kinds]

    @property
    def quotes(self) -> list[str]:
        return self.parts(*BLOCKQUOTES)

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [entity["url"] for entity in self.entities if entity["type"] == "text_link"]

    @property
    def keyboard(self) -> list[list[Json]]:
        """The buttons, row by row."""
        rows: list[list[Json]] = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """What stands on the buttons."""
        return [button["text"] for row in self.keyboard for button in row]

    def button(self, label: str) -> Json:
        """The button with this text or callback data, or the only one whose text contains it. Raises AssertionError if there is none."""
        every = [button for row in self.keyboard for button in row]
        for chosen in (
            [button for button in every if label in (button["text"], button.get("callback_data"))],
            [button for button in every if label in button["text"]],
        ):
            if len(chosen) == 1:
                return chosen[0]
        raise AssertionError(f"no one button {label!r} among {self.buttons} under {self.text[:40]!r}")

    @property
    def seconds_between_edits(self) -> list[float]:
        """The pauses from sending it to the first edit, and from each edit to the next."""
        return [later - earlier for earlier, later in pairwise(self.times)]

    def change(self, text: str, entities: list[Json], markup: Json | None) -> None:
        """Carry out an edit; without a keyboard it takes the old one away."""
        self.edits.append(self.text)
        self.text, self.entities, self.reply_markup = text, entities, markup
        self.times.append(time.monotonic())
