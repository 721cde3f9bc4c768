"""What waits to be told to those who follow something, packed into a message: one for a chat, whatever and however much it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.asking import KEPT_QUOTES
from bot.conversation.keyboards import news_buttons
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.rendering import render_quotes
from bot.store.answers import ShownAnswer, new_answer
from bot.store.follows import Follow
from bot.store.pushes import Push
from bot.texts.wording import Texts
from retrieval.answering.answer import Answer
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote

MOST_ATTEMPTS = 2
"""Where it is not known whether a message arrived, it is sent once more, and then no more."""
NAMED = 3
"""Subjects that a heading names."""
SUBJECT_LENGTH = 40

Place = tuple[int, int | None]
"""A chat, and the topic of it."""


@dataclass(frozen=True, slots=True)
class Digest:
    """News for one place."""

    pushes: tuple[int, ...]
    """Numbers of everything in it, and of what is not worth telling any more."""
    shown: ShownAnswer
    message: Message


def pack(services: Services, place: Place, waiting: Sequence[Push]) -> Digest | None:
    """What waits for a place as one message; None where the index no longer holds any of it. Raises StoreUnavailable, IndexUnavailable."""
    follows = {follow.number: follow for follow in services.store.follows.numbered([push.follow for push in waiting])}
    told = list(_told(services, [push for push in waiting if push.attempts < MOST_ATTEMPTS and push.follow in follows]))
    if not told:
        return None
    subjects = [follows[number] for number in sorted({push.follow for push, _ in told})]
    quotes = _distinct(told, follows)
    shown = _as_answer(place[0], subjects, quotes, services.quotes)
    texts = services.texts(Session(None, place[0], private=False, language=subjects[0].language))
    heading = _heading(subjects, len({quote.article.id for quote in quotes}), texts)
    message = render_quotes(quotes[: shown.visible], texts, heading)
    numbers = tuple(push.number for push in waiting)
    return Digest(numbers, shown, message.with_buttons(*news_buttons(shown, texts, True if len(subjects) == 1 else None)))


def _told(services: Services, pushes: Sequence[Push]) -> Iterator[tuple[Push, Quote]]:
    """What is still in the index."""
    for push in pushes:
        try:
            yield push, services.located(push.quote)
        except Expired:
            continue


def _distinct(told: Sequence[tuple[Push, Quote]], follows: Mapping[int, Follow]) -> list[Quote]:
    """Answers to questions, then the openings of articles that answer none; no words twice."""
    answers = [quote for push, quote in told if not follows[push.follow].subject.parks]
    answering = {quote.article.id for quote in answers}
    openings = [quote for push, quote in told if follows[push.follow].subject.parks and quote.article.id not in answering]
    distinct: list[Quote] = []
    for quote in (*answers, *openings):
        same = (other for other in distinct if other.article.id == quote.article.id)
        if all(other.end <= quote.start or quote.end <= other.start for other in same):
            distinct.append(quote)
    return distinct


def _as_answer(chat: int, subjects: Sequence[Follow], quotes: Sequence[Quote], visible: int) -> ShownAnswer:
    question = Question(subjects[0].subject.text, date.today())
    answer = Answer(question, tuple(quotes[:KEPT_QUOTES]), confidence=1.0, found=True, index_version="", took_ms=0.0)
    return new_answer(answer, visible=visible, chat=chat, asker=None, question_message=None, typed=question.text)


def _heading(subjects: Sequence[Follow], count: int, texts: Texts) -> str:
    names = [texts.quoted.format(text=one_line(follow.subject.text, SUBJECT_LENGTH)) for follow in subjects[:NAMED]]
    named = texts.comma.join(names) + ("…" if len(subjects) > NAMED else "")
    return (texts.following.one_report if count == 1 else texts.following.reports).format(subjects=named, count=count)
