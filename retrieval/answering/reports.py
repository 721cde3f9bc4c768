"""Which reports an index version holds on which parks, and of which years: read off their headlines once for each version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of one index version."""

    every: Sequence[Report]
    by_park: Sequence[tuple[ParkName, Sequence[Report]]]

    def on(self, park: str) -> list[Report]:
        """Those on a park, whatever form of its name they use."""
        name = park_name(park)
        same = [(other, reports) for other, reports in self.by_park if park_agreement([name], [other], "") == 1]
        if all(other.text.isascii() for other, _ in same) and self._is_misheard(name):
            return []
        return [report for _, reports in same for report in reports]

    def _is_misheard(self, name: ParkName) -> bool:
        """Whether another park in Chinese sounds like one: reports in English on Linyue are on 临樾 then, and not on 临悦."""
        sound = romanise(name.text)
        return not name.text.isascii() and any(not other.text.isascii() and romanise(other.text) == sound for other, _ in self.by_park)


def reports_of(headlines: Iterable[Headline], normalize: Callable[[str], str]) -> Reports:
    """The reports by the parks that they are about."""
    every: list[Report] = []
    by_park: dict[str, list[Report]] = defaultdict(list)
    for headline in headlines:
        every.append(Report(headline))
        for park in headline.parks:
            by_park[park].append(every[-1])
    return Reports(every, [(park_name(normalize(park)), reports) for park, reports in by_park.items()])


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
        return self.kept(snapshot, lambda: reports_of(snapshot.headlines(), normalize))
