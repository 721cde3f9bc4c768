"""Chinese words for the English of park reports, so that an English question can be searched for by words.

This is no translation: it only adds terms that a Chinese report may hold. The entries stand in glossary.txt.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import Edit, rewritten_text
from corpus.language.span import Span
from corpus.language.vocabulary import entries

_ENDINGS = (("", ""), ("s", ""), ("d", ""), ("ies", "y"), ("ing", "e"), ("es", ""), ("ed", ""), ("ing", ""))
"""What a form of a word ends in, and what the word itself ends in instead."""

_WORD = lazy_pattern("[a-z0-9]+")


class Phrase(NamedTuple):
    """A phrase that stands in a text."""

    span: Span
    text: str
    words: tuple[str, ...]
    """The Chinese words for it."""


@dataclass(frozen=True)
class Glossary:
    """Chinese words by lower-case English phrase."""

    entries: Mapping[str, tuple[str, ...]]

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of all phrases; of above-scale both."""
        return frozenset(word for phrase in self.entries for word in re.split("[ -]", phrase))

    @functools.cached_property
    def _most(self) -> Mapping[str, int]:
        """How many words the longest phrase has, by the first letter of the first."""
        most: dict[str, int] = {}
        for phrase in self.entries:
            most[phrase[0]] = max(most.get(phrase[0], 0), len(_WORD.findall(phrase)))
        return most

    def knows(self, word: str) -> bool:
        """Whether a lower-case word, or the one that it is a form of, is part of a phrase."""
        return any(word.removesuffix(ending) + instead in self.words for ending, instead in _ENDINGS if word.endswith(ending))

    def phrases(self, english: str) -> Iterator[Phrase]:
        """The phrases of a lower-case text, in the singular or plural, or as a form of a regular verb; of several the longest."""
        found = [Span(*match.span()) for match in _WORD.finditer(english)]  # a pattern of all phrases takes a second to make
        place = 0
        while place < len(found):
            phrase = self._at(found[place : place + self._most.get(english[found[place].start], 0)], english)
            if phrase:
                yield phrase
            place += sum(1 for _ in _WORD.finditer(phrase.text)) if phrase else 1

    def _at(self, words: list[Span], english: str) -> Phrase | None:
        """The longest phrase that begins with the first of some words that stand beside each other."""
        for last in reversed(words):
            span = Span(words[0].start, last.end)
            form = english[slice(*span)]
            if (phrase := self._of_form(form)) is not None:
                return Phrase(span, form, self.entries[phrase])
        return None

    def _of_form(self, form: str) -> str | None:
        phrases = (form.removesuffix(ending) + instead for ending, instead in _ENDINGS if form.endswith(ending))
        return next((phrase for phrase in phrases if phrase in self.entries), None)

    def chinese_words(self, english: str) -> tuple[str, ...]:
        """Chinese words for the phrases of a lower-case text, each once, in the order of the text."""
        return tuple(dict.fromkeys(word for phrase in self.phrases(english) for word in phrase.words))

    def without_phrases(self, english: str) -> str:
        """The text without the phrases that are known: what is left may be names."""
        return rewritten_text(english, [Edit(phrase.span, " ") for phrase in self.phrases(english)])


@functools.cache
def load_glossary() -> Glossary:
    """Read glossary.txt, once; two milliseconds."""
    return Glossary(entries("glossary.txt"))
