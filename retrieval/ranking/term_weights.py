"""The terms of a question, weighed by how rare they are: what a passage holds of a question is a share of that weight."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from operator import or_

from corpus.language.everyday_words import load_everyday_words
from corpus.language.glossary import load_glossary
from corpus.language.span import Span
from corpus.language.vocabulary import word_list

Held = int
"""Which of some terms a text holds: bit n says so of the n-th, from 0. What either of two texts holds is `one | other`."""


@dataclass(frozen=True, slots=True)
class SoughtTerm:
    """A term of the question, and where a passage has it."""

    text: str
    rarity: float
    """Inverse document frequency: what the term counts in coverage."""
    in_passage: bool
    in_context: bool
    """In the article's title, month, parks or lead."""


_TOO_SHORT = 2
"""Letters of what says nothing by itself: r and d, ze and an of Ze'an."""
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
    _bits: tuple[tuple[Held, str], ...] = field(init=False, compare=False, repr=False)
    _shares: dict[Held, float] = field(init=False, compare=False, repr=False, default_factory=dict)
    """Those asked for: most sentences hold the same few terms."""
    _rarest: dict[Held, float] = field(init=False, compare=False, repr=False, default_factory=dict)
    """Of those that lack the others, likewise."""

    def __post_init__(self) -> None:
        known = load_everyday_words()
        everyday = ((place, known[term]) for place, term in enumerate(self.terms) if term in known)
        object.__setattr__(self, "official", tuple(everyday))
        object.__setattr__(self, "total", max(sum(self.weights), 1e-6))
        object.__setattr__(self, "_bits", tuple((1 << place, term) for place, term in enumerate(self.terms)))

    def joined_by(self, terms: tuple[str, ...], weight: float) -> TermWeights:
        """These and some more terms of one weight."""
        return TermWeights(self.terms + terms, self.weights + (weight,) * len(terms))

    def only(self, terms: Sequence[str]) -> TermWeights:
        """Those of these terms that are in `terms`."""
        kept = [(term, weight) for term, weight in zip(self.terms, self.weights, strict=True) if term in terms]
        return TermWeights(tuple(term for term, _ in kept), tuple(weight for _, weight in kept))

    def held_by(self, text: str) -> Held:
        """The terms that stand in a normalised text, themselves or an official word for them."""
        held = sum([bit for bit, term in self._bits if term in text])
        for place, words in self.official:
            if any(word in text for word in words):
                held |= 1 << place
        return held

    def held_by_lines(self, text: str, lines: Sequence[str]) -> list[Held]:
        """The same of each line of a text: what the text does not hold need not be looked for in them."""
        bits = self._standing_in(text)
        return [functools.reduce(or_, [bit for bit, term in bits if term in line], 0) for line in lines]

    def greatest_share(self, text: str, spans: Iterable[Span]) -> float:
        """The greatest share that any of some stretches of a text holds; likewise."""
        bits = self._standing_in(text)
        most, greatest = 0.0, self.share(functools.reduce(or_, [bit for bit, _ in bits], 0))
        if not greatest:
            return 0.0
        for start, end in spans:
            held = functools.reduce(or_, [bit for bit, term in bits if text.find(term, start, end) >= 0], 0)
            if (most := max(most, self.share(held))) == greatest:
                break
        return most

    def _standing_in(self, text: str) -> list[tuple[Held, str]]:
        """The terms in a text and the official words for them, each with its bit."""
        bits = [pair for pair in self._bits if pair[1] in text]
        return bits + [(1 << place, word) for place, words in self.official for word in words if word in text]

    def share(self, held: Held) -> float:
        """The share of the weight that the held terms have."""
        if held not in self._shares:
            self._shares[held] = sum([weight for (bit, _), weight in zip(self._bits, self.weights, strict=True) if bit & held]) / self.total
        return self._shares[held]

    def rarest_missing(self, held: Held) -> float:
        """The weight of the rarest term that is not held, as a share of all."""
        if held not in self._rarest:
            missing = [weight for (bit, _), weight in zip(self._bits, self.weights, strict=True) if not bit & held]
            self._rarest[held] = max(missing, default=0.0) / self.total
        return self._rarest[held]

    def sought_in(self, context: str, body: str) -> tuple[SoughtTerm, ...]:
        """Each term, and where it stands."""
        in_body, in_context = self.held_by(body), self.held_by(context)
        weighed = zip(self._bits, self.weights, strict=True)
        return tuple(SoughtTerm(term, weight, bool(bit & in_body), bool(bit & in_context)) for (bit, term), weight in weighed)


def weigh(terms: Sequence[str], frequencies: Sequence[int], passages: int, *, english: bool, names: Set[str] = frozenset()) -> TermWeights:
    """Weigh distinct terms by BM25's inverse document frequency, as the searches do.

    English words that no passage holds weigh little in an English question, as a Chinese passage may say the same. Those that the glossary
    knows, and `names` that stand there in Chinese, weigh nothing: they are looked for otherwise; so do those that say nothing.
    """
    glossary, weak = load_glossary(), word_list("weak_english_words.txt")
    counted = zip(terms, frequencies, strict=True)
    by_term = {
        term: count
        for term, count in counted
        if count or not term.isascii() or not (term in names or term in weak or len(term) <= _TOO_SHORT or glossary.knows(term))
    }
    weights = (
        math.log(1 + (passages - count + 0.5) / (count + 0.5)) * (UNTRANSLATED if english and term.isascii() and not count else 1)
        for term, count in by_term.items()
    )
    return TermWeights(tuple(by_term), tuple(weights))
