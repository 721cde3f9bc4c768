"""The terms of a question, weighed by how rare they are: what a passage holds of a question is a share of that weight."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import compress
from operator import not_, or_

from corpus.language.everyday_words import load_everyday_words
from corpus.language.glossary import load_glossary


@dataclass(frozen=True, slots=True)
class SoughtTerm:
    """A term of the question, and where a passage has it."""

    text: str
    rarity: float
    """Inverse document frequency: what the term counts in coverage."""
    in_passage: bool
    in_context: bool
    """In the article's title, month, parks or lead."""


UNTRANSLATED = 0.3
"""What an English word that neither the corpus nor the glossary has weighs in an English question, beside a word that they have."""


@dataclass(frozen=True, slots=True)
class TermWeights:
    """Distinct terms of a question and how rare each is (inverse document frequency)."""

    terms: tuple[str, ...]
    weights: tuple[float, ...]
    official: tuple[tuple[int, tuple[str, ...]], ...] = field(init=False, compare=False)
    """By the place of a term that is an everyday word, the official words for it."""
    total: float = field(init=False, compare=False)
    """What a passage with all terms would reach; never 0."""

    def __post_init__(self) -> None:
        known = load_everyday_words()
        everyday = ((place, known[term]) for place, term in enumerate(self.terms) if term in known)
        object.__setattr__(self, "official", tuple(everyday))
        object.__setattr__(self, "total", max(sum(self.weights), 1e-6))

    def joined_by(self, terms: tuple[str, ...], weight: float) -> TermWeights:
        """These and some more terms of one weight."""
        return TermWeights(self.terms + terms, self.weights + (weight,) * len(terms))

    def only(self, terms: Sequence[str]) -> TermWeights:
        """Those of these terms that are in `terms`."""
        kept = [(term, weight) for term, weight in zip(self.terms, self.weights, strict=True) if term in terms]
        return TermWeights(tuple(term for term, _ in kept), tuple(weight for _, weight in kept))

    def held_by(self, text: str) -> list[bool]:
        """Of each term, whether it or an official word for it stands in a normalised text."""
        held = [term in text for term in self.terms]
        for place, words in self.official:
            held[place] = held[place] or any(word in text for word in words)
        return held

    def share(self, held: Sequence[bool]) -> float:
        """The share of the weight that the held terms have."""
        return sum(compress(self.weights, held)) / self.total

    def rarest_missing(self, held: Sequence[bool]) -> float:
        """The weight of the rarest term that is not held, as a share of all."""
        return max(compress(self.weights, map(not_, held)), default=0.0) / self.total

    def sought_in(self, context: str, body: str) -> tuple[SoughtTerm, ...]:
        """Each term, and where it stands."""
        held = zip(self.terms, self.weights, self.held_by(body), self.held_by(context), strict=True)
        return tuple(SoughtTerm(*term) for term in held)


def either(*held: Sequence[bool]) -> list[bool]:
    """Of each term, whether any of several texts holds it."""
    found, *others = map(list, held)
    for other in others:
        found = list(map(or_, found, other))
    return found


def weigh(terms: Sequence[str], frequencies: Sequence[int], passages: int, *, english: bool, names: Set[str] = frozenset()) -> TermWeights:
    """Weigh distinct terms by BM25's inverse document frequency, as the searches do.

    English words that no passage holds weigh little in an English question, as a Chinese passage may say the same. Those that the glossary
    knows, and `names` that stand there in Chinese, weigh nothing: they are looked for otherwise.
    """
    elsewhere = load_glossary().entries.keys() | names
    counted = zip(terms, frequencies, strict=True)
    by_term = {term: count for term, count in counted if count or not term.isascii() or term not in elsewhere}
    weights = (
        math.log(1 + (passages - count + 0.5) / (count + 0.5)) * (UNTRANSLATED if english and term.isascii() and not count else 1)
        for term, count in by_term.items()
    )
    return TermWeights(tuple(by_term), tuple(weights))
