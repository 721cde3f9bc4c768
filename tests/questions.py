"""Questions of which is known what was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.language.asking_words import Kind
from corpus.language.span import Span
from corpus.language.times import TimeExpression
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime

ASKED_ON = date(2024, 3, 1)


def question(
    text: str = "问",
    *,
    parks: Sequence[str] = (),
    times: Sequence[NamedTime] = (),
    kind: Kind = Kind.OTHER,
    parts: Sequence[str] = (),
    asked_on: date = ASKED_ON,
) -> Question:
    """A question that names these parks and times before its text."""
    mentions: list[Mention] = []
    before = ""
    for name in (*parks, *times):
        words = name if isinstance(name, str) else name.text
        span = Span(len(before), len(before) + len(words))
        before += words
        if isinstance(name, str):
            mentions.append(Mention(MentionKind.PARK, span, words, words))
        else:
            mentions.append(Mention(MentionKind.TIME, span, words, TimeExpression(name.first, name.last, span)))
    return Question(before + text, asked_on, tuple(mentions), tuple(Question(part, asked_on) for part in parts), kind=kind)
