"""Chinese names of the places and parks that an English question names: Yinchuan ETDZ → 银川经开区, Hefei → 合肥.

A place is found by its pinyin; the kinds of zones have a few English names each.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.language.places import CITIES, PROVINCES
from corpus.language.romanisation import latin_names, romanise
from retrieval.question.gazetteer import NO_PARKS, Gazetteer

_ZONES = (
    ("经开区", r"economic(?: and | ?& ?|-)techn\w+ development (?:zone|area)|economic development (?:zone|area)|economic zone|etdz|edz"),
    ("高新区", r"(?:high|hi)[- ]?tech\w*(?: industrial)?(?: development)? (?:zone|park|area|district)|hidz"),
    ("综保区", r"(?:comprehensive|integrated) (?:bonded|free trade) zone"),
    ("保税港区", r"bonded port(?: area| zone)?"),
    ("保税区", r"bonded zone"),
    ("自贸区", r"(?:pilot )?free[- ]trade zone|ftz"),
    ("新区", r"new (?:area|district)"),
    ("工业园", r"industrial park"),
    ("科技园", r"(?:science and technology|sci-tech|technology) park"),
    ("科学城", r"science city"),
    ("软件园", r"software park"),
    ("开发区", r"development zone"),
)
_ZONE = re.compile("|".join(rf"(?P<kind{number}>\b(?:{english})\b)" for number, (_, english) in enumerate(_ZONES)))
_EXONYMS = {
    "chongqing": "重庆",
    "xiamen": "厦门",
    "shaanxi": "陕西",
    "tibet": "西藏",
    "hongkong": "香港",
    "macao": "澳门",
    "macau": "澳门",
    "harbin": "哈尔滨",
    "hohhot": "呼和浩特",
    "urumqi": "乌鲁木齐",
    "kashgar": "喀什",
    "lhasa": "拉萨",
    "ordos": "鄂尔多斯",
    "karamay": "克拉玛依",
}
"""Names of places that are not their pinyin, or not the pinyin of the most frequent readings."""
_MOST_WORDS = 3


def chinese_places(english: str, known: Gazetteer = NO_PARKS) -> tuple[str, ...]:
    """The Chinese names of the places and known parks in a lower-case text, each once; of several with one pinyin the better known."""
    names = latin_names(english)
    found = ((known.latin.get(name) or _places().get(name)) for name in names)
    return tuple(dict.fromkeys(filter(None, found)))


def chinese_parks(english: str, known: Gazetteer = NO_PARKS) -> tuple[str, ...]:
    """The Chinese names of the parks in a lower-case text whose place is known, each once, in the writing of normalised texts."""
    return tuple(dict.fromkeys(_parks(english, known)))


def _parks(english: str, known: Gazetteer) -> Iterator[str]:
    for zone in _ZONE.finditer(english):
        words = re.findall(r"[a-z'’-]+", english[: zone.start()])[-_MOST_WORDS:]
        names = ("-".join(words[start:]) for start in range(len(words)))
        if place := next((places[0] for name in names if (places := chinese_places(name, known))), None):
            yield place + _ZONES[int((zone.lastgroup or "").removeprefix("kind"))][0]


@functools.cache
def _places() -> dict[str, str]:
    """Places by their name in Latin letters."""
    return {romanise(place): place for place in reversed((*PROVINCES, *CITIES))} | _EXONYMS
