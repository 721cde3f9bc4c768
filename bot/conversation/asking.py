"""Questions and their answers: asked, completed from the one before, edited, with a park or a time taken out, and asked again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from bot.conversation.action import Action, below_answer
from bot.conversation.chips import chips_of
from bot.conversation.example_questions import AskExample, example_named
from bot.conversation.follow_up import Meant, clear, in_conversation
from bot.conversation.keyboards import AskAgain, TakeOut, Undo, answer_buttons
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.starting_points import instead_of_nothing
from bot.conversation.typed import Typed
from bot.conversation.views import is_view, view_of
from bot.errors import StoreUnavailable
from bot.messages.message import Message, join
from bot.messages.one_line import one_line
from bot.messages.rendering import render_answer
from bot.store.answers import ShownAnswer, new_answer
from bot.store.topics import Topic
from bot.texts.wording import Texts
from retrieval.answering.answer import Answer
from retrieval.question.occasion import statement_of
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese

logger = logging.getLogger(__name__)

KEPT_QUOTES = 9
"""Quotes that an answer keeps; what one message does not show, "more" does."""
KEPT_REPORTS = 60
"""The same where all reports that tell of something are asked for."""
HEADING_LENGTH = 200


class Answered(NamedTuple):
    """An answer and the message that shows it."""

    shown: ShownAnswer
    message: Message


class _Asked(NamedTuple):
    """A question on its way to an answer."""

    question: Question
    typed: str
    before: Sequence[str] = ()
    message: int | None = None
    """The user's, which asks it."""
    preceding: str | None = None
    instead_of: ShownAnswer | None = None
    """The answer whose place the new one takes."""
    beside: bool = False
    """Whether a follow-up goes on from the question before it: 为什么 asks of a sentence, and changes no topic."""


def ask(services: Services, session: Session, typed: Typed) -> Answered:
    """Answer what somebody wrote, taken as a follow-up where it is one. Raises Unclear, ParkQAError.

    It goes on from the answer in the message that it replies to, where that is one, else from what they asked last.
    """
    topic = _topic(services, session, typed)
    meant = in_conversation(services, typed.text, topic)
    return _answer(services, session, _asked(meant, typed, typed.message, topic.question if topic and not topic.open else None))


