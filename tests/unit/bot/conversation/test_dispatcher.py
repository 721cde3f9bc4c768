from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from bot.admin.buttons import ACTIONS as ADMINS
from bot.conversation.buttons import ACTIONS as EVERYBODYS
from bot.conversation.dispatcher import Action, Dispatcher
from bot.conversation.response import Response
from bot.conversation.services import Expired
from bot.conversation.session import Role, Session
from bot.messages.callback_data import CallbackData
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer, desk_with

ANNA = Session(7, 7, private=True, language="zh")


@dataclass(frozen=True, slots=True)
class Turn(CallbackData):
    name = "turn"
    page: int


def turn(book: str, session: Session, data: Turn) -> Response:
    if data.page > 9:
        raise Expired
    return Response(f"{session.person} turns {book} to {data.page}")


def dispatcher(role: Role = Role.ANYBODY) -> Dispatcher:
    dispatcher = Dispatcher(desk_with(FakeAnswerer()))
    dispatcher.register("the atlas", [Action(Turn, turn, role)], {"leaf": lambda _, page: Turn(page)})
    return dispatcher


@pytest.mark.parametrize("data", ["turn/2", "leaf:-:2"])
def test_a_button_does_what_its_row_says_in_either_form(data: str) -> None:
    assert dispatcher().press(ANNA, data) == Response("7 turns the atlas to 2")


def test_what_is_gone_says_so() -> None:
    assert dispatcher().press(ANNA, "turn/10").toast == ZH.button_gone


@pytest.mark.parametrize("data", ["", "turn", "turn/x", "leaf:-:x", "toss/1"])
def test_what_is_no_button_does_nothing(data: str) -> None:
    assert dispatcher().press(ANNA, data).toast == ZH.button_unknown


@pytest.mark.parametrize("data", ["turn/2", "leaf:-:2", "turn/10", "turn/x"])
def test_who_may_press_is_asked_at_every_press(data: str) -> None:
    assert dispatcher(Role.ADMIN).press(ANNA, data).toast == ZH.admins_only
    assert dispatcher(Role.ADMIN).press(replace(ANNA, admin=True), data).toast != ZH.admins_only


def test_no_name_has_two_meanings() -> None:
    with pytest.raises(ValueError, match="two kinds of buttons are called turn"):
        dispatcher().register("another", [Action(Turn, turn)], {})
    names = [action.kind.name for action in (*EVERYBODYS, *ADMINS)]
    assert len(names) == len(set(names))


def test_every_button_of_admins_is_for_admins() -> None:
    assert {action.role for action in ADMINS} == {Role.ADMIN}
