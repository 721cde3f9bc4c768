"""Everybody's buttons. They outlive restarts and reindexes.

What a kind of button carries is a type that stands beside the keyboard with it; what it does is a row of the ACTIONS of its topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation import (
    asking,
    asking_back,
    asking_instead,
    browsing,
    feedback,
    following,
    page_picture,
    reading_on,
    report_card,
    requested_reports,
)
from bot.conversation.action import Action
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.old_callback_data import VERBS
from bot.conversation.services import Services

ACTIONS: Sequence[Action[Services, Any]] = (
    *asking.ACTIONS,
    *asking_back.ACTIONS,
    *asking_instead.ACTIONS,
    *reading_on.ACTIONS,
    *page_picture.ACTIONS,
    *feedback.ACTIONS,
    *following.ACTIONS,
    *browsing.ACTIONS,
    *report_card.ACTIONS,
    *requested_reports.ACTIONS,
)


def buttons_of(services: Services) -> Dispatcher:
    """A dispatcher that knows these alone."""
    dispatcher = Dispatcher(services)
    dispatcher.register_buttons(services, ACTIONS, VERBS)
    return dispatcher
