"""Chinese words for the English of park reports, so that an English question can be searched for by words.

This is no translation: it only adds terms that a Chinese report may hold. The entries stand in glossary.txt.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib.resources import files

_ENDINGS = "(?:e?s|ed|ing)?"


@dataclass(frozen=True, slots=True)
class Glossary:
    """Chinese words by lower-case English phrase."""

    entries: dict[str, tuple[str, ...]]
    phrase: re.Pattern[str]
    """Any of the phrases, the longest first, with a plural or verb ending."""

    def chinese_words(self, english: str) -> tuple[str, ...]:
        """Chinese words for the phrases of a lower-case text, each once, in the order of the text."""
        found = (word for match in self.phrase.finditer(english) for word in self.entries[match[1]])
        return tuple(dict.fromkeys(found))

    def without_phrases(self, english: str) -> str:
        """The text without the phrases that are known: what is left may be names."""
        return self.phrase.sub(" ", english)


@functools.cache
def load_glossary() -> Glossary:
    """Read glossary.txt, once; two milliseconds."""
    lines = files("retrieval").joinpath("glossary.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if not line.startswith("#"))
    entries = {english: tuple(chinese.split()) for english, chinese in pairs}
    phrases = "|".join(re.escape(phrase) for phrase in sorted(entries, key=len, reverse=True))
    return Glossary(entries, re.compile(rf"\b({phrases}){_ENDINGS}\b"))
