"""Presses buttons as the front ends do."""

from __future__ import annotations

from bot.admin.buttons import register_admins
from bot.admin.services import AdminServices
from bot.conversation.buttons import dispatcher_for
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session


def press(services: Services | AdminServices, session: Session, data: object, replied: str = "") -> Response:
    """What comes of a press; admins' buttons are known where their services are given."""
    if isinstance(services, Services):
        return dispatcher_for(services).press(session, str(data), replied)
    dispatcher = dispatcher_for(services.services)
    register_admins(dispatcher, services)
    return dispatcher.press(session, str(data), replied)
