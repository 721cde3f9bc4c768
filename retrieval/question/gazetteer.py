"""The parks that the indexed articles are about, so that a question may leave the kind away: 沐江2023年税收, 沐江高新, Linyue.

Grown from the parks of the articles. Alone stand only names that are surely proper ones: of zones with an official kind, after their
province or city (山东平阴经开区), or of several articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.park_kinds import kinds_in_chinese, load_park_kinds
from corpus.language.parks import without_kind
from corpus.language.places import PLACE, PLACES
from corpus.language.romanisation import ways_to_read
from retrieval.question.names import Words

_OFFICIAL = frozenset(kind.short for kind in load_park_kinds() if kind.official)
_PLACE_BEFORE = lazy_pattern(rf"^{PLACES}(?=[一-鿿]{{2}})")
_NAME = lazy_pattern(r"[一-鿿]{2,4}")
_BRACKETED = lazy_pattern(r"[（(]([一-鿿]{2,4})[)）]")
_BEGINNINGS = (2, 3)
_SEVERAL = 2
"""Articles whose park a name without a place must be."""


@dataclass(frozen=True)
class Gazetteer:
    """The known parks by proper name, normalised: 沐江 is 经开区 and 高新区."""

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The kinds of zones of every name."""
    alone: Mapping[str, str] = field(default_factory=dict)
    """What a name means that stands alone: its only park; the name itself where it has several."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """How the articles write each park."""
    is_written: Callable[[str], bool] = field(default=lambda _: False, compare=False)
    """Whether any article has a name, of whatever it is."""

    @cached_property
    def latin(self) -> Mapping[str, str]:
        """Names that stand alone by their pinyin, which only English questions need."""
        return {sound: alike[-1] for sound, alike in _by_sound((name, name) for name in self.alone).items()}

    @cached_property
    def latin_before_kind(self) -> Mapping[str, str]:
        """All names by their pinyin, but for those that share it."""
        names = _by_sound((name, name) for name in self.kinds)
        return {sound: alike[0] for sound, alike in names.items() if len(alike) == 1}

    @cached_property
    def latin_beginnings(self) -> Mapping[str, tuple[str, ...]]:
        """Parks whose name goes on behind two or three characters, or has some in brackets, by their pinyin: 浦鹿 of 浦鹿临港产业园."""
        begins: list[tuple[str, str]] = []
        for name, kinds in self.kinds.items():
            bracketed = _BRACKETED.findall(name)
            begun = [name[:length] for length in _BEGINNINGS if len(name) > length + 1] if not bracketed else []
            for beginning in (*bracketed, *begun):
                begins += [(beginning, name + kind) for kind in sorted(kinds)]
        return {sound: tuple(alike) for sound, alike in _by_sound(begins).items()}

    @cached_property
    def longest(self) -> int:
        """Characters of the longest name."""
        return max(map(len, (*self.kinds, *self.alone)), default=0)

    @property
    def parks(self) -> Collection[str]:
        """Every park, normalised."""
        return self.spellings.keys()

    def written(self, park: str) -> str:
        """A park as the articles write it."""
        return self.spellings.get(park, park)

    def park(self, name: str, kind: str) -> str:
        """The park of a name and a kind: where that is none, the only one of a kind that is one of these, as 综保区 is a 保税区."""
        known = self.kinds.get(name, frozenset())
        alike = [other for other in known if any(long.endswith(kind) for long in kinds_in_chinese()[other].long)]
        if kind not in known and len(alike) == 1:
            return name + alike[0]
        whole = self.alone.get(name, "")
        return whole if whole.endswith(kind) else name + kind


def _by_sound(names: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """What names mean, by their pinyin; by other readings than the most frequent where nothing else reads so."""
    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for name, meaning in names:
        for place, sound in enumerate(ways_to_read(name)):
            (other if place else usual)[sound].append(meaning)
    return {**other, **usual}


NO_PARKS = Gazetteer()


def grown_from(parks: Iterable[str] | Mapping[str, int], normalize: Callable[[str], str], words: Words) -> Gazetteer:
    """The gazetteer of the parks of articles: one entry for each article that has the park, or how many these are."""
    articles: dict[str, Counter[str]] = defaultdict(Counter)
    spellings: dict[str, str] = {}
    placed: set[str] = set()
    for spelling, count in Counter(parks).most_common():
        park = normalize(spelling)
        whole = without_kind(park)
        name, kind = _PLACE_BEFORE.sub("", whole), park[len(whole) :]
        if kind and not name.isascii():
            articles[name][kind] += count
            spellings.setdefault(name + kind, spelling)
            placed |= {name} if name != whole else set()
    sure = {name: kinds for name, kinds in articles.items() if name in placed or kinds.total() >= _SEVERAL}
    if not articles:
        return NO_PARKS
    return Gazetteer(
        {name: frozenset(kinds) for name, kinds in articles.items()}, _brands(sure, words) | _official(sure, placed), spellings
    )


def _official(sure: Mapping[str, Counter[str]], placed: Collection[str]) -> dict[str, str]:
    """What the names of zones with an official kind mean alone."""
    found = {}
    for name, kinds in sure.items():
        official = [kind for kind in kinds if kind in _OFFICIAL]
        if official and _is_proper(name) and (name in placed or sum(kinds[kind] for kind in official) >= _SEVERAL):
            found[name] = name + official[0] if len(official) == 1 else name
    return found


def _brands(sure: Mapping[str, Counter[str]], words: Words) -> dict[str, str]:
    """What parks are called by the part of their name that is in no dictionary: 砚岭 means 砚岭装备制造产业园."""
    parks: dict[str, list[str]] = defaultdict(list)
    for name, kinds in sure.items():
        brand = "".join(takewhile(lambda word: len(word) == 1, words(name)))
        if _is_proper(brand) and brand != name:
            parks[brand] += [name + kind for kind in kinds]
    return {brand: named[0] if len(named) == 1 else brand for brand, named in parks.items()}


def _is_proper(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and re.fullmatch(PLACE, name) is None
