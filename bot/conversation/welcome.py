"""/start and /help: who the bot is, how to use it, and which commands it knows."""

from __future__ import annotations

from bot.conversation.command import Arguments, Menu
from bot.conversation.deep_link import ASK_HERE, HELP, parse_payload
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.reading_on import linked_quote
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.starting_points import introduction
from bot.messages.message import Message
from bot.texts.wording import Texts


def start(dispatcher: Dispatcher, services: Services, session: Session, arguments: Arguments) -> Response:
    """Say who the bot is, or what the link is about that somebody has followed: a quote, or the help. Raises ParkQAError."""
    texts, payload = services.texts(session), arguments.words
    if payload == HELP:
        return explain(dispatcher, services, session, arguments)
    if linked := parse_payload(payload):
        return linked_quote(services, session, *linked)
    return Response(send=Message(texts.inline.ask_here) if payload == ASK_HERE else introduction(services, session))


def explain(dispatcher: Dispatcher, services: Services, session: Session, _: Arguments) -> Response:
    """Say how to use it; admins read about their commands too, where nobody else does."""
    return Response(send=Message(help_text(dispatcher, session, services.texts(session))))


def help_text(dispatcher: Dispatcher, session: Session, texts: Texts) -> str:
    """What /help says to somebody."""
    if session.terminal:
        return f"{texts.terminal.help}\n\n{_listed(dispatcher, Menu.TERMINAL, texts)}"
    everybodys = f"{texts.help}\n\n{texts.help_commands}\n{_listed(dispatcher, Menu.PRIVATE, texts)}"
    if not session.reads_of_admins:
        return everybodys
    return f"{everybodys}\n\n{texts.help_admin}\n{_listed(dispatcher, Menu.ADMINS, texts)}"


def _listed(dispatcher: Dispatcher, menu: Menu, texts: Texts) -> str:
    names = (command.name for command in dispatcher.listed(menu))
    return "\n".join(texts.help_command.format(name=name, description=texts.commands[name]) for name in names)
