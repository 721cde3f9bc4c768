"""👍 and 👎."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.buttons_below import buttons_below
from bot.conversation.keyboards import Rate
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.store.answers import ShownAnswer
from bot.store.feedback import Opinion
from bot.store.topics import NOBODY


def rate(services: Services, session: Session, shown: ShownAnswer, data: Rate) -> Response:
    """Note whether the answer helped. Raises StoreUnavailable."""
    texts = services.texts(session, shown.typed)
    first = shown.quotes[0] if shown.quotes else None
    article, quote = (first.article, first.answering) if first else (None, None)
    asked_on = shown.asked_on.isoformat()
    services.store.feedback.give(
        Opinion(shown.token, session.person or NOBODY, data.good, shown.question, asked_on, article, quote, time.time())
    )
    toast = texts.thanks_good if data.good else texts.thanks_bad
    return Response(toast, buttons=buttons_below(services, session, shown, data.good) if session.private else None)


ACTIONS: Sequence[Action[Services, Any]] = (below_answer(Rate, rate),)
