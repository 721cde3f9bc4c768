"""The answers that stand in chats, so that their buttons work after a restart, a reindex and a week."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, ColumnElement, Double, Table, delete, exists, select, update

from bot.errors import StoreUnavailable
from bot.store.database import TABLES, Database, Row
from bot.store.kept_text import KeptText
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope

ANSWERS = Table(
    "answers",
    TABLES,
    Column("token", KeptText, primary_key=True),
    *(Column(name, BigInteger) for name in ("chat", "asker", "question_message", "message")),
    *(Column(name, KeptText) for name in ("typed", "question", "before", "asked_on")),
    Column("found", BigInteger),
    Column("confidence", Double),
    Column("index_version", KeptText),
    Column("visible", BigInteger),
    Column("quotes", KeptText),
    Column("created_at", Double),
    Column("preceding", KeptText),
    Column("listed", BigInteger),
)
KEEP_SECONDS = 60 * 86_400
"""How long quotes are kept; afterwards only the question is, so that it can be asked again."""
FORGET_SECONDS = 400 * 86_400
TOKEN_BYTES = 6


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote as it was shown. Its text is kept too: the article may be another one by now."""

    article: str
    start: int
    text: str
    emphasis: tuple[Span, ...]
    """Offsets into the article's text, as in `Quote`."""
    also_in: tuple[str, ...]
    scope: Scope = field(default_factory=Scope)
    answer: Span | None = None
    """The words that answer, as offsets likewise."""
    recognised: bool = False
    """Whether it was read from a picture."""

    @property
    def answering(self) -> str:
        """The emphasised sentence, or the whole quote where none is."""
        span = next(iter(self.emphasis), None)
        return self.text[span.start - self.start : span.end - self.start] if span else self.text


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer in a chat, with all quotes that it could show."""

    token: str
    """Names the answer in callback data and links: eight ASCII characters."""
    chat: int
    asker: int | None
    question_message: int | None
    message: int | None
    """Number of the message that shows it; None until it is sent."""
    typed: str
    """What the user wrote."""
    question: str
    """What was asked for it: differs where something was carried over or taken out."""
    before: tuple[str, ...]
    """Forms of the question that stood here before, the latest last: what an undo goes back to."""
    asked_on: date
    found: bool
    """Whether its message tells what was asked for, or a part of it."""
    confidence: float
    index_version: str
    visible: int
    """How many of the quotes its message shows."""
    quotes: tuple[KeptQuote, ...] | None
    """None once they have expired."""
    created_at: float
    """Seconds since 1970."""
    preceding: str | None = None
    """The question that stood before this one, from which it is completed again when its author edits it."""
    listed: int = 0
    """How many reports tell of it, where all were asked for."""


def kept(quote: Quote) -> KeptQuote:
    """A quote in the form in which it is kept."""
    return KeptQuote(
        quote.article.id, quote.start, quote.text, quote.emphasis, quote.also_in, quote.scope, quote.answer, bool(quote.recognised_pages)
    )


class AskedInVain(NamedTuple):
    """A question that found no answer. Nothing says who asked it."""

    question: str
    asked_at: float
    """Seconds since 1970."""


def new_token() -> str:
    """A name for an answer that no other has."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_answer(
    answer: Answer,
    *,
    visible: int,
    chat: int,
    asker: int | None,
    question_message: int | None,
    typed: str,
    before: Sequence[str] = (),
    preceding: str | None = None,
) -> ShownAnswer:
    """An answer that is about to be shown."""
    return ShownAnswer(
        token=new_token(),
        chat=chat,
        asker=asker,
        question_message=question_message,
        message=None,
        typed=typed,
        question=answer.question.text,
        before=tuple(before),
        asked_on=answer.question.asked_on,
        found=answer.tells,
        confidence=answer.confidence,
        index_version=answer.index_version,
        visible=visible,
        quotes=tuple(map(kept, (*answer.quotes, *answer.aside))),
        created_at=time.time(),
        preceding=preceding,
        listed=answer.listed,
    )


