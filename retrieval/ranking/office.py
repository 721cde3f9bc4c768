"""Offices: what is known of one, and which ones a text names; their names stand in offices.toml."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table

_BEFORE = lazy_pattern(r"[一-鿿]*$")
_LONGEST = 14
_TEXTS_IN_MEMORY = 4096
"""Sentences whose offices are kept: people ask about the same reports."""
_LEFT = lazy_pattern(r"[一-鿿]{0,2}职务|\(?职务")
"""What follows an office that somebody leaves: 免去宋樵的局长职务."""
_TAKEN = lazy_pattern(r"(?<!现)(?<!兼)任[^，。；,;]*$")


class Office(NamedTuple):
    """An office that a text names."""

    name: str
    vice: bool
    before: str
    """The run of Chinese characters right before it."""
    start: int
    end: int


class AskedOffice(NamedTuple):
    """An office whose holder is asked for."""

    name: str
    """In the table of offices, or what it may be called by: see `meant_offices`."""
    vice: bool = False
    organs: tuple[str, ...] = ()
    """What it is of, as that may be called; empty where nothing is named."""


class _Table(NamedTuple):
    names: dict[str, str]
    """By group of the pattern, the office."""
    pattern: re.Pattern[str]
    organ: re.Pattern[str]
    own: re.Pattern[str]
    patterns: dict[str, str]
    """By office, how it is written."""
    company: tuple[str, ...]
    meant: dict[str, tuple[str, ...]]


@functools.cache
def _table() -> _Table:
    listed = table("offices.toml")
    offices: dict[str, str] = listed["offices"]
    names = {f"o{place}": name for place, name in enumerate(sorted(offices, key=len, reverse=True))}
    words = "|".join(f"(?P<{group}>{offices[name]})" for group, name in names.items())
    return _Table(
        names,
        re.compile(f"(?P<vice>{listed['vice']})?(?:{words})"),
        re.compile(f"(?:{listed['organs']})$"),
        re.compile(f"(?:{listed['own']})$"),
        offices,
        tuple(listed["company"]),
        {word: tuple(offices) for word, offices in listed["meant"].items()},
    )


def meant_offices(name: str) -> tuple[str, ...]:
    """The offices that an office's name may mean: of 老板 several, of most itself."""
    return _table().meant.get(name, (name,))


def company_offices() -> tuple[str, ...]:
    """Those that companies have."""
    return _table().company


def writing_of(offices: Iterable[str]) -> str:
    """A pattern of how any of these is written."""
    return "|".join(_table().patterns[office] for office in offices)


def organ_of(text: str) -> str:
    """The organ whose name a text ends with; empty where there is none."""
    organ = _table().organ.search(text)
    return organ[0] if organ else ""


def is_own(organ: str) -> bool:
    """Whether that is meant where none is named: the 主任 of a zone is that of its 管委会."""
    return _table().own.search(organ) is not None


@functools.lru_cache(_TEXTS_IN_MEMORY)
def offices_told(text: str, *, with_left: bool = False) -> tuple[Office, ...]:
    """The offices that a normalised text names; `with_left` also those that somebody leaves."""
    return tuple(_found_offices(text, with_left=with_left))


def _found_offices(text: str, *, with_left: bool) -> Iterator[Office]:
    for match in _table().pattern.finditer(text):
        if not with_left and _LEFT.match(text, match.end()) and not _TAKEN.search(text, 0, match.start()):
            continue
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        vice = match["vice"] is not None or match[0] == "副总"
        yield Office(_table().names[match.lastgroup or ""], vice, before[0] if before else "", *match.span())
