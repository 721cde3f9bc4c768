"""Whether a passage is about the park that a question names, whatever form of the name either uses."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.parks import without_kind

OTHER_KIND = 0.5
"""Agreement with another park of the same place: 云澜高新区 where 云澜经开区 is asked for."""
MENTIONED = 0.3
"""Agreement when the place is in the passage, but no park of it among the article's."""


def park_agreement(asked: Sequence[str], parks: Sequence[str], text: str) -> float:
    """0 to 1, averaged over the parks asked for; all names and the text are normalised."""
    if not asked:
        return 0.0
    return sum(
        max((_same(park, other) for other in parks), default=0.0) or MENTIONED * (without_kind(park) in text) for park in asked
    ) / len(asked)


def _same(asked: str, park: str) -> float:
    place, other = without_kind(asked), without_kind(park)
    if place not in other and other not in place:
        return 0.0
    return 1.0 if asked[len(place) :] == park[len(other) :] else OTHER_KIND
