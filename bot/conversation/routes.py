"""Where everybody's commands and buttons lead: the dispatcher that knows them."""

from __future__ import annotations

from bot.conversation.buttons import buttons_of
from bot.conversation.commands import everybodys_commands
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.services import Services


def dispatcher_for(services: Services) -> Dispatcher:
    """One that knows them all."""
    dispatcher = buttons_of(services)
    dispatcher.register_commands(services, everybodys_commands(dispatcher))
    return dispatcher
