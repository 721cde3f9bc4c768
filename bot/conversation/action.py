"""What a kind of button does: a row of the table that the dispatcher reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.conversation.keyboards import OfAnswer
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Role, Session
from bot.messages.callback_data import CallbackData
from bot.store.answers import ShownAnswer

S = TypeVar("S")
D = TypeVar("D", bound=CallbackData)
A = TypeVar("A", bound=OfAnswer)


@dataclass(frozen=True, slots=True)
class Action(Generic[S, D]):
    """What the buttons of one kind do."""

    kind: type[D]
    do: Callable[[S, Session, D], Response]
    """With the services of its floor. May raise Expired, ParkQAError."""
    role: Role = Role.ANYBODY
    """Of those who may press."""
    asks: bool = False
    """Whether a press asks a question anew, which costs what a question does."""
    guarded: bool = False
    """Whether in a group not everybody may: then `Session.manages` has to be looked up."""


def below_answer(
    kind: type[A], do: Callable[[Services, Session, ShownAnswer, A], Response], *, asks: bool = False, guarded: bool = False
) -> Action[Services, A]:
    """With the answer that the button names. What asks anew changes the answer, and what its asker goes on from: nobody else may."""

    def press(services: Services, session: Session, data: A) -> Response:
        shown = services.shown(session, data.answer)
        if asks and not session.may_change(shown.asker):
            return Response(services.texts(session, shown.typed).groups.not_yours)
        return do(services, session, shown, data)

    return Action(kind, press, asks=asks, guarded=asks or guarded)
