from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from bot.admin.buttons import ACTIONS as ADMINS
from bot.admin.commands import COMMANDS
from bot.conversation.action import Action
from bot.conversation.buttons import ACTIONS as EVERYBODYS
from bot.conversation.command import Arguments, Command, Menu
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.response import Response
from bot.conversation.services import Expired
from bot.conversation.session import Role, Session
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer, services_with

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
    dispatcher = Dispatcher(services_with(FakeAnswerer()))
    dispatcher.register_buttons("the atlas", [Action(Turn, turn, role)], {"leaf": lambda _, page: Turn(page)})
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
        dispatcher().register_buttons("another", [Action(Turn, turn)], {})
    names = [action.kind.name for action in (*EVERYBODYS, *ADMINS)]
    assert len(names) == len(set(names))


def test_every_button_and_command_of_admins_is_for_admins() -> None:
    assert {row.role for row in (*ADMINS, *COMMANDS)} == {Role.ADMIN}


def read(book: str, session: Session, arguments: Arguments) -> Response:
    return Response(f"{session.person} reads {arguments.words} in {book}")


def obeying(role: Role = Role.ANYBODY) -> Dispatcher:
    dispatcher = Dispatcher(services_with(FakeAnswerer()))
    dispatcher.register_commands("the atlas", [Command("read", read, Menu.PRIVATE, role)])
    return dispatcher


def test_a_command_does_what_its_row_says_for_whom_it_is_for() -> None:
    assert obeying().obey(ANNA, "read", Arguments("the index")) == Response("7 reads the index in the atlas")
    assert obeying().obey(ANNA, "write", Arguments()).send == Message(ZH.unknown_command)
    assert obeying(Role.ADMIN).obey(ANNA, "read", Arguments("it")).send == Message(ZH.admins_only)
    assert obeying(Role.ADMIN).obey(replace(ANNA, admin=True), "read", Arguments("it")) == Response("7 reads it in the atlas")


def test_no_command_has_two_meanings() -> None:
    with pytest.raises(ValueError, match="two commands are called read"):
        obeying().register_commands("another", [Command("read", lambda *_: Response())])
