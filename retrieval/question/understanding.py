"""What was understood of a question, in the user's own words: what an answer tells about itself, above all when it found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.language.parks import find_parks
from retrieval.question.question import Kind, Question
from retrieval.text.analyzer import Analyzer


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
    """As the user wrote them."""
    times: tuple[NamedTime, ...] = ()
    kind: Kind = Kind.OTHER
    parts: tuple[str, ...] = ()
    """Empty for a question about one thing."""


def understanding_of(question: Question, parts: Sequence[str], analyzer: Analyzer) -> Understanding:
    """Put what was understood into the words of the question; nothing is told twice."""
    written = {analyzer.normalize(park): park for park in find_parks(None, question.text)}
    return Understanding(
        parks=tuple(written.get(park, park) for park in question.parks),
        times=named_times(question),
        kind=question.kind,
        parts=tuple(parts),
    )


def named_times(question: Question) -> tuple[NamedTime, ...]:
    """The times that a question names, each once."""
    return tuple(dict.fromkeys(NamedTime(question.text[slice(*time.span)], time.first, time.last) for time in question.times))
