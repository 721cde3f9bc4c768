"""Gives commands and presses buttons as the front ends do."""

from __future__ import annotations

from bot.admin.routes import dispatcher_with_admins
from bot.admin.services import AdminServices
from bot.conversation.command import Arguments
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.response import Response
from bot.conversation.routes import dispatcher_for
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message


def press(services: Services | AdminServices, session: Session, data: object, replied: str = "") -> Response:
    """What comes of a press; admins' buttons are known where their services are given."""
    return _dispatcher(services).press(session, str(data), replied)


def obey(services: Services | AdminServices, session: Session, line: str, replied_to: int | None = None) -> Message:
    """What is said to a command; admins' are known where their services are given."""
    name, _, words = line.removeprefix("/").partition(" ")
    message = _dispatcher(services).obey(session, name, Arguments(words, replied_to=replied_to)).send
    assert message
    return message


def _dispatcher(services: Services | AdminServices) -> Dispatcher:
    return dispatcher_for(services) if isinstance(services, Services) else dispatcher_with_admins(services)
