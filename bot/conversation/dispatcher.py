"""Finds what a command or a pressed button does: one table for everybody and for admins. Who may is asked every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from bot.conversation.action import Action
from bot.conversation.asking_back import ask_back
from bot.conversation.audit import note_refusal
from bot.conversation.command import Arguments, Command, Menu
from bot.conversation.expiry import expired
from bot.conversation.follow_up import Unclear
from bot.conversation.old_callback_data import Reader, modern
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Role, Session
from bot.messages.callback_data import CallbackData, name_in
from bot.messages.message import Message

S = TypeVar("S")


class _BoundCommand(NamedTuple):
    """A command that has its services at hand."""

    command: Command[Any]
    do: Callable[[Session, Arguments], Response]


class _BoundAction(NamedTuple):
    """An action that has its services at hand."""

    action: Action[Any, Any]
    do: Callable[[Session, CallbackData], Response]


class Dispatcher:
    """The table, filled by each floor that has commands and buttons."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._commands: dict[str, _BoundCommand] = {}
        self._actions: dict[str, _BoundAction] = {}
        self._old: dict[str, Reader] = {}

    @property
    def commands(self) -> frozenset[str]:
        """Names of all commands."""
        return frozenset(self._commands)

    def listed(self, menu: Menu) -> list[Command[Any]]:
        """The commands that are listed there, in order."""
        return [command for command, _ in self._commands.values() if menu & command.menus]

    def register_commands(self, services: S, commands: Iterable[Command[S]]) -> None:
        """Add commands. Raises ValueError where a name has a meaning already."""
        for command in commands:
            if command.name in self._commands:
                raise ValueError(f"two commands are called {command.name}")
            self._commands[command.name] = _BoundCommand(command, partial(command.do, services))

    def register_buttons(self, services: S, actions: Iterable[Action[S, Any]], old: Mapping[str, Reader]) -> None:
        """Add buttons, and what earlier versions wrote for them. Raises ValueError where a name has a meaning already."""
        for action in actions:
            if action.kind.name in self._actions:
                raise ValueError(f"two kinds of buttons are called {action.kind.name}")
            self._actions[action.kind.name] = _BoundAction(action, partial(action.do, services))
        self._old |= old

    def obey(self, session: Session, name: str, arguments: Arguments) -> Response:
        """What comes of a command. Raises ParkQAError."""
        bound, texts = self._commands.get(name), self._services.texts(session)
        if bound is None:
            return Response(send=Message(texts.unknown_command))
        if not self._may(session, bound.command.role, f"/{name}"):
            return Response(send=Message(texts.admins_only))
        return bound.do(session, arguments)

    def is_for_admins(self, name: str) -> bool:
        """Whether only admins may give a command."""
        bound = self._commands.get(name)
        return bound is not None and bound.command.role is Role.ADMIN

    def asks(self, data: str) -> bool:
        """Whether pressing a button asks a question anew."""
        pressed = modern(data, self._old)
        bound = self._actions.get(pressed.name if pressed else name_in(data))
        return bound is not None and bound.action.asks

    def guards(self, data: str) -> bool:
        """Whether a button does what not everybody in a group may do."""
        pressed = modern(data, self._old)
        bound = self._actions.get(pressed.name if pressed else name_in(data))
        return bound is not None and bound.action.guarded

    def guards_command(self, name: str) -> bool:
        """Whether a command does."""
        bound = self._commands.get(name)
        return bound is not None and bound.command.guarded

    def press(self, session: Session, data: str, replied: str = "") -> Response:
        """What comes of a pressed button; `replied` is the text that its message replied to. Raises ParkQAError."""
        pressed = modern(data, self._old)
        bound = self._actions.get(pressed.name if pressed else name_in(data))
        texts = self._services.texts(session, replied)
        if bound and not self._may(session, bound.action.role, f"the button {data}"):
            return Response(texts.admins_only)
        pressed = pressed or (bound.action.kind.parse(data) if bound else None)
        if bound is None or pressed is None:
            return Response(texts.button_unknown)
        try:
            return bound.do(session, pressed)
        except Expired:
            return expired(self._services, session, pressed, replied)
        except Unclear as unclear:
            return ask_back(self._services, session, unclear)

    def _may(self, session: Session, role: Role, what: str) -> bool:
        """Whether they may do something; that they may not is written down."""
        if not session.has(role):
            note_refusal(self._services.store, session, what)
        return session.has(role)
