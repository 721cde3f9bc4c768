"""Provinces and cities of China by their short names: where the name of a park or of a newspaper begins."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from corpus.language.romanisation import romanise
from corpus.language.vocabulary import any_of, entries, word_list

PROVINCES = word_list("provinces.txt")
CITIES = word_list("cities.txt")
PLACE_NAMES = frozenset((*PROVINCES, *CITIES))
PLACE = any_of((*PROVINCES, *CITIES))
"""A pattern of them all, for use inside other patterns."""
PLACES = f"(?:{PLACE}[省市]?)+"
"""Likewise of one or several that follow one another: 山东省济南."""


@functools.cache
def places_in_latin() -> Mapping[str, str]:
    """Places by their name in Latin letters: their pinyin, or what English calls them."""
    exonyms = {exonym: place for exonym, (place,) in entries("exonyms.txt").items()}
    return {romanise(place): place for place in reversed((*PROVINCES, *CITIES))} | exonyms
