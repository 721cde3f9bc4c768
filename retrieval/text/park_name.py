"""A park's name, taken apart once: what names of one park are compared by."""

from __future__ import annotations

from typing import NamedTuple

from corpus.language.parks import split_park


class ParkName(NamedTuple):
    """A normalised name."""

    text: str
    place: str
    """The proper name: 云澜 of 云澜经开区."""
    kind: str
    """Of the park, in its short form; empty where none is known."""


def park_name(text: str) -> ParkName:
    """Take a normalised name apart."""
    return ParkName(text, *split_park(text))
