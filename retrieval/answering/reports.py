"""Which reports an index version holds on which parks, and of which years: read off their headlines when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.language.romanisation import romanise
from corpus.language.times import find_times
from retrieval.answering.version_cache import VersionCache
from retrieval.index.engine import Headline, Snapshot
from retrieval.ranking.park_agreement import park_agreement
from retrieval.text.park_name import ParkName, park_name

LONGEST = 400
"""Days of a time in a headline that tells the year of a report; 十四五 does not."""


@dataclass(frozen=True, eq=False)
class Report:
    """An article by its headline."""

    headline: Headline

    @property
    def id(self) -> str:
        return self.headline.id

    @cached_property
    def years(self) -> frozenset[int]:
        """Those told by the headline, read off it when they are first asked for."""
        return years_told(self.headline)


@dataclass(frozen=True)
class Reports:
    """The reports of one index version; no headline is read for a park that none is on."""

    parks: Mapping[str, ParkName]
    """Each park by what the articles call it."""
    headlines: Callable[[], Iterable[Headline]]

    @cached_property
    def every(self) -> Sequence[Report]:
        """All of them."""
        return [Report(headline) for headline in self.headlines()]

    def on(self, park: str) -> list[Report]:
        """Those on a park, whatever form of its name they use."""
        name = park_name(park)
        same = {written: other for written, other in self.parks.items() if park_agreement([name], [other], "") == 1}
        if not same or (all(other.text.isascii() for other in same.values()) and self._is_misheard(name)):
            return []
        return [report for report in self.every if not same.keys().isdisjoint(report.headline.parks)]

    def _is_misheard(self, name: ParkName) -> bool:
        """Whether another park in Chinese sounds like one: reports in English on Linyue are on 临樾 then, and not on 临悦."""
        sound = romanise(name.text)
        others = (other.text for other in self.parks.values() if not other.text.isascii())
        return not name.text.isascii() and any(romanise(other) == sound for other in others)


def reports_of(snapshot: Snapshot, normalize: Callable[[str], str]) -> Reports:
    """The reports of a version, which stays open while they are in use."""
    return Reports({park: park_name(normalize(park)) for park in snapshot.parks()}, snapshot.headlines)


def years_told(headline: Headline) -> frozenset[int]:
    """The years that a headline and its day of publication are in; none of what has no day."""
    return frozenset(_years(headline.heading, headline.published)) if headline.published else frozenset()


def _years(heading: str, published: date) -> Iterator[int]:
    yield published.year
    for time in find_times(heading, published):
        yield from range(time.first.year, time.last.year + 1) if time.days <= LONGEST else ()


class ReportsCache(VersionCache[Reports]):
    """Keeps those of the newest version."""

    def of(self, snapshot: Snapshot, normalize: Callable[[str], str]) -> Reports:
        """The reports of a version."""
        return self.kept(snapshot, lambda: reports_of(snapshot, normalize))
