"""Official words for everyday ones, so that 房租 in a question meets 租金 in a report. The entries stand in everyday_words.txt.

An official word counts as the everyday word that it stands for: a passage holds the one when it holds the other.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from corpus.language.vocabulary import entries


def official_words(words: Iterable[str]) -> tuple[str, ...]:
    """The official words for all of these, each once, in their order."""
    entries = load_everyday_words()
    return tuple(dict.fromkeys(official for word in words for official in entries.get(word, ())))


@functools.cache
def load_everyday_words() -> Mapping[str, tuple[str, ...]]:
    """Read everyday_words.txt, once: official words by everyday word."""
    return entries("everyday_words.txt")
