"""The kinds of parks and their writings: the rows of park_kinds.toml, and which kind a writing means."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any

from corpus.language.vocabulary import any_of, table, words


class Doubt(StrEnum):
    """Before which kinds a wording may be no name at all, but part of an ordinary phrase."""

    NONE = "none"
    SHORT_NAMES = "short names"
    ALL_NAMES = "all names"


@dataclass(frozen=True, slots=True)
class ParkKind:
    """One kind of park. All Chinese writings are simplified, all English ones lower case."""

    short: str
    long: tuple[str, ...]
    spoken: str | None
    english: tuple[str, ...]
    official: bool
    doubtful: Doubt

    @property
    def chinese(self) -> tuple[str, ...]:
        """Every full writing: 经开区, 经济技术开发区, 经济开发区."""
        return self.short, *self.long


@functools.cache
def load_park_kinds() -> tuple[ParkKind, ...]:
    """The rows of the table."""
    return tuple(map(_kind, table("park_kinds.toml")["kind"]))


def _kind(row: Mapping[str, Any]) -> ParkKind:
    return ParkKind(
        short=row["short"],
        long=words(row.get("long", "")),
        spoken=row.get("spoken"),
        english=tuple(name for pattern in row.get("english", ()) for name in _spelled_out(pattern)),
        official=row.get("official", False),
        doubtful=Doubt(row.get("doubtful", "none")),
    )


def _spelled_out(pattern: str) -> Iterator[str]:
    """Every name that a pattern with alternatives stands for: bonded (zone|area) → bonded zone, bonded area."""
    pieces = re.split(r"[()]", pattern)
    return map("".join, product(*(piece.split("|") for piece in pieces)))


@functools.cache
def kinds_in_chinese() -> Mapping[str, ParkKind]:
    """The kinds by each of their full Chinese writings."""
    return {writing: kind for kind in load_park_kinds() for writing in kind.chinese}


def english_kind(name: str) -> ParkKind:
    """The kind that a name means which ENGLISH_KIND matches."""
    return _kinds_in_english()[_run_together(name)]


@functools.cache
def _kinds_in_english() -> Mapping[str, ParkKind]:
    return {_run_together(name): kind for kind in load_park_kinds() for name in kind.english}


def _run_together(name: str) -> str:
    return re.sub("[ -]", "", name.lower())


CHINESE_KIND = any_of(kinds_in_chinese())
"""A pattern of the Chinese writings."""
ENGLISH_KIND = any_of(re.escape(name).replace(r"\-", "[- ]?") for kind in load_park_kinds() for name in kind.english)
"""A pattern of the English names in lower case."""
