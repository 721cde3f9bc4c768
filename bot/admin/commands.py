"""Admins' commands and what each does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.admin.feedback import opinions_message
from bot.admin.gaps import find_gaps, gaps_message
from bot.admin.reindexing import reindex
from bot.admin.rejected import rejected_page
from bot.admin.services import AdminServices
from bot.admin.state import state_message
from bot.conversation.audit import note
from bot.conversation.command import Arguments, Command, Menu
from bot.conversation.response import Response
from bot.conversation.session import Role, Session
from bot.messages.message import Message
from bot.settings.language import Language
from bot.texts import TEXTS

Do = Callable[[AdminServices, Session, Arguments], Response]


def _row(name: str, do: Do) -> Command[AdminServices]:
    return Command(name, do, Menu.ADMINS, Role.ADMIN)


def _report(name: str, report: Callable[[AdminServices, Language], Message]) -> Command[AdminServices]:
    """A command that is answered with a report; that somebody saw it is written down."""

    def show(admin_services: AdminServices, session: Session, _: Arguments) -> Response:
        if not session.private:
            return Response(send=Message(admin_services.texts(session).admin.only_in_private))
        note(admin_services.store, session, name, "shown")
        return Response(send=report(admin_services, admin_services.services.language(session)))

    return _row(name, show)


COMMANDS: Sequence[Command[AdminServices]] = (
    _row("reindex", reindex),
    _report("status", state_message),
    _report("rejected", lambda admin_services, language: rejected_page(admin_services, 0, TEXTS[language])),
    _report("gaps", lambda admin_services, language: gaps_message(find_gaps(admin_services), TEXTS[language])),
    _report("feedback", lambda admin_services, language: opinions_message(admin_services.store.feedback.all(), TEXTS[language].oversight)),
)
