"""Commands in plain words: 你是谁, 有哪些园区, 随便看看. Searching for the words would find chance passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.conversation import about_index, browsing
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from corpus.language.script import simplified

_LEAD = r"\W*(?:那么?|请问|and|so)?\W*"
_END = r"[\W啊呀呢吗吧嘛]*"


def _said(*phrases: str) -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?:{'|'.join(phrases)}){_END}", re.IGNORECASE)


_VIEWS: Mapping[re.Pattern[str], Callable[[Services, Session], Message]] = {
    _said(
        "[你您](?:是谁|是什么|是[做干]什么的|能[做干]什么|会什么|能回答什么)", "(?:who|what) are you", "what can (?:you do|i ask)"
    ): about_index.about,
    _said(
        "(?:这里|你)?(?:都?有|知道|收录了?)(?:哪些|什么)(?:园区|开发区)", "(?:which|what) (?:parks|zones)(?: (?:are there|do you know))?"
    ): browsing.sources,
    _said(
        "(?:随便|先)看看", "(?:有什么)?(?:最新|新)的?(?:报道|新闻|消息)", "(?:the )?latest(?: news| reports)?", "what'?s new"
    ): browsing.latest,
}


def spoken_command(services: Services, session: Session, typed: str) -> Message | None:
    """What the command shows that is meant; None to a question. Raises IndexUnavailable."""
    plain = simplified(typed)
    view = next((view for phrase, view in _VIEWS.items() if phrase.fullmatch(plain)), None)
    return view(services, session) if view else None
