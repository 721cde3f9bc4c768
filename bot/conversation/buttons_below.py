"""The buttons below an answer that stands in a chat already, as they are now."""

from __future__ import annotations

from bot.conversation.keyboards import answer_buttons
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.starting_points import instead_of_nothing
from bot.messages.message import Buttons
from bot.store.answers import ShownAnswer


def buttons_below(services: Services, session: Session, shown: ShownAnswer, opinion: bool | None) -> Buttons:
    """With the opinion that was given, where it is to be seen. Raises StoreUnavailable, IndexUnavailable."""
    question, missing = services.question(shown), services.missing(shown)
    return answer_buttons(
        shown,
        question,
        services.texts(session, shown.typed),
        opinion,
        services.followed(shown),
        shares=services.shares,
        missing=missing,
        beginnings=instead_of_nothing(services, session, shown, question, missing),
    )
