"""Finds everything that a question mentions, in one pass over its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.language.asking_words import Talk, find_asking_words
from corpus.language.span import Span
from corpus.language.times import find_times
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import Meaning, Mention, MentionKind
from retrieval.question.named_places import named_places
from retrieval.question.plain_text import PlainText

_NAME = re.compile(r"《[^》]{1,40}》|“[^”]{2,20}”|「[^」]{2,20}」")
_FIGURE = re.compile(r"\d[\d,.]*(?:[万亿千百]+|%)?")
_MATTER = re.compile(r"(?:(?![的了是有在和与及跟地着])[^\W_]|(?<=[^\W_])[的了是有在和与及跟地着](?=[^\W_]))+")
"""A run of letters that neither begins nor ends with a particle."""


def find_mentions(typed: str, text: PlainText, asked_on: date, known: Gazetteer) -> tuple[Mention, ...]:
    """In the order of the text, none overlapping another. Of two that would, the one of the more telling kind is taken."""
    taken = bytearray(len(typed))
    found = []
    for kind, span, meaning in _candidates(text, asked_on, known, taken):
        if span.start < span.end and not any(taken[slice(*span)]):
            taken[slice(*span)] = b"\1" * (span.end - span.start)
            found.append(Mention(kind, span, typed[slice(*span)], meaning))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _candidates(text: PlainText, asked_on: date, known: Gazetteer, taken: bytearray) -> Iterator[tuple[MentionKind, Span, Meaning]]:
    """The most telling kinds first; what is asked for is what all others leave."""
    words = list(find_asking_words(text.text))
    yield from ((MentionKind.ASKING, text.typed(word.span), word.asks) for word in words if word.asks is Talk.POINTING)
    for span, place, park in named_places(text, known):
        yield _kind_of_place(place, park), span, park or place
    for time in find_times(text.text, asked_on):
        if time.span.start < time.span.end:
            span = text.typed(time.span)
            yield MentionKind.TIME, span, replace(time, span=span)
    yield from _matches(MentionKind.NAME, _NAME, text, text.text)
    yield from ((MentionKind.ASKING, text.typed(word.span), word.asks) for word in words if word.asks is not Talk.POINTING)
    yield from _matches(MentionKind.FIGURE, _FIGURE, text, text.text)
    left = "".join(" " if taken[origin] else char for char, origin in zip(text.text, text.origins, strict=True))
    yield from _matches(MentionKind.MATTER, _MATTER, text, left)


def _kind_of_place(place: str, park: str) -> MentionKind:
    if not park:
        return MentionKind.PLACE
    return MentionKind.PARK if place else MentionKind.PARK_KIND


def _matches(kind: MentionKind, pattern: re.Pattern[str], text: PlainText, within: str) -> Iterator[tuple[MentionKind, Span, Meaning]]:
    return ((kind, text.typed(Span(*match.span())), match[0]) for match in pattern.finditer(within))
