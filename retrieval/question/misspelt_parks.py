"""Parks whose name is misspelt, by the known park that is meant: 木江经开区 is 沐江经开区 where no other name sounds or looks like it.

Only before a kind of park: 木匠 alone is no 沐江. What is a city's name, or stands in a report, is taken as it is.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from corpus.language.folding import fold
from corpus.language.places import PLACE_NAMES
from corpus.language.rewriting import Edit
from corpus.language.romanisation import sounds_like
from corpus.language.span import Span
from corpus.language.vocabulary import word_list
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.named_places import KIND, short_kind

_SHORTEST = 2
"""Characters of a name in which one may be wrong."""


def right_names(plain: str, known: Gazetteer) -> Iterator[Edit]:
    """The edits, in order, that put the names of known parks in the place of misspelt ones; the text is plain."""
    end = 0
    for kind in KIND.finditer(plain):
        if kind["english"]:
            continue
        short, shortest = fold(short_kind(kind)), max(_SHORTEST, _named(plain[: kind.start()], known) + 1)
        for length in sorted({len(name) for name in known.kinds if shortest <= len(name) <= kind.start() - end}, reverse=True):
            span = Span(kind.start() - length, kind.start())
            if name := _meant(plain[slice(*span)], short, known):
                yield Edit(span, name)
                end = kind.end()
                break


def _named(before: str, known: Gazetteer) -> int:
    """Characters of the longest name of a known park that a text ends in; 0 where it ends in none."""
    return max((len(name) for name in (*known.kinds, *known.alone) if before.endswith(name)), default=0)


def _meant(typed: str, kind: str, known: Gazetteer) -> str:
    """The only known name that a misspelt one of a park of this kind stands for; empty where there is none, or several."""
    if typed in PLACE_NAMES or not typed.isalpha() or typed.isascii():
        return ""
    alike = [name for name in known.kinds if len(name) == len(typed) and (_looks_alike(typed, name) or sounds_like(typed, name))]
    if len(alike) != 1 or known.park(alike[0], kind) not in known.parks or known.is_written(typed):
        return ""
    return alike[0]


def _looks_alike(one: str, other: str) -> bool:
    """Whether one character of a name was written for one that looks like it."""
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and apart[0][1] in _look_alikes().get(apart[0][0], "")


@functools.cache
def _look_alikes() -> dict[str, str]:
    """By character, those that look like it."""
    alike: dict[str, str] = {}
    for group in word_list("look_alikes.txt"):
        for char in group:
            alike[char] = alike.get(char, "") + group
    return alike
