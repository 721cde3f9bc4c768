"""Asks what there is instead of what was asked: the same of a time that it is told of, or of the park that may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.asking import ask_instead
from bot.conversation.holdings import key
from bot.conversation.keyboards import AskOfPark, AskOfTime, name_in
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.period import period
from bot.store.answers import ShownAnswer
from retrieval.question.alike_parks import with_park
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import spliced


def of_time(services: Services, session: Session, shown: ShownAnswer, data: AskOfTime) -> Response:
    """The question with that time in the place of its own. Raises Expired where that names no days, ParkQAError."""
    try:
        first, last = date.fromordinal(data.first), date.fromordinal(data.last)
    except (ValueError, OverflowError) as error:
        raise Expired from error
    time = period(first, last, services.texts(session, shown.question))
    return Response(edit=ask_instead(services, session, shown, _with_time(services.question(shown), time)).message)


def of_park(services: Services, session: Session, shown: ShownAnswer, data: AskOfPark) -> Response:
    """The question with that park in the place of its own. Raises Expired where no report is on it any more, ParkQAError."""
    park, question = next((park for park in services.parks() if key(park) == data.park), None), services.question(shown)
    if park is None:
        raise Expired
    return Response(edit=ask_instead(services, session, shown, with_park(question, name_in(question, park))).message)


def _with_time(question: Question, time: str) -> str:
    first, *others = question.of(MentionKind.TIME) or (None,)
    if first is None:
        raise Expired
    return spliced(question.text, [(first.span, time), *((other.span, "") for other in others)])


ACTIONS: Sequence[Action[Services, Any]] = (
    below_answer(AskOfTime, of_time, asks=True),
    below_answer(AskOfPark, of_park, asks=True),
)
