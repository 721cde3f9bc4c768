"""Which years a question for a series is about: those that it names, or else those of which the index has reports."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.answering.reports import Reports
from retrieval.answering.side import Side
from retrieval.question.question import Question
from retrieval.ranking.ranker import Ranked

MOST_YEARS = 5
LONG = 500
"""Days from which a time is several years."""
_AS_ONE = lazy_pattern(r"每一?年|每个?年度|年均|近年|(?:近|这|过去|最近)[几\d]+年")


def years_of(question: Question, reports: Reports) -> tuple[int, ...]:
    """The latest years, in order, those without a report between others too; none where they would be no series.

    The first report may tell of the year before it. One more year than are shown: the last may not be over, and nothing be told of it.
    """
    series = question.series
    reported = sorted({year for report in reports.on(question.parks[0]) for year in report.years})
    if series is None or not reported:
        return ()
    first = reported[0] - 1 if series.first is None else series.first
    last = reported[-1] if series.last is None else series.last
    years = tuple(range(first, last + 1))[-MOST_YEARS - 1 :]
    return years if len(years) > 1 else ()


def without_ends(question: Question, sides: Sequence[Side]) -> tuple[Side, ...]:
    """The years of a series without those at its ends that nothing tells and nobody named, nor one that is not over; the latest five."""
    years = list(sides)
    named = question.series is not None and question.series.first is not None
    while years and not years[-1].quotes and (not named or _is_not_over(question, years[-1])):
        years.pop()
    while years and not years[0].quotes and not named:
        years.pop(0)
    return tuple(years[-MOST_YEARS:])


def _is_not_over(question: Question, side: Side) -> bool:
    return side.time is not None and side.time.last >= question.asked_on.replace(month=12, day=31)


def tells_as_one(ranked: Ranked) -> bool:
    """Whether the best sentence tells of several years together, or of every year: 近三年累计120家, 每年补贴五万元."""
    sentence = ranked.evidence.told
    return _AS_ONE.search(sentence.text) is not None or any(period.days >= LONG for period in sentence.periods)
