"""Questions and their answers: asked, completed from the one before, edited, with a park or a time taken out, and asked again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from bot.conversation.action import Action, below_answer
from bot.conversation.chips import chips_of, without
from bot.conversation.follow_up import completed, stands_alone
from bot.conversation.keyboards import AskAgain, TakeOut, Undo, answer_buttons
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.rendering import render_answer
from bot.store.answers import ShownAnswer, new_answer
from bot.store.topics import Topic
from corpus.language.asking_words import without_asking_words

logger = logging.getLogger(__name__)

KEPT_QUOTES = 9
"""Quotes that an answer keeps; what one message does not show, "more" does."""
HEADING_LENGTH = 200


class Answered(NamedTuple):
    """An answer and the message that shows it."""

    shown: ShownAnswer
    message: Message


class _Asked(NamedTuple):
    """A question on its way to an answer; the fields are those of `ShownAnswer`."""

    question: str
    typed: str
    before: Sequence[str]
    question_message: int | None
    preceding: str | None = None
    instead_of: ShownAnswer | None = None
    """The answer whose place the new one takes."""
    beside: bool = False
    """Whether a follow-up goes on from the question before it: 为什么 asks of a sentence, and changes no topic."""


def ask(services: Services, session: Session, typed: Typed) -> Answered:
    """Answer what somebody wrote, taken as a follow-up where it is one. Raises ParkQAError.

    It goes on from the answer in the message that it replies to, where that is one, else from what they asked last.
    """
    preceding = _preceding(services, session, typed)
    question = _completed(services, typed.text, preceding)
    before = [typed.text] if question else []
    return _answer(services, session, _Asked(question or typed.text, typed.text, before, typed.message, preceding))


def ask_edited(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Answered:
    """Answer a question that its author has changed, in the place of the answer before. Raises ParkQAError.

    A follow-up goes on from what stood before it, and not from its own first wording.
    """
    question = _completed(services, typed.text, shown.preceding)
    before = [typed.text] if question else []
    asked = _Asked(question or typed.text, typed.text, before, shown.question_message, shown.preceding, shown)
    return _answer(services, session, asked)


def ask_why(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Answered:
    """Look for the reason of what an answer says. Raises ParkQAError."""
    question = services.texts(session, shown.typed).asking.reason.format(subject=" ".join(without_asking_words(shown.question).split()))
    return _answer(services, session, _Asked(question, typed.text, [], typed.message, shown.question, beside=True))


def ask_again(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The same question of the index as it is now. Raises ParkQAError."""
    return _answer(services, session, _asked_of(shown, shown.question, shown.before))


def ask_without(services: Services, session: Session, shown: ShownAnswer, number: int) -> Answered:
    """The question without one of its parks or times. Raises Expired where it has none of that number, ParkQAError."""
    chips = chips_of(shown.question, shown.asked_on)
    if number >= len(chips) or not (question := without(shown.question, chips[number])):
        raise Expired
    return _answer(services, session, _asked_of(shown, question, [*shown.before, shown.question]))


def undo(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The question as it stood before the last thing was taken out or carried over. Raises Expired, ParkQAError."""
    if not shown.before:
        raise Expired
    *before, question = shown.before
    return _answer(services, session, _asked_of(shown, question, before))


def forget(services: Services, session: Session) -> Message:
    """Begin anew: what comes next is no follow-up. Raises StoreUnavailable."""
    services.store.topics.forget(session.chat, session.person)
    return Message(services.texts(session).forgotten)


def _preceding(services: Services, session: Session, typed: Typed) -> str | None:
    """The question that a message may go on from: that of the answer it replies to, else the last one."""
    try:
        if shown := services.store.answers.replied_to(session.chat, typed.replied_to):
            return shown.question
        last = services.store.topics.get(session.chat, session.person)
    except StoreUnavailable as error:
        logger.warning("%s", error)
        return None
    return last.question if last else None


def _completed(services: Services, typed: str, preceding: str | None) -> str | None:
    return completed(typed, preceding, date.today(), services.parks()) if preceding else None


def _asked_of(shown: ShownAnswer, question: str, before: Sequence[str]) -> _Asked:
    """Another form of a question, for the place of its answer."""
    return _Asked(question, shown.typed, before, shown.question_message, shown.preceding, shown)


def _answer(services: Services, session: Session, asked: _Asked) -> Answered:
    texts = services.texts(session, typed=asked.typed)
    answer = services.answerer.ask(asked.question, top=KEPT_QUOTES)
    visible = (answer.likely if answer.found else answer.quotes)[: services.quotes]
    shown = new_answer(
        answer,
        visible=len(visible),
        chat=session.chat,
        asker=session.person,
        question_message=asked.question_message,
        typed=asked.typed,
        before=asked.before,
        preceding=asked.preceding,
    )
    if old := asked.instead_of:
        shown = replace(shown, token=old.token, message=old.message, asker=old.asker)
    heading = "" if asked.question == asked.typed else texts.asked_as.format(question=one_line(asked.question, HEADING_LENGTH))
    message = render_answer(replace(answer, quotes=visible), texts, heading)
    try:
        services.store.answers.keep(shown)
        if stands_alone(shown.question, shown.asked_on):
            services.store.topics.set(session.chat, shown.asker, _topic(shown, asked))
        followed = services.followed(shown)
    except StoreUnavailable as error:  # an answer without buttons is better than none
        logger.warning("%s", error)
        return Answered(shown, message)
    return Answered(shown, message.with_buttons(*answer_buttons(shown, texts, followed=followed, shares=services.shares)))


def _topic(shown: ShownAnswer, asked: _Asked) -> Topic:
    """What can be gone on from: the question, or the one before it where it only asked on about that."""
    question = asked.preceding if asked.beside and asked.preceding else shown.question
    return Topic(question, shown.found, answer=shown.token, seen=shown.visible)


def _in_place(do: Callable[[Services, Session, ShownAnswer], Answered]) -> Callable[[Services, Session, ShownAnswer, Any], Response]:
    """Another answer in the place of the one before."""
    return lambda services, session, shown, _: Response(edit=do(services, session, shown).message)


def _take_out(services: Services, session: Session, shown: ShownAnswer, data: TakeOut) -> Response:
    return Response(edit=ask_without(services, session, shown, data.chip).message)


ACTIONS: Sequence[Action[Services, Any]] = (
    below_answer(AskAgain, _in_place(ask_again)),
    below_answer(Undo, _in_place(undo)),
    below_answer(TakeOut, _take_out),
)
