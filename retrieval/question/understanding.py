"""What was understood of a question, in the user's own words: what an answer tells about itself, above all when it found nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.language.asking_words import Kind
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time that a question names: the words, and the first and the last day that they mean."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Understanding:
    """The parks and times that a question names, what kind of thing it asks for, and the parts that it was taken apart into."""

    parks: tuple[str, ...] = ()
    times: tuple[NamedTime, ...] = ()
    kind: Kind = Kind.OTHER
    parts: tuple[str, ...] = ()
    """Empty for a question about one thing."""


def understanding_of(question: Question) -> Understanding:
    """Put what was read into the words of the question; nothing is told twice."""
    return Understanding(
        parks=tuple(dict.fromkeys(map(_park, question.of(MentionKind.PARK)))),
        times=named_times(question),
        kind=question.kind,
        parts=tuple(part.text for part in question.parts),
    )


def named_times(question: Question) -> tuple[NamedTime, ...]:
    """The times that a question names, each once."""
    return tuple(dict.fromkeys(NamedTime(question.text[slice(*time.span)], time.first, time.last) for time in question.times))


def park_as_written(question: Question, park: str) -> str:
    """A park, normalised, in the words of a question that names it; itself where it does not."""
    return next((_park(mention) for mention in question.of(MentionKind.PARK) if mention.meaning == park), park)


def _park(mention: Mention) -> str:
    """As the user wrote it, where that is its name and kind in Chinese: 沐江高新, 木江经开区, Mujiang ETDZ are told by what they mean."""
    meant = str(mention.meaning)
    return meant if mention.text.isascii() or len(mention.text) < len(meant) else mention.rightly_written
