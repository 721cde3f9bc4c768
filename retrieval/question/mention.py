"""What a question mentions: where it stands in the text as typed, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.language.folding import fold
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parks import without_kind
from corpus.language.script import simplified
from corpus.language.span import Span
from corpus.language.times import TimeExpression

_AND = lazy_pattern(r"\s*(?:[和与與及跟、,，]|以及|and|or)\s*", re.IGNORECASE)


class MentionKind(StrEnum):
    """What is mentioned."""

    PARK = "park"
    """沐江经开区, 沐江高新, Mujiang ETDZ, or 沐江 alone where parks of that name are known. Means its normalised name."""
    PARK_KIND = "park kind"
    """高新区 without a name. Means the kind, normalised."""
    PLACE = "place"
    """A province or city: 苏州, Hefei. Means its Chinese name."""
    NAME = "name"
    """A company, a project, the title of a work. Means itself, simplified and in lower case."""
    TIME = "time"
    """Means its first and last day."""
    FIGURE = "figure"
    """Means itself."""
    MATTER = "matter"
    """What is counted or asked for: 税收, 从业人员, exports. Means itself, simplified and in lower case."""
    ASKING = "asking"
    """A word that asks, leads or points, and says nothing of the matter. Means its kind."""


SUBJECTS = (MentionKind.PARK, MentionKind.PLACE, MentionKind.NAME)
"""Whom or what a question can be about."""

Meaning = str | TimeExpression


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a question mentions."""

    kind: MentionKind
    span: Span
    """Offsets into the question as typed."""
    text: str
    """As typed."""
    meaning: Meaning

    @property
    def rightly_written(self) -> str:
        """As typed, but a park whose Chinese name is misspelt by its right one."""
        name, typed = without_kind(str(self.meaning)), simplified(self.text)
        right = name + self.text[len(name) :]
        misspelt = self.kind is MentionKind.PARK and not typed.startswith(name) and str(self.meaning).startswith(fold(simplified(right)))
        return right if misspelt and len(typed) > len(name) else self.text

    def means(self, other: Mention) -> bool:
        """Whether both mean the same, however they say it."""
        one, two = self.meaning, other.meaning
        if isinstance(one, TimeExpression) and isinstance(two, TimeExpression):
            return (one.first, one.last) == (two.first, two.last)
        return self.kind is other.kind and one == two


def span_of(run: Sequence[Mention]) -> Span:
    """From the first of some mentions to the last."""
    return Span(run[0].span.start, run[-1].span.end)


def are_listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether a text has nothing but a conjunction between two mentions of one kind: 2021年和2022年."""
    return one.kind is other.kind and _AND.fullmatch(text, one.span.end, other.span.start) is not None


def runs(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Mentions in the order of a text, those that are listed beside each other together."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not are_listed(text, run[-1], mention):
            yield tuple(run)
            run = []
        run.append(mention)
    if run:
        yield tuple(run)
