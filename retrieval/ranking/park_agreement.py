"""Whether a passage is about the park that a question names, whatever form of the name either uses. All texts are normalised."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from corpus.language.romanisation import romanise
from retrieval.text.park_name import ParkName

OTHER_KIND = 0.5
"""Agreement with another park of the same place: 云澜高新区 where 云澜经开区 is asked for."""
MOST_PAIRS = 4096
"""Pairs of parks that are kept compared: the articles of an index are about the same ones."""
MENTIONED = 0.3
"""Agreement when the place is in the passage, but no park of it among the article's own."""


def park_agreement(asked: Sequence[ParkName], own: Sequence[ParkName], text: str) -> float:
    """0 to 1, averaged over the parks asked for: with the parks that the article is about, or else with what the text mentions."""
    return sum(_agreement(park, own, text) for park in asked) / len(asked) if asked else 0.0


def same_park(one: ParkName, other: ParkName) -> bool:
    """Whether two names are of one park."""
    return _same(one, other) == 1.0


def _agreement(asked: ParkName, own: Sequence[ParkName], text: str) -> float:
    return max((_same(asked, other) for other in own), default=0.0) or MENTIONED * (asked.place in text)


@functools.lru_cache(MOST_PAIRS)
def _same(asked: ParkName, park: ParkName) -> float:
    if not _is_one_place(asked.place, park.place):
        return 0.0
    return 1.0 if asked.kind == park.kind else OTHER_KIND


def _is_one_place(place: str, other: str) -> bool:
    """Whether one name holds the other, or is its pinyin: Linyue High-tech Zone is 临樾高新区."""
    if place.isascii() != other.isascii():
        return romanise(place) == romanise(other)
    return place in other or other in place
