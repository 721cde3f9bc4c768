"""Asks what is meant where a message only makes sense after another one, as 那2022年呢 does: of which park, and what about it.

The message is kept until the missing part is said, or picked among a few examples.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from bot.conversation.action import Action
from bot.conversation.asking import ask, ask_completed
from bot.conversation.follow_up import Unclear
from bot.conversation.holdings import key
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.store.topics import Topic
from bot.texts.asking import Asking
from retrieval.question.follow_up import Standing
from retrieval.question.mention import SUBJECTS
from retrieval.question.question import Question

logger = logging.getLogger(__name__)

EXAMPLES = 3
ASKED_LENGTH = 60
LABEL_LENGTH = 60


NOTHING = "-"
"""In callback data where no park is named."""


@dataclass(frozen=True, slots=True)
class Complete(CallbackData):
    """Completes the question that waits for what is meant by it."""

    name = "complete"
    park: str
    """Key of the park to ask about, or `NOTHING`."""
    matter: int
    """Number of what to ask for among `Asking.matters`; 0 where the question says it."""


class _Example(NamedTuple):
    question: str
    data: Complete


def answer(services: Services, session: Session, typed: Typed) -> Response:
    """Answer what somebody wrote, or ask what is meant by it. Raises ParkQAError."""
    try:
        answered = ask(services, session, typed)
    except Unclear as unclear:
        return ask_back(services, session, unclear)
    return Response(send=answered.message, answer=answered.shown.token)


def ask_back(services: Services, session: Session, unclear: Unclear) -> Response:
    """Ask what is meant, with examples to pick from; what is said next completes it. Raises IndexUnavailable."""
    fragment, texts = unclear.question, services.texts(session, unclear.question.text).asking
    try:
        services.store.topics.set(session.chat, session.person, Topic(fragment.text, False, open=True))
    except StoreUnavailable as error:  # then the next message must say all of it
        logger.warning("%s", error)
        return Response(send=which_is_meant(services, session, fragment))
    examples = list(_examples(services, fragment, texts))
    buttons = ([Button(one_line(example.question, LABEL_LENGTH), callback_data=example.data)] for example in examples)
    picking = f"\n{texts.pick}" if examples else ""
    return Response(send=Message(f"{_which(fragment, texts)}{picking}").with_buttons(*buttons))


def which_is_meant(services: Services, session: Session, fragment: Question) -> Message:
    """The same in plain words, where there are no buttons. Raises IndexUnavailable."""
    texts = services.texts(session, fragment.text).asking
    lines = [texts.example.format(question=example.question) for example in _examples(services, fragment, texts)]
    return Message("\n".join([_which(fragment, texts), *([texts.examples, *lines] if lines else [])]))


def complete(services: Services, session: Session, data: Complete) -> Response:
    """The question of an example that was picked. Raises Expired where nothing waits for it any more, ParkQAError."""
    topic = services.store.topics.get(session.chat, session.person)
    if topic is None or not topic.open:
        raise Expired
    fragment = services.answerer.read(topic.question)
    texts = services.texts(session, topic.question).asking
    park = services.holdings().by_key.get(data.park, "") if data.park != NOTHING else ""
    question = _with(services, fragment, park, texts.matters.get(data.matter, ""), texts)
    if not question:
        raise Expired
    answered = ask_completed(services, session, question, topic.question)
    return Response(send=answered.message, answer=answered.shown.token)


def _which(fragment: Question, texts: Asking) -> str:
    asked = one_line(fragment.text, ASKED_LENGTH)
    if fragment.of(*SUBJECTS):
        return texts.which_matter.format(asked=asked)
    return (texts.which_park if fragment.matter else texts.which_park_and_matter).format(asked=asked)


def _examples(services: Services, fragment: Question, texts: Asking) -> Iterator[_Example]:
    """Different parks where none is named, different matters where none is asked for."""
    parks = [""] * EXAMPLES if fragment.of(*SUBJECTS) else list(islice(services.holdings().by_park, EXAMPLES))
    for number, park in enumerate(parks, 1):
        matter = 0 if fragment.matter else number
        if question := _with(services, fragment, park, texts.matters.get(matter, ""), texts):
            yield _Example(question, Complete(key(park) if park else NOTHING, matter))


def _with(services: Services, fragment: Question, park: str, matter: str, texts: Asking) -> str:
    """The fragment completed with a park and a matter, either of which may be empty; empty where that makes nothing whole."""
    added = texts.of_park.format(park=park, matter=matter) if park and matter else park or matter
    found = services.answerer.follow_up(fragment, services.answerer.read(added))
    return found.text if found.standing is Standing.COMPLETED else ""


ACTIONS: Sequence[Action[Services, Any]] = (Action(Complete, complete, asks=True),)
