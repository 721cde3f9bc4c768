"""Commands in plain words: 你是谁, 有哪些园区, 随便看看, 换个话题. Searching for the words would find chance passages.

The phrases stand in spoken_commands.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import about_index, asking, browsing
from bot.conversation.phrases import load_phrases
from bot.conversation.reports_wanted import Wanted, reports_wanted
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.starting_points import how_it_works, introduction
from bot.messages.message import Message
from retrieval.question.mention import SUBJECTS, MentionKind

_VIEWS: Mapping[str, Callable[[Services, Session], Message]] = {
    "about": about_index.about,
    "start": introduction,
    "help": how_it_works,
    "sources": browsing.sources,
    "latest": browsing.latest,
    "new": asking.forget,
}
"""By list of phrases."""


def spoken_command(services: Services, session: Session, typed: str) -> Message | None:
    """What the command shows that is meant; None to a question. Raises IndexUnavailable, StoreUnavailable."""
    name = load_phrases("spoken_commands.toml").list_of(typed) or _overview(services, typed)
    return _VIEWS[name](services, session) if name else None


def _overview(services: Services, typed: str) -> str | None:
    """Which list is meant where reports are asked for, but none in particular: 你们有哪些资料."""
    question = services.answerer.read(typed)
    wanted = reports_wanted(question)
    if wanted is None or wanted.names or question.of(*SUBJECTS, MentionKind.TIME):
        return None
    return "latest" if wanted.what is Wanted.NEWS else "sources"
