"""What each button does. Buttons outlive restarts and reindexes; one whose answer is gone says so and offers to ask again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.conversation import asking, browsing, callback_data, feedback, following, reading_on, report_card
from bot.conversation.callback_data import AskAgain, OfAnswer, TakeOut
from bot.conversation.keyboards import again_button
from bot.conversation.old_callback_data import VERBS, modern
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import CallbackData, name_in
from bot.messages.message import Message
from bot.store.answers import ShownAnswer

_UNKNOWN = "-"
"""Token of an answer that nobody remembers: its question is taken from the message that it replied to."""

D = TypeVar("D", bound=CallbackData)
A = TypeVar("A", bound=OfAnswer)


@dataclass(frozen=True, slots=True)
class Action(Generic[D]):
    """What the buttons of one kind do."""

    data: type[D]
    do: Callable[[Services, Session, D], Response]
    """May raise Expired, ParkQAError."""


def _below_answer(kind: type[A], do: Callable[[Services, Session, ShownAnswer, A], Response]) -> Action[A]:
    return Action(kind, lambda services, session, data: do(services, session, services.shown(session, data.answer), data))


def _in_place(do: Callable[[Services, Session, ShownAnswer], asking.Answered]) -> Callable[[Services, Session, ShownAnswer, Any], Response]:
    return lambda services, session, shown, _: Response(edit=do(services, session, shown).message)


def _take_out(services: Services, session: Session, shown: ShownAnswer, data: TakeOut) -> Response:
    return Response(edit=asking.ask_without(services, session, shown, data.chip).message)


_ACTIONS: Mapping[str, Action[Any]] = {
    action.data.name: action
    for action in (
        _below_answer(callback_data.AskAgain, _in_place(asking.ask_again)),
        _below_answer(callback_data.Undo, _in_place(asking.undo)),
        _below_answer(callback_data.TakeOut, _take_out),
        _below_answer(callback_data.MoreQuotes, reading_on.more),
        _below_answer(callback_data.NearestQuotes, reading_on.nearest),
        _below_answer(callback_data.ShowContext, reading_on.context),
        _below_answer(callback_data.ShowSource, reading_on.source),
        _below_answer(callback_data.ReadArticle, reading_on.page),
        _below_answer(callback_data.SendArticle, reading_on.whole),
        _below_answer(callback_data.Rate, feedback.rate),
        _below_answer(callback_data.FollowQuestion, following.ring),
        Action(callback_data.LatestPage, browsing.turn_latest),
        Action(callback_data.ParksPage, browsing.turn_sources),
        Action(callback_data.ParkPage, browsing.turn_park),
        Action(callback_data.ShowReport, report_card.show),
        Action(callback_data.ReadReport, report_card.read),
        Action(callback_data.SendReport, report_card.file),
        Action(callback_data.ListFollows, following.show_list),
        Action(callback_data.FollowsPage, following.turn),
        Action(callback_data.Unfollow, following.drop),
        Action(callback_data.SetQuietHours, following.choose_quiet),
    )
}


def press(services: Services, session: Session, pressed: str, replied: str = "") -> Response:
    """What comes of a pressed button; `replied` is the text that its message replied to. Raises ParkQAError."""
    said = modern(pressed, VERBS) or _read(pressed)
    if said is None:
        return Response(services.texts(session, replied).button_unknown)
    try:
        return _ACTIONS[said.name].do(services, session, said)
    except Expired:
        return _expired(services, session, said, replied)


def _read(pressed: str) -> CallbackData | None:
    action = _ACTIONS.get(name_in(pressed))
    return action.data.parse(pressed) if action else None


def _expired(services: Services, session: Session, data: CallbackData, replied: str) -> Response:
    if not isinstance(data, OfAnswer):
        return Response(services.texts(session).button_gone)
    try:
        shown = services.shown(session, data.answer)
    except Expired:
        return _forgotten(services, session, data, replied)
    again = again_button(shown.token, texts := services.texts(session, shown.typed))
    return Response(send=Message(texts.answer_expired).with_buttons([again]))


def _forgotten(services: Services, session: Session, data: OfAnswer, replied: str) -> Response:
    """Of an answer that nobody remembers, only the question may be left: in the message that it replied to."""
    texts = services.texts(session, replied)
    if not replied:
        return Response(texts.button_expired)
    if isinstance(data, AskAgain):
        answered = asking.ask(services, session, Typed(replied))
        return Response(send=answered.message, answer=answered.shown.token)
    return Response(send=Message(texts.answer_expired).with_buttons([again_button(_UNKNOWN, texts)]))
