"""Chinese names of the places and parks that an English question names: Yinchuan ETDZ → 银川经开区, Hefei → 合肥.

A place is found by its pinyin; the kinds of zones have a few English names each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language.park_kinds import ENGLISH_KIND, english_kind
from corpus.language.places import places_in_latin
from corpus.language.romanisation import latin_names
from retrieval.question.gazetteer import NO_PARKS, Gazetteer

_ZONE = re.compile(rf"\b{ENGLISH_KIND}\b")
_MOST_WORDS = 3


def chinese_places(english: str, known: Gazetteer = NO_PARKS) -> tuple[str, ...]:
    """The Chinese names of the places and known parks in a lower-case text, each once; of several with one pinyin the better known."""
    names = latin_names(english)
    found = ((known.latin.get(name) or places_in_latin().get(name)) for name in names)
    return tuple(dict.fromkeys(filter(None, found)))


def chinese_parks(english: str, known: Gazetteer = NO_PARKS) -> tuple[str, ...]:
    """The Chinese names of the parks in a lower-case text whose place is known, each once, in the writing of normalised texts."""
    return tuple(dict.fromkeys(_parks(english, known)))


def _parks(english: str, known: Gazetteer) -> Iterator[str]:
    for zone in _ZONE.finditer(english):
        words = re.findall(r"[a-z'’-]+", english[: zone.start()])[-_MOST_WORDS:]
        names = ("-".join(words[start:]) for start in range(len(words)))
        if place := next((places[0] for name in names if (places := chinese_places(name, known))), None):
            yield place + english_kind(zone[0]).short