class Answers:
    """The table of shown answers."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def keep(self, shown: ShownAnswer) -> None:
        """Add an answer, or replace the one with the same token."""
        written = {
            "before": json.dumps(shown.before, ensure_ascii=False),
            "asked_on": shown.asked_on.isoformat(),
            "found": int(shown.found),
            "quotes": None if shown.quotes is None else json.dumps(list(map(kept_to_json, shown.quotes)), ensure_ascii=False),
        }
        self._database.put(ANSWERS, {field.name: getattr(shown, field.name) for field in fields(shown)} | written)

    def sent(self, token: str, message: int) -> None:
        """Note which message shows an answer."""
        self._database.run(update(ANSWERS).where(ANSWERS.c.token == token).values(message=message))

    def get(self, token: str) -> ShownAnswer | None:
        """The answer of a token; its quotes are None where they have expired."""
        return self._latest(ANSWERS.c.token == token)

    def to_question(self, chat: int, question_message: int) -> ShownAnswer | None:
        """The answer to a user's message."""
        return self._latest(ANSWERS.c.chat == chat, ANSWERS.c.question_message == question_message)

    def in_message(self, chat: int, message: int) -> ShownAnswer | None:
        """The answer that a message of the bot shows."""
        return self._latest(ANSWERS.c.chat == chat, ANSWERS.c.message == message)

    def replied_to(self, chat: int, message: int | None) -> ShownAnswer | None:
        """The answer that somebody replies to: the message shows it, or is the question to it."""
        return None if message is None else self.in_message(chat, message) or self.to_question(chat, message)

    def unanswered(self, most: int) -> list[AskedInVain]:
        """The latest questions without an answer, the latest first; those that were answered when they were asked again are left out."""
        asked, later = ANSWERS.alias("asked"), ANSWERS.alias("later")
        answered = exists().where(later.c.question == asked.c.question, later.c.found == 1, later.c.created_at >= asked.c.created_at)
        query = select(asked.c.question, asked.c.created_at).where(asked.c.found == 0, ~answered)
        rows = self._database.rows(query.order_by(asked.c.created_at.desc()).limit(most))
        return [AskedInVain(row["question"], row["created_at"]) for row in rows]

    def prune(self) -> None:
        """Drop the quotes of old answers, and answers that are older still."""
        now = self._clock()
        expired = ANSWERS.c.created_at < now - KEEP_SECONDS
        self._database.run(update(ANSWERS).where(expired, ANSWERS.c.quotes.is_not(None)).values(quotes=None))
        self._database.run(delete(ANSWERS).where(ANSWERS.c.created_at < now - FORGET_SECONDS))

    def forget(self, person: int) -> None:
        """Delete what a person asked."""
        self._database.run(delete(ANSWERS).where(ANSWERS.c.asker == person))

    def move_chat(self, old: int, new: int) -> None:
        """A group has become a supergroup with another number; the old messages are not there."""
        self._database.run(update(ANSWERS).where(ANSWERS.c.chat == old).values(chat=new, message=None, question_message=None))

    def _latest(self, *conditions: ColumnElement[bool]) -> ShownAnswer | None:
        row = self._database.row(select(ANSWERS).where(*conditions).order_by(ANSWERS.c.created_at.desc()).limit(1))
        return self._shown(row) if row else None

    def _shown(self, row: Row) -> ShownAnswer:
        try:
            quotes = None if row["quotes"] is None else tuple(kept_from_json(quote) for quote in json.loads(row["quotes"]))
            shown = ShownAnswer(**{**row, "quotes": quotes, "before": tuple(json.loads(row["before"])), "found": bool(row["found"]),
                                   "asked_on": date.fromisoformat(row["asked_on"])})  # fmt: skip
        except (ValueError, TypeError) as error:  # a flipped bit makes other JSON, or none
            raise StoreUnavailable(f"An answer in the bot's memory is damaged ({error}): look at the disk it lies on.") from error
        return replace(shown, quotes=None) if shown.created_at < self._clock() - KEEP_SECONDS else shown


def kept_to_json(quote: KeptQuote) -> list[Any]:
    """A kept quote as JSON takes it."""
    return [
        quote.article,
        quote.start,
        quote.text,
        quote.emphasis,
        quote.also_in,
        _scope_to_json(quote.scope),
        quote.answer,
        quote.recognised,
    ]


def kept_from_json(plain: list[Any]) -> KeptQuote:
    """The reverse of `kept_to_json`; earlier versions kept neither scope nor answer, nor whether it was recognised."""
    article, start, text, emphasis, also_in, *later = plain
    scope, answer, recognised = [*later, None, None, None][:3]
    spans = tuple(Span(*span) for span in emphasis)
    return KeptQuote(
        article=article,
        start=start,
        text=text,
        emphasis=spans,
        also_in=tuple(also_in),
        scope=_scope_from_json(scope) if scope else Scope(),
        answer=Span(*answer) if answer else None,
        recognised=bool(recognised),
    )


def _scope_to_json(scope: Scope) -> list[Any]:
    return [scope.parks, *(day and day.isoformat() for day in (scope.first, scope.last)), scope.planned]


def _scope_from_json(plain: list[Any]) -> Scope:
    parks, first, last, planned = plain
    return Scope(tuple(parks), first and date.fromisoformat(first), last and date.fromisoformat(last), planned)
