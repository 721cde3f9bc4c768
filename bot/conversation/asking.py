"""Questions and their answers: asked, completed from the one before, edited, with a park or a time taken out, and asked again."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bot.conversation.chips import chips_of, without
from bot.conversation.follow_up import completed, refers_back, stands_alone
from bot.conversation.keyboards import answer_buttons
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.errors import StoreUnavailable
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.rendering import render_answer
from bot.store.answers import ShownAnswer, new_answer
from bot.store.topics import Topic

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
    instead_of: ShownAnswer | None = None
    """The answer whose place the new one takes."""


def ask(services: Services, session: Session, typed: str, question_message: int | None = None, replied_to: int | None = None) -> Answered:
    """Answer what somebody wrote, taken as a follow-up where it is one. Raises ParkQAError.

    It goes on from the answer in the message that it replies to, where that is one, else from what they asked last.
    """
    question = _completed(services, session, typed, replied_to)
    return _answer(services, session, _Asked(question or typed, typed, [typed] if question else [], question_message))


def ask_edited(services: Services, session: Session, typed: str, shown: ShownAnswer) -> Answered:
    """Answer a question that its author has changed, in the place of the answer before. Raises ParkQAError."""
    return _answer(services, session, _Asked(typed, typed, [], shown.question_message, shown))


def ask_again(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The same question of the index as it is now. Raises ParkQAError."""
    return _answer(services, session, _Asked(shown.question, shown.typed, shown.before, shown.question_message, shown))


def ask_without(services: Services, session: Session, shown: ShownAnswer, number: int) -> Answered:
    """The question without one of its parks or times. Raises Expired where it has none of that number, ParkQAError."""
    chips = chips_of(shown.question, shown.asked_on)
    if number >= len(chips) or not (question := without(shown.question, chips[number])):
        raise Expired
    return _answer(services, session, _Asked(question, shown.typed, [*shown.before, shown.question], shown.question_message, shown))


def undo(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The question as it stood before the last thing was taken out or carried over. Raises Expired, ParkQAError."""
    if not shown.before:
        raise Expired
    *before, question = shown.before
    return _answer(services, session, _Asked(question, shown.typed, before, shown.question_message, shown))


def forget(services: Services, session: Session) -> Message:
    """Begin anew: what comes next is no follow-up. Raises StoreUnavailable."""
    services.store.topics.forget(session.chat, session.person)
    return Message(services.texts(session).forgotten)


def _completed(services: Services, session: Session, typed: str, replied_to: int | None) -> str | None:
    try:
        last = _topic_of(services, session, replied_to) or services.store.topics.get(session.chat, session.person)
    except StoreUnavailable as error:
        logger.warning("%s", error)
        return None
    if last is None or not (last.found or refers_back(typed)):
        return None
    return completed(typed, last.question, date.today(), services.parks())


def _topic_of(services: Services, session: Session, message: int | None) -> Topic | None:
    """What a message of ours answers; None where it is no answer."""
    shown = None if message is None else services.store.answers.in_message(session.chat, message)
    return Topic(shown.question, shown.found) if shown else None


def _answer(services: Services, session: Session, asked: _Asked) -> Answered:
    texts = services.texts(session, said=asked.typed)
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
    )
    if old := asked.instead_of:
        shown = replace(shown, token=old.token, message=old.message, asker=old.asker)
    heading = "" if asked.question == asked.typed else texts.asked_as.format(question=one_line(asked.question, HEADING_LENGTH))
    message = render_answer(replace(answer, quotes=visible), texts, heading)
    try:
        services.store.answers.keep(shown)
        if stands_alone(shown.question, shown.asked_on):
            services.store.topics.set(session.chat, shown.asker, Topic(shown.question, shown.found))
        followed = services.followed(shown)
    except StoreUnavailable as error:  # an answer without buttons is better than none
        logger.warning("%s", error)
        return Answered(shown, message)
    return Answered(shown, message.with_buttons(*answer_buttons(shown, texts, followed=followed, shares=services.shares)))
