"""Questions that are shown something other than quotes: the reports that they ask for, or the card of the park that they only name."""

from __future__ import annotations

from bot.conversation.park_card import park_card, parks_named
from bot.conversation.reports_wanted import reports_wanted
from bot.conversation.requested_reports import requested_page
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.store.answers import ShownAnswer
from retrieval.question.question import Question


def is_view(services: Services, question: Question) -> bool:
    """Whether a question asks for no quotes. Raises IndexUnavailable."""
    return reports_wanted(question) is not None or bool(parks_named(services, question))


def view_of(services: Services, session: Session, shown: ShownAnswer, question: Question) -> Message:
    """What such a question is shown. Raises IndexUnavailable."""
    if parks := parks_named(services, question):
        return park_card(services, shown, parks, services.language(session, shown.typed))
    return requested_page(services, shown, question, services.texts(session, shown.typed))
