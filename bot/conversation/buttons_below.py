"""The buttons below an answer that stands in a chat already, as they are now."""

from __future__ import annotations

from bot.conversation.keyboards import answer_buttons
from bot.conversation.services import Services
from bot.messages.message import Buttons
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts


def buttons_below(services: Services, shown: ShownAnswer, texts: Texts, opinion: bool | None) -> Buttons:
    """With the opinion that was given, where it is to be seen. Raises StoreUnavailable, IndexUnavailable."""
    return answer_buttons(
        shown,
        services.question(shown),
        texts,
        opinion,
        services.followed(shown),
        shares=services.shares,
        missing=services.missing(shown),
    )
