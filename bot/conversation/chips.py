"""The parks and times that a question names, as things that can be taken out of it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.language.parks import find_parks
from corpus.language.span import Span
from corpus.language.times import find_times

_BEFORE = re.compile(r"(?:\b(?:in|of|at|for|during|from|by|on|the)\s+|[在于至到截]|截至|[,，、和与]\s*)\Z", re.IGNORECASE)
"""What leads to a park or a time, and makes no sense without it."""
_AFTER = re.compile(r"'s\b|[的,，、]\s*|期间|\s+")
_SPACES = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Chip:
    """A park or a time in a question."""

    kind: Literal["park", "time"]
    text: str
    """As the question has it."""
    span: Span


def chips_of(question: str, asked_on: date) -> tuple[Chip, ...]:
    """The parks, then the times of a question, each in the order of the text; none overlaps another."""
    parks = [Chip("park", question[slice(*span)], span) for span in _park_spans(question)]
    times = [
        Chip("time", question[slice(*time.span)], time.span) for time in find_times(question, asked_on) if time.span.start < time.span.end
    ]
    return (*parks, *(time for time in times if not any(_overlap(time.span, park.span) for park in parks)))


def without(question: str, chip: Chip) -> str:
    """The question without a park or a time, and without the word that led to it."""
    before, after = question[: chip.span.start], question[chip.span.end :]
    led = _BEFORE.search(before)
    before = before[: led.start()] if led else before
    follows = _AFTER.match(after)
    joined = f"{before} {after[follows.end() :]}" if follows and follows[0].isspace() else before + after[follows.end() if follows else 0 :]
    return _SPACES.sub(" ", joined).strip(" ,，、")


def _park_spans(question: str) -> Iterator[Span]:
    names = "|".join(re.escape(park) for park in sorted(find_parks(None, question), key=len, reverse=True))
    return (Span(*match.span()) for match in (re.finditer(names, question) if names else ()))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
