"""What users ask of the bot by other means than a message, and what it answered."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tests.telegram_server.sent import SentMessage
from tests.telegram_server.wire import Json


@dataclass
class Query:
    """Something that must be answered, once and soon."""

    id: str
    by: Json
    answered: bool = False
    answered_at_start: int = 0
    """How often the bot had started by then. One that was killed right after it answered cannot know that it did."""
    since: float = field(default_factory=time.monotonic)

    def is_over(self, seconds: float) -> bool:
        return time.monotonic() - self.since > seconds


@dataclass
class Press(Query):
    """A button that a user pressed."""

    data: str = ""
    message: SentMessage | None = None
    toast: str = ""
    """What the answer shows for a moment, or until it is closed where it is an alert."""
    alert: bool = False
    url: str = ""


@dataclass
class InlineQuery(Query):
    """What a user typed after the bot's name."""

    query: str = ""
    offset: str = ""
    chat_type: str = "private"
    results: list[Json] = field(default_factory=list)
    next_offset: str = ""
    button: Json | None = None
    is_personal: bool = False
    cache_time: int = 300

    @property
    def titles(self) -> list[str]:
        return [str(result.get("title", "")) for result in self.results]


@dataclass
class Summons(Query):
    """A guest message: a user named the bot in a chat that it is not in."""

    chat: Json = field(default_factory=dict)
    message: SentMessage | None = None
    """What the bot answered."""
