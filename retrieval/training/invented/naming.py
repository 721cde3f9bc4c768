"""Names of places, parks, firms and people that nobody bears."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.training.invented.lexicon import LEXICON
from retrieval.training.invented.lot import Lot

WORDS = LEXICON.words
KINDS = {
    "经济技术开发区": (("经开区", "经开", "经济技术开发区"), "Economic Development Zone"),
    "高新技术产业开发区": (("高新区", "高新", "高新技术产业开发区"), "High-tech Zone"),
    "综合保税区": (("综保区", "综保", "综合保税区"), "Bonded Zone"),
    "产业园区": (("产业园区", "产业园"), "Industrial Park"),
    "工业园区": (("工业园区", "工业园"), "Industrial Park"),
}
"""Kinds of parks by their whole name: how they are called for short, and in English."""


@dataclass(frozen=True, slots=True)
class Park:
    """A park, and how it is called."""

    place: str
    kind: str

    @property
    def full(self) -> str:
        return f"{self.place}{self.kind}"

    @property
    def shorts(self) -> tuple[str, ...]:
        return tuple(f"{self.place}{short}" for short in KINDS[self.kind][0])

    @property
    def short(self) -> str:
        return self.shorts[0]

    @property
    def in_english(self) -> str:
        return KINDS[self.kind][1]

    def called(self, lot: Lot) -> str:
        """One of its names: mostly a short one, seldom the place alone."""
        return lot.one([*self.shorts * 3, self.full, self.full, self.place])

    def sister(self, lot: Lot) -> Park:
        """A park of another kind in the same place."""
        return Park(self.place, lot.one([kind for kind in KINDS if kind != self.kind]))

    def elsewhere(self, lot: Lot) -> Park:
        """A park of the same kind in another place."""
        return Park(place(lot, but=self.place), self.kind)


def park(lot: Lot) -> Park:
    """Any park."""
    return Park(place(lot), lot.one(list(KINDS)))


def place(lot: Lot, but: str = "") -> str:
    """Any place but one."""
    while (name := lot.one(WORDS["place_beginnings"]) + lot.one(WORDS["place_endings"])) == but:
        pass
    return name


def firm(lot: Lot, but: str = "", beginning: str = "") -> str:
    """Any firm but one; of nearly its name where its beginning is given."""
    letters = WORDS["firm_beginnings"]
    while (name := (beginning or lot.one(letters)) + lot.one(letters) + lot.one(WORDS["firm_endings"])) == but:
        pass
    return name


def people(lot: Lot, count: int) -> list[str]:
    """So many people of different names."""
    names: dict[str, None] = {}
    while len(names) < count:
        given = "".join(lot.one(WORDS["given_names"]) for _ in range(lot.one([1, 2, 2])))
        names[lot.one(WORDS["surnames"]) + given] = None
    return list(names)
