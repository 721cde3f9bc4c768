"""Chinese words for the English of park reports, so that an English question can be searched for by words.

This is no translation: it only adds terms that a Chinese report may hold. The entries stand in glossary.txt.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import entries

_ENDINGS = (("", ""), ("s", ""), ("d", ""), ("ies", "y"), ("ing", "e"), ("es", ""), ("ed", ""), ("ing", ""))
"""What a form of a word ends in, and what the word itself ends in instead."""

_LATIN = lazy_pattern("[a-z]")


@dataclass(frozen=True)
class Glossary:
    """Chinese words by lower-case English phrase."""

    entries: Mapping[str, tuple[str, ...]]

    @functools.cached_property
    def phrase(self) -> re.Pattern[str]:
        """Any of the phrases, the longest first, in the singular or plural, or as a form of a regular verb; only English needs it."""
        phrases = "|".join(map(_forms, sorted(self.entries, key=len, reverse=True)))
        beginnings = "".join(sorted({word[0] for word in self.entries}))
        return re.compile(rf"(?<![a-z0-9])(?=[{beginnings}])(?:{phrases})(?![a-z0-9])")

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of all phrases; of above-scale both."""
        return frozenset(word for phrase in self.entries for word in re.split("[ -]", phrase))

    def knows(self, word: str) -> bool:
        """Whether a lower-case word, or the one that it is a form of, is part of a phrase."""
        return any(word.removesuffix(ending) + instead in self.words for ending, instead in _ENDINGS if word.endswith(ending))

    def chinese_words(self, english: str) -> tuple[str, ...]:
        """Chinese words for the phrases of a lower-case text, each once, in the order of the text."""
        if not _LATIN.search(english):  # whoever asks one question in Chinese needs no pattern of all phrases
            return ()
        found = (word for match in self.phrase.finditer(english) for word in self._words(match[0]))
        return tuple(dict.fromkeys(found))

    def _words(self, form: str) -> tuple[str, ...]:
        phrases = (form.removesuffix(ending) + instead for ending, instead in _ENDINGS if form.endswith(ending))
        return next(self.entries[phrase] for phrase in phrases if phrase in self.entries)

    def without_phrases(self, english: str) -> str:
        """The text without the phrases that are known: what is left may be names."""
        return self.phrase.sub(" ", english) if _LATIN.search(english) else english


@functools.cache
def load_glossary() -> Glossary:
    """Read glossary.txt, once; two milliseconds."""
    return Glossary(entries("glossary.txt"))


def _forms(phrase: str) -> str:
    """A pattern for a phrase and its regular forms: produce, produces, produced, producing; city, cities; day, days."""
    if phrase.endswith("e"):
        return f"{re.escape(phrase[:-1])}(?:e[sd]?|ing)"
    if re.search("[^aeiou]y$", phrase):
        return f"{re.escape(phrase[:-1])}(?:y|ies)"
    return f"{re.escape(phrase)}(?:e?s|ed|ing)?"
