"""Lists of words, written as running text, as patterns."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text that are divided by white space."""
    return tuple(text.split())


def any_of(vocabulary: tuple[str, ...]) -> str:
    """Return a pattern that matches the longest word of the vocabulary that stands at a place."""
    return "(?:" + "|".join(sorted(vocabulary, key=len, reverse=True)) + ")"
