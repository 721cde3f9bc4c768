"""Finds what a pressed button does: one table, for everybody's buttons and for admins'. Who may press is asked at every press."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from bot.conversation.audit import note_refusal
from bot.conversation.expiry import expired
from bot.conversation.old_callback_data import Reader, modern
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Role, Session
from bot.messages.callback_data import CallbackData, name_in

S = TypeVar("S")
D = TypeVar("D", bound=CallbackData)


@dataclass(frozen=True, slots=True)
class Action(Generic[S, D]):
    """What the buttons of one kind do: a row of the table."""

    kind: type[D]
    do: Callable[[S, Session, D], Response]
    """With the services of its floor. May raise Expired, ParkQAError."""
    role: Role = Role.ANYBODY
    """Of those who may press."""


class _Bound(NamedTuple):
    """An action that has its services at hand."""

    kind: type[CallbackData]
    do: Callable[[Session, Any], Response]
    role: Role


class Dispatcher:
    """The table, filled by each floor that has buttons."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._actions: dict[str, _Bound] = {}
        self._old: dict[str, Reader] = {}

    def register(self, services: S, actions: Iterable[Action[S, Any]], old: Mapping[str, Reader]) -> None:
        """Add rows, and what earlier versions wrote for them. Raises ValueError where a name has a meaning already."""
        for kind, do, role in ((action.kind, action.do, action.role) for action in actions):
            if kind.name in self._actions:
                raise ValueError(f"two kinds of buttons are called {kind.name}")
            self._actions[kind.name] = _Bound(kind, partial(do, services), role)
        self._old |= old

    def press(self, session: Session, data: str, replied: str = "") -> Response:
        """What comes of a pressed button; `replied` is the text that its message replied to. Raises ParkQAError."""
        said = modern(data, self._old)
        action = self._actions.get(said.name if said else name_in(data))
        texts = self._services.texts(session, replied)
        if action and not session.has(action.role):
            note_refusal(self._services.store, session, f"the button {data}")
            return Response(texts.admins_only)
        said = said or (action.kind.parse(data) if action else None)
        if action is None or said is None:
            return Response(texts.button_unknown)
        try:
            return action.do(session, said)
        except Expired:
            return expired(self._services, session, said, replied)
