"""The parks that the indexed articles are about, so that a question may leave the kind away: 沐江2023年税收, 沐江高新, Linyue.

Grown from the parks of the articles. Alone stand only names that are surely proper ones: of zones with an official kind, after their
province or city (山东平阴经开区), or of several articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from corpus.language.park_kinds import load_park_kinds
from corpus.language.parks import without_kind
from corpus.language.places import PLACE
from corpus.language.romanisation import romanise

_OFFICIAL = frozenset(kind.short for kind in load_park_kinds() if kind.official)
_PLACE_BEFORE = re.compile(rf"^(?:{PLACE}[省市]?)+(?=[一-鿿]{{2}})")
_NAME = re.compile(r"[一-鿿]{2,4}")
_SEVERAL = 2
"""Articles whose park a name without a place must be."""


@dataclass(frozen=True)
class Gazetteer:
    """The known parks by proper name, normalised: 沐江 is 经开区 and 高新区."""

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The kinds of zones of every name."""
    alone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Names that mean a park also without a kind, and the official kinds that they may be."""

    spellings: Mapping[str, str] = field(default_factory=dict)
    """How the articles write each park."""

    @cached_property
    def latin(self) -> Mapping[str, str]:
        """Names that stand alone by their pinyin, which only English questions need."""
        return {romanise(name): name for name in self.alone}

    @cached_property
    def parks(self) -> frozenset[str]:
        """Every park, normalised."""
        return frozenset(name + kind for name, kinds in self.kinds.items() for kind in kinds)

    @cached_property
    def longest(self) -> int:
        """Characters of the longest name."""
        return max(map(len, self.kinds), default=0)

    def written(self, park: str) -> str:
        """A normalised park as the articles write it."""
        return self.spellings.get(park, park)

    def park_called(self, name: str) -> str:
        """The only park of a name that stands alone; the name itself where there are several or none."""
        kinds = self.alone.get(name, frozenset())
        return name + next(iter(kinds)) if len(kinds) == 1 else name


NO_PARKS = Gazetteer()


def grown_from(parks: Iterable[str], normalize: Callable[[str], str] = str) -> Gazetteer:
    """The gazetteer of the parks of articles, one entry for each article that has the park."""
    written = Counter(parks)
    kinds: dict[str, set[str]] = defaultdict(set)
    articles: Counter[str] = Counter()
    sure: set[str] = set()
    spellings: dict[str, str] = {}
    for spelling, count in written.most_common():
        park = normalize(spelling)
        whole = without_kind(park)
        name, kind = _PLACE_BEFORE.sub("", whole), park[len(whole) :]
        if kind and not name.isascii():
            kinds[name].add(kind)
            spellings.setdefault(name + kind, spelling)
        if kind in _OFFICIAL and _NAME.fullmatch(name) and not re.fullmatch(PLACE, name):
            articles[name] += count
            if name != whole or articles[name] >= _SEVERAL:
                sure.add(name)
    known = {name: frozenset(found) for name, found in kinds.items()}
    return Gazetteer(known, {name: known[name] & _OFFICIAL for name in known if name in sure}, spellings) if known else NO_PARKS
