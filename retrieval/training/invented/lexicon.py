"""The words of pages and of questions: what is told of parks, projects, companies, premises and policies, and how people ask for it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from retrieval.training.invented.lot import Lot

WHOLE = ("家", "个", "户", "件", "人", "项", "年", "%")
"""Units of which there are no parts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something of which a figure is told."""

    told: tuple[str, ...]
    """Names of an indicator; of other things, phrases with {v} for the figure."""
    asked: tuple[str, ...]
    unit: str
    range: tuple[float, float]
    english: tuple[str, ...] = ()
    """Of an indicator, names; of other things, phrases with {x} for whose it is."""

    @property
    def counts(self) -> bool:
        """Whether it says how many of a thing there are, so that some of them may be new."""
        return self.unit in ("家", "个", "户", "件")

    @property
    def is_name_only(self) -> bool:
        """Whether no way of asking brings a word of asking with it."""
        return not any(word in asked for asked in self.asked for word in ("多少", "一共", "加起来"))

    def value(self, lot: Lot) -> str:
        """A figure with its unit, more often small than large."""
        least, most = self.range
        size = least + (most - least) * lot.random() ** 2
        whole = self.unit in WHOLE or lot.happens(0.5)
        return (f"{size:.0f}" if whole else f"{size:.1f}".removesuffix(".0")) + self.unit

    def phrase(self, lot: Lot, value: str) -> str:
        """A phrase that tells the figure."""
        return lot.one(self.told).format(v=value)


@dataclass(frozen=True, slots=True)
class Promise:
    """Whom a policy favours, as it says it and as people do."""

    told: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of lexicon.toml."""

    indicators: tuple[Figure, ...]
    projects: tuple[Figure, ...]
    companies: tuple[Figure, ...]
    premises: tuple[Figure, ...]
    policies: tuple[Figure, ...]
    promises: tuple[Promise, ...]
    words: dict[str, list[str]]
    """Everything else, by name: lists of words."""


def _figures(tables: Iterable[dict[str, Any]]) -> tuple[Figure, ...]:
    return tuple(
        Figure(tuple(table["told"]), tuple(table["asked"]), table["unit"], tuple(table["range"]), tuple(table.get("english", ())))
        for table in tables
    )


def _loaded() -> Lexicon:
    tables = tomllib.loads(files("retrieval.training.invented").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    indicators, projects, companies, premises, policies = (
        _figures(tables.pop(name)) for name in ("indicators", "projects", "companies", "premises", "policies")
    )
    promises = tuple(Promise(table["told"], tuple(table["asked"])) for table in tables.pop("promises"))
    return Lexicon(indicators, projects, companies, premises, policies, promises, {name: list(words) for name, words in tables.items()})


LEXICON = _loaded()


def without(things: Sequence[Figure], told: Iterable[Figure]) -> list[Figure]:
    """Those of the things that are not told, and that no way of asking mixes up with what is."""
    taken = {name for figure in told for name in (*figure.told, *figure.asked)}
    return [figure for figure in things if taken.isdisjoint((*figure.told, *figure.asked))]
