"""The terms of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """What the analyzer makes of a text for lexical search. Order and repetitions are kept: they are term frequencies."""

    words: tuple[str, ...]
    bigrams: tuple[str, ...]