def ask_edited(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Answered:
    """Answer a question that its author has changed, in the place of the answer before. Raises Unclear, ParkQAError.

    A follow-up goes on from what stood before it, and not from its own first wording.
    """
    meant = in_conversation(services, typed.text, Topic(shown.preceding, True) if shown.preceding else None)
    return _answer(services, session, _asked(meant, typed, shown.question_message, shown.preceding, shown))


def ask_completed(services: Services, session: Session, question: str, typed: str) -> Answered:
    """Answer a question that somebody has picked to complete what they typed. Raises ParkQAError."""
    return _answer(services, session, _Asked(services.answerer.read(question), typed))


def ask_why(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Answered:
    """Look for the reason of what an answer says. Raises ParkQAError."""
    read = services.question(shown)
    subject = statement_of(read) if is_chinese(read.text) else read.text
    question = services.answerer.read(services.texts(session, shown.typed).asking.reason.format(subject=subject))
    return _answer(services, session, _Asked(question, typed.text, (), typed.message, shown.question, beside=True))


def ask_example(services: Services, session: Session, data: AskExample) -> Response:
    """The question of an example, in a message of its own. Raises Expired, ParkQAError."""
    question = services.answerer.read(example_named(services, data))
    answered = _answer(services, session, _Asked(question, typed=""))
    return Response(send=answered.message, answer=answered.shown.token)


def ask_again(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The same question of the index as it is now. Raises ParkQAError."""
    return _answer(services, session, _asked_of(services, shown, shown.question, shown.before))


def ask_without(services: Services, session: Session, shown: ShownAnswer, number: int) -> Answered:
    """The question without one of its parks or times. Raises Expired where it has none of that number, ParkQAError."""
    question = services.question(shown)
    chips = chips_of(question)
    if number >= len(chips) or not (left := question.without(chips[number])):
        raise Expired
    return ask_instead(services, session, shown, left)


def ask_instead(services: Services, session: Session, shown: ShownAnswer, question: str) -> Answered:
    """Another question in the place of an answer, with the way back. Raises ParkQAError."""
    return _answer(services, session, _asked_of(services, shown, question, [*shown.before, shown.question]))


def undo(services: Services, session: Session, shown: ShownAnswer) -> Answered:
    """The question as it stood before the last thing was taken out or carried over. Raises Expired, Unclear, ParkQAError."""
    if not shown.before:
        raise Expired
    *before, question = shown.before
    clear(services, services.answerer.read(question))
    return _answer(services, session, _asked_of(services, shown, question, before))


def forget(services: Services, session: Session) -> Message:
    """Begin anew: what comes next is no follow-up. Raises StoreUnavailable."""
    services.store.topics.forget(session.chat, session.person)
    return Message(services.texts(session).forgotten)


def _topic(services: Services, session: Session, typed: Typed) -> Topic | None:
    """What a message may go on from: the question of the answer it replies to, else the last one."""
    try:
        if shown := services.store.answers.replied_to(session.chat, typed.replied_to):
            return Topic(shown.question, shown.found)
        return services.store.topics.get(session.chat, session.person)
    except StoreUnavailable as error:
        logger.warning("%s", error)
        return None


def _asked(meant: Meant, typed: Typed, message: int | None, preceding: str | None, instead_of: ShownAnswer | None = None) -> _Asked:
    """What was typed, with the way back to it where it was completed and is a question of its own too."""
    before = [typed.text] if meant.by_itself and meant.question.text != typed.text else []
    return _Asked(meant.question, typed.text, before, message, preceding, instead_of)


def _asked_of(services: Services, shown: ShownAnswer, question: str, before: Sequence[str]) -> _Asked:
    """Another form of a question, for the place of its answer."""
    return _Asked(services.answerer.read(question), shown.typed, before, shown.question_message, shown.preceding, shown)


def _answer(services: Services, session: Session, asked: _Asked) -> Answered:
    texts = services.texts(session, typed=asked.typed)
    if is_view(services, asked.question):
        return _viewed(services, session, asked)
    most = KEPT_REPORTS if asked.question.told_by_all else KEPT_QUOTES
    answer = services.answerer.with_missing(services.answerer.answer(asked.question, top=most))
    visible = answer.visible(services.quotes)
    shown = _shown(answer, len(visible), session, asked)
    message = render_answer(replace(answer, quotes=visible), texts, _heading(shown, texts))
    try:
        services.store.answers.keep(shown)
        services.store.topics.set(session.chat, shown.asker, _next_topic(shown, asked))
        followed = services.followed(shown)
    except StoreUnavailable as error:  # an answer without buttons is better than none
        logger.warning("%s", error)
        return Answered(shown, message)
    beginnings = instead_of_nothing(services, session, shown, asked.question, answer.missing)
    buttons = answer_buttons(
        shown, asked.question, texts, followed=followed, shares=services.shares, missing=answer.missing, beginnings=beginnings
    )
    return Answered(shown, message.with_buttons(*buttons))


def _viewed(services: Services, session: Session, asked: _Asked) -> Answered:
    """A question that is shown no quotes. It is kept as any other, so that the buttons below can go on from it."""
    nothing = Answer(asked.question, (), confidence=1.0, found=True, index_version="", took_ms=0.0)
    shown = _shown(nothing, 0, session, asked)
    view = view_of(services, session, shown, asked.question)
    if heading := _heading(shown, services.texts(session, asked.typed)):
        view = join([Message(heading), view], "\n\n").with_buttons(*view.buttons)
    try:
        services.store.answers.keep(shown)
        services.store.topics.set(session.chat, shown.asker, Topic(shown.question, True))
    except StoreUnavailable as error:
        logger.warning("%s", error)
        return Answered(shown, view.with_buttons())
    return Answered(shown, view)


def _heading(shown: ShownAnswer, texts: Texts) -> str:
    """What was asked, where it is not what was typed."""
    return "" if shown.question == shown.typed else texts.asked_as.format(question=one_line(shown.question, HEADING_LENGTH))


def _shown(answer: Answer, visible: int, session: Session, asked: _Asked) -> ShownAnswer:
    shown = new_answer(
        answer,
        visible=visible,
        chat=session.chat,
        asker=session.person,
        question_message=asked.message,
        typed=asked.typed,
        before=asked.before,
        preceding=asked.preceding,
    )
    old = asked.instead_of
    return replace(shown, token=old.token, message=old.message, asker=old.asker) if old else shown


def _next_topic(shown: ShownAnswer, asked: _Asked) -> Topic:
    """What can be gone on from: the question, or the one before it where it only asked on about that."""
    question = asked.preceding if asked.beside and asked.preceding else shown.question
    return Topic(question, shown.found, answer=shown.token, seen=shown.visible)


def _in_place(do: Callable[[Services, Session, ShownAnswer], Answered]) -> Callable[[Services, Session, ShownAnswer, Any], Response]:
    """Another answer in the place of the one before."""
    return lambda services, session, shown, _: Response(edit=do(services, session, shown).message)


def _take_out(services: Services, session: Session, shown: ShownAnswer, data: TakeOut) -> Response:
    return Response(edit=ask_without(services, session, shown, data.chip).message)


ACTIONS: Sequence[Action[Services, Any]] = (
    below_answer(AskAgain, _in_place(ask_again), asks=True),
    below_answer(Undo, _in_place(undo), asks=True),
    below_answer(TakeOut, _take_out, asks=True),
    Action(AskExample, ask_example, asks=True),
)
