"""What a message asks in its conversation: a question of its own, one that goes on from another, or nothing that is clear yet."""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation.services import Services
from bot.store.topics import Topic
from corpus.language.asking_words import Talk
from retrieval.question.follow_up import Standing
from retrieval.question.question import Question
from retrieval.question.splicing import spliced


class Unclear(Exception):
    """What was asked goes on from something, and nothing says from what; or it only names something, and asks nothing of it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.text)
        self.question = question


class Meant(NamedTuple):
    """What a message asks."""

    question: Question
    """The whole of it."""
    by_itself: bool
    """Whether what was typed is a question of its own too."""


def in_conversation(services: Services, typed: str, topic: Topic | None) -> Meant:
    """What a message means after what was asked before it. Raises Unclear, QuestionTooLong, IndexUnavailable."""
    question = services.answerer.read(typed)
    if topic is None:
        return Meant(clear(services, question), True)
    before = services.question_before(topic.question)
    whole = _with_missing(services, before, question) if topic.open else _completed(services, question, before)
    return Meant(whole, _is_clear(services, question))


def clear(services: Services, question: Question) -> Question:
    """A question that needs none before it. Raises Unclear where it does."""
    if _is_clear(services, question):
        return question
    raise Unclear(question)


def _is_clear(services: Services, question: Question) -> bool:
    return services.answerer.follow_up(question, None).standing is not Standing.UNCLEAR


def _completed(services: Services, question: Question, before: Question) -> Question:
    found = services.answerer.follow_up(question, before)
    match found.standing:
        case Standing.UNCLEAR:
            raise Unclear(question)
        case Standing.COMPLETED:
            return services.answerer.read(found.text)
    return question


def _with_missing(services: Services, fragment: Question, reply: Question) -> Question:
    """What is asked by a fragment, and what was said when we asked what is meant by it: the one goes on from the other."""
    alone = _is_clear(services, reply)
    if reply.matter and alone and {mention.kind for mention in fragment.mentions} <= {mention.kind for mention in reply.mentions}:
        return reply
    reply = _without_talk(services, reply)
    whole = _completed(services, fragment, reply) if alone or not fragment.matter else _completed(services, reply, fragment)
    return clear(services, whole)


def _without_talk(services: Services, reply: Question) -> Question:
    """An answer to our question without what only leads to it: 我是说沐江高新区 is 沐江高新区."""
    leads = [(mention.span, "") for mention in reply.mentions if mention.meaning in (Talk.CORRECTION, Talk.COURTESY, Talk.POLITE)]
    return services.answerer.read(spliced(reply.text, leads).strip(" ,，")) if leads else reply
