"""Commands in plain words: 你是谁, 有哪些园区, 随便看看, 换个话题. Searching for the words would find chance passages.

The phrases stand in spoken_commands.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import about_index, asking, browsing
from bot.conversation.phrases import load_phrases
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message

_VIEWS: Mapping[str, Callable[[Services, Session], Message]] = {
    "about": about_index.about,
    "start": lambda services, session: Message(services.texts(session).start),
    "sources": browsing.sources,
    "latest": browsing.latest,
    "new": asking.forget,
}
"""By list of phrases."""


def spoken_command(services: Services, session: Session, typed: str) -> Message | None:
    """What the command shows that is meant; None to a question. Raises IndexUnavailable, StoreUnavailable."""
    name = load_phrases("spoken_commands.toml").list_of(typed)
    return _VIEWS[name](services, session) if name else None
