"""Whether a passage is about the park that a question names, whatever form of the name either uses. All names and texts are normalised."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.parks import split_park, without_kind
from corpus.language.romanisation import romanise

OTHER_KIND = 0.5
"""Agreement with another park of the same place: 云澜高新区 where 云澜经开区 is asked for."""
MENTIONED = 0.3
"""Agreement when the place is in the passage, but no park of it among the article's own."""


def park_agreement(asked: Sequence[str], own: Sequence[str], text: str) -> float:
    """0 to 1, averaged over the parks asked for: with the parks that the article is about, or else with what the text mentions."""
    if not asked:
        return 0.0
    return sum(max((_same(park, other) for other in own), default=0.0) or MENTIONED * (without_kind(park) in text) for park in asked) / len(
        asked
    )


def is_other_park(asked: Sequence[str], own: Sequence[str], text: str, sentence: str) -> bool:
    """Whether the article is about other parks than any asked for and its sentence names none of these, or nothing tells of their places.

    A visit from 云澜经开区 is told in one sentence of another park's report: what the rest says is not of 云澜.
    """
    if not asked or any(park in sentence for park in asked) or any(_same(park, other) == 1.0 for park in asked for other in own):
        return False
    return bool(own) or not any(without_kind(park) in text for park in asked)


def _same(asked: str, park: str) -> float:
    (place, kind), (other, other_kind) = split_park(asked), split_park(park)
    if not _is_one_place(place, other):
        return 0.0
    return 1.0 if kind == other_kind else OTHER_KIND


def _is_one_place(place: str, other: str) -> bool:
    """Whether one name holds the other, or is its pinyin: Linyue High-tech Zone is 临樾高新区."""
    if place.isascii() != other.isascii():
        return romanise(place) == romanise(other)
    return place in other or other in place
