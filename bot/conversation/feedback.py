"""👍 and 👎."""

from __future__ import annotations

import time

from bot.conversation.keyboards import answer_buttons
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.store.answers import ShownAnswer
from bot.store.feedback import Opinion
from bot.store.topics import NOBODY


def good(services: Services, session: Session, shown: ShownAnswer, _: int) -> Response:
    """The answer helped. Raises StoreUnavailable."""
    return _opinion(services, session, shown, good=True)


def bad(services: Services, session: Session, shown: ShownAnswer, _: int) -> Response:
    """The answer did not help. Raises StoreUnavailable."""
    return _opinion(services, session, shown, good=False)


def _opinion(services: Services, session: Session, shown: ShownAnswer, *, good: bool) -> Response:
    texts = services.texts(session, shown.typed)
    first = shown.quotes[0] if shown.quotes else None
    article, quote = (first.article, first.answering) if first else (None, None)
    asked_on = shown.asked_on.isoformat()
    services.store.feedback.give(
        Opinion(shown.token, session.person or NOBODY, good, shown.question, asked_on, article, quote, time.time())
    )
    toast = texts.thanks_good if good else texts.thanks_bad
    buttons = answer_buttons(shown, texts, good, services.followed(shown), shares=services.shares)
    return Response(toast, buttons=buttons if session.private else None)
