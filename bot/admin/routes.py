"""Where all commands and buttons lead, admins' too: the dispatcher that knows them."""

from __future__ import annotations

from bot.admin.buttons import ACTIONS
from bot.admin.commands import COMMANDS
from bot.admin.old_callback_data import OLD_VERBS
from bot.admin.services import AdminServices
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.routes import dispatcher_for


def dispatcher_with_admins(admin_services: AdminServices) -> Dispatcher:
    """One that knows them all."""
    dispatcher = dispatcher_for(admin_services.services)
    dispatcher.register_commands(admin_services, COMMANDS)
    dispatcher.register_buttons(admin_services, ACTIONS, OLD_VERBS)
    return dispatcher
