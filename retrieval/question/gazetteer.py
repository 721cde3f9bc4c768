"""The parks that the indexed articles are about, so that a question may leave the kind away: 沐江2023年税收, 沐江高新, Linyue.

Grown from the parks of the articles. Only names that are surely proper ones are taken: of zones with an official kind, after their
province or city (山东平阴经开区), or of several articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from corpus.language.park_kinds import load_park_kinds
from corpus.language.parks import without_kind
from corpus.language.places import PLACE
from corpus.language.romanisation import romanise
from retrieval.index.engine import Snapshot
from retrieval.text.analyzer import Analyzer

_OFFICIAL = frozenset(kind.short for kind in load_park_kinds() if kind.official)
_SHORT = {kind.spoken: kind.short for kind in load_park_kinds() if kind.spoken}
_PLACE_BEFORE = re.compile(rf"^(?:{PLACE}[省市]?)+(?=[一-鿿]{{2}})")
_NAME = re.compile(r"[一-鿿]{2,4}")
_SHORT_KIND = rf"(?P<short>{'|'.join(_SHORT)})(?!区|技术|产业|企业|科技)"
_OTHERWISE = r"(?![省市县镇乡村路街河湖港站])"
"""What may not follow a bare name: 平阴县 is the county."""
_SEVERAL = 2
"""Articles whose park a name without a place must be."""


@dataclass(frozen=True)
class Gazetteer:
    """The kinds of zones by proper name, normalised: 沐江 is 经开区 and 高新区."""

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    mention: re.Pattern[str] = field(default_factory=lambda: re.compile(rf"(?P<name>{PLACE}){_SHORT_KIND}"))

    @cached_property
    def latin(self) -> Mapping[str, str]:
        """Proper names by their pinyin, which only English questions need."""
        return {romanise(name): name for name in self.kinds}

    def parks_in(self, text: str, found: Sequence[str]) -> Iterator[str]:
        """The parks of a normalised text that are named without their kind, and are none of those found with it."""
        for match in self.mention.finditer(text):
            name, short = match["name"], match["short"]
            if not any(name in park for park in found):
                yield name + _SHORT[short] if short else self.park_called(name)

    def park_called(self, name: str) -> str:
        """The only park of that name; the name itself where there are several."""
        kinds = self.kinds.get(name, frozenset())
        return name + next(iter(kinds)) if len(kinds) == 1 else name


NO_PARKS = Gazetteer()


def grown_from(parks: Iterable[str]) -> Gazetteer:
    """The gazetteer of the normalised parks of articles, one entry for each article that has the park."""
    kinds: dict[str, set[str]] = defaultdict(set)
    sure: set[str] = set()
    articles: Counter[str] = Counter()
    for park in parks:
        whole = without_kind(park)
        name = _PLACE_BEFORE.sub("", whole)
        kind = park[len(whole) :]
        if kind in _OFFICIAL and _NAME.fullmatch(name) and not re.fullmatch(PLACE, name):
            kinds[name].add(kind)
            articles[name] += 1
            if name != whole:
                sure.add(name)
    known = {name: frozenset(found) for name, found in kinds.items() if name in sure or articles[name] >= _SEVERAL}
    if not known:
        return NO_PARKS
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    mention = rf"(?P<name>{names}|{PLACE}(?={_SHORT_KIND.replace('?P<short>', '?:')}))(?:{_SHORT_KIND}|{_OTHERWISE})"
    return Gazetteer(known, re.compile(mention))


class GazetteerCache:
    """Keeps the gazetteer of the version in use; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: tuple[Snapshot, Gazetteer] | None = None

    def of(self, snapshot: Snapshot, analyzer: Analyzer) -> Gazetteer:
        """The gazetteer of a version, grown when it is first asked for."""
        with self._lock:
            if self._newest is None or self._newest[0] is not snapshot:
                parks = [park for headline in snapshot.headlines() for park in headline.parks]
                normalized = {park: analyzer.normalize(park) for park in set(parks)}
                self._newest = snapshot, grown_from(normalized[park] for park in parks)
            return self._newest[1]
