"""Finds everything that a question mentions, in one pass over its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.language.asking_words import Talk, find_asking_words
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.times import TimeExpression, find_times
from corpus.language.vocabulary import any_of, word_list
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import Meaning, Mention, MentionKind
from retrieval.question.named_places import named_places
from retrieval.question.names import Words, find_names
from retrieval.question.plain_text import PlainText
from retrieval.question.years import in_named_years

_BEFORE_NAMES = (Talk.POINTING, Talk.IT, Talk.NAMED, Talk.ANY_PARK)
"""What is looked for before parks are: 该高新区 names none."""
_BESIDE_NAMES = (Talk.POLITE, Talk.COURTESY, Talk.LEAD, Talk.CORRECTION, Talk.DENIAL, Talk.COMPARISON)
"""What is no part of the name that follows it: 只看高新区, 税收比云澜经开区."""
_FIGURE = lazy_pattern(r"\d[\d,.]*(?:[万亿千百]+|%)?")
_PARTICLE = "的嘅了是有在和与及跟到至从自以地着"
_WORDS_WITH_PARTICLES = any_of(word_list("words_with_particles.txt"))
_MATTER = lazy_pattern(rf"(?:(?={_WORDS_WITH_PARTICLES})[^\W_]|(?![{_PARTICLE}])[^\W_]|(?<=[^\W_])[{_PARTICLE}](?=[^\W_]))+")
"""A run of letters that neither begins nor ends with a particle; 从业人员 begins with none."""

_Candidate = tuple[MentionKind, Span, Meaning]
"""A mention by its span of the plain text."""


def find_mentions(typed: str, text: PlainText, asked_on: date, known: Gazetteer, words: Words) -> tuple[Mention, ...]:
    """In the order of the text, none overlapping another. Of two that would, the one of the more telling kind is taken.

    `words` cuts Chinese into the words of a dictionary.
    """
    taken = bytearray(len(typed))
    found = []
    for kind, plain, meaning in _candidates(text, asked_on, known, words, taken):
        span = text.typed(plain) if plain.start < plain.end else plain
        if span.start < span.end and not any(taken[slice(*span)]):
            taken[slice(*span)] = b"\1" * (span.end - span.start)
            found.append(_mention(kind, span, meaning, typed))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(kind: MentionKind, span: Span, meaning: Meaning, typed: str) -> Mention:
    where = replace(meaning, span=span) if isinstance(meaning, TimeExpression) else meaning
    return Mention(kind, span, typed[slice(*span)], where)


def _candidates(text: PlainText, asked_on: date, known: Gazetteer, words: Words, taken: bytearray) -> Iterator[_Candidate]:
    """The most telling kinds first; what is asked for is what all others leave."""
    plain = text.text
    asking = list(find_asking_words(plain))
    yield from ((MentionKind.ASKING, word.span, word.asks) for word in asking if word.asks in _BEFORE_NAMES)
    times = in_named_years(find_times(plain, asked_on), plain)
    no_names = [*(time.span for time in times), *(word.span for word in asking if word.asks in _BESIDE_NAMES)]
    for span, place, park in named_places(plain, no_names, known):
        yield _kind_of_place(place, park), span, park or place
    yield from ((MentionKind.TIME, time.span, time) for time in times)
    yield from ((MentionKind.ASKING, word.span, word.asks) for word in asking)
    yield from ((MentionKind.FIGURE, Span(*match.span()), match[0]) for match in _FIGURE.finditer(plain))
    yield from ((MentionKind.NAME, span, plain[slice(*span)]) for span in find_names(_left(text, taken), words))
    yield from ((MentionKind.MATTER, Span(*match.span()), match[0]) for match in _MATTER.finditer(_left(text, taken)))


def _left(text: PlainText, taken: bytearray) -> str:
    """The plain text with a space in place of all that is mentioned already."""
    return "".join(" " if taken[origin] else char for char, origin in zip(text.text, text.origins, strict=True))


def _kind_of_place(place: str, park: str) -> MentionKind:
    if not park:
        return MentionKind.PLACE
    return MentionKind.PARK if place else MentionKind.PARK_KIND
