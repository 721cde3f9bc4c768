"""Of which years the articles of an index tell of a park, going by their titles, or else by their days of publication."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.times import find_times
from retrieval.index.engine import Headline, Snapshot
from retrieval.ranking.park_agreement import same_park
from retrieval.text.analyzer import Analyzer
from retrieval.text.park_name import park_name


def told_years(snapshot: Snapshot, park: str, analyzer: Analyzer) -> tuple[int, ...]:
    """The years, in order, of the articles about a park; its name is normalised."""
    asked = park_name(park)
    about = (
        headline for headline in snapshot.headlines() if any(same_park(asked, park_name(analyzer.normalize(own))) for own in headline.parks)
    )
    return tuple(sorted({year for headline in about for year in _years(headline)}))


def _years(headline: Headline) -> Iterator[int]:
    if headline.published is None:
        return
    told = find_times(headline.heading, headline.published)
    yield from {time.first.year for time in told} or {headline.published.year}
