"""👍 and 👎."""

from __future__ import annotations

import time

from bot.dialogue.desk import Desk
from bot.dialogue.keyboards import answer_buttons
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.store.answers import ShownAnswer
from bot.store.feedback import Opinion
from bot.store.topics import NOBODY


def good(desk: Desk, visitor: Visitor, shown: ShownAnswer, _: int) -> Reaction:
    """The answer helped. Raises StoreUnavailable."""
    return _opinion(desk, visitor, shown, good=True)


def bad(desk: Desk, visitor: Visitor, shown: ShownAnswer, _: int) -> Reaction:
    """The answer did not help. Raises StoreUnavailable."""
    return _opinion(desk, visitor, shown, good=False)


def _opinion(desk: Desk, visitor: Visitor, shown: ShownAnswer, *, good: bool) -> Reaction:
    texts = desk.texts(visitor, shown.typed)
    first = shown.quotes[0] if shown.quotes else None
    article, quote = (first.article, first.answering) if first else (None, None)
    asked_on = shown.asked_on.isoformat()
    desk.store.feedback.give(Opinion(shown.token, visitor.person or NOBODY, good, shown.question, asked_on, article, quote, time.time()))
    toast = texts.thanks_good if good else texts.thanks_bad
    buttons = answer_buttons(shown, texts, good, desk.followed(shown), shares=desk.shares)
    return Reaction(toast, buttons=buttons if visitor.private else None)
