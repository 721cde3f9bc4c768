"""Everybody's buttons and what each does. They outlive restarts and reindexes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bot.conversation import asking, browsing, callback_data, feedback, following, reading_on, report_card
from bot.conversation.callback_data import OfAnswer, TakeOut
from bot.conversation.dispatcher import Action, Dispatcher
from bot.conversation.old_callback_data import VERBS
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.store.answers import ShownAnswer

A = TypeVar("A", bound=OfAnswer)


def _below_answer(kind: type[A], do: Callable[[Services, Session, ShownAnswer, A], Response]) -> Action[Services, A]:
    """With the answer that the button names."""
    return Action(kind, lambda services, session, data: do(services, session, services.shown(session, data.answer), data))


def _in_place(do: Callable[[Services, Session, ShownAnswer], asking.Answered]) -> Callable[[Services, Session, ShownAnswer, Any], Response]:
    """Another answer in the place of the one before."""
    return lambda services, session, shown, _: Response(edit=do(services, session, shown).message)


def _take_out(services: Services, session: Session, shown: ShownAnswer, data: TakeOut) -> Response:
    return Response(edit=asking.ask_without(services, session, shown, data.chip).message)


ACTIONS: Sequence[Action[Services, Any]] = (
    _below_answer(callback_data.AskAgain, _in_place(asking.ask_again)),
    _below_answer(callback_data.Undo, _in_place(asking.undo)),
    _below_answer(callback_data.TakeOut, _take_out),
    _below_answer(callback_data.MoreQuotes, reading_on.more),
    _below_answer(callback_data.NearestQuotes, reading_on.nearest),
    _below_answer(callback_data.ShowContext, reading_on.context),
    _below_answer(callback_data.ShowSource, reading_on.source),
    _below_answer(callback_data.ReadArticle, reading_on.read),
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


def buttons_of(services: Services) -> Dispatcher:
    """A dispatcher that knows these alone."""
    dispatcher = Dispatcher(services)
    dispatcher.register_buttons(services, ACTIONS, VERBS)
    return dispatcher
