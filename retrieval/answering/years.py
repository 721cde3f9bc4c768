"""Which years a question for a series is about: those that it names, or else those of which the index has reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.answering.reports import Reports
from retrieval.answering.side import Side
from retrieval.question.question import Question
from retrieval.ranking.ranker import Ranked

MOST_YEARS, MOST_LISTED = 5, 6
LONG = 500
"""Days from which a time is several years."""
_AS_ONE = lazy_pattern(r"每一?年|每个?年度|年均|近年|(?:近|这|过去|最近)[几\d]+年")


def years_of(question: Question, reports: Reports) -> tuple[int, ...]:
    """Those that are listed; else the latest, in order, those without a report between others too; none where they would be no series.

    The first report may tell of the year before it. One more year than are shown: the last may not be over, and nothing be told of it.
    """
    series = question.series
    if series and series.years:
        return series.years[:MOST_LISTED]
    reported = sorted({year for report in reports.on(question.parks[0]) for year in report.years})
    if series is None or not reported:
        return ()
    first = reported[0] - 1 if series.first is None else series.first
    last = reported[-1] if series.last is None else series.last
    years = tuple(range(first, last + 1))[-MOST_YEARS - 1 :]
    return years if len(years) > 1 else ()


def without_ends(question: Question, sides: Sequence[Side], reported: Collection[int]) -> tuple[Side, ...]:
    """The years of a series without those at its ends that nothing tells and nobody could miss; the latest five.

    Missed are years that the question names, and those of which there are reports of the park, but for one that is not over and not named
    in figures.
    """
    series, years = question.series, list(sides)
    while years and not years[-1].quotes and not _is_missed(question, years[-1], reported):
        years.pop()
    while years and not years[0].quotes and not _is_missed(question, years[0], reported):
        years.pop(0)
    return tuple(years[-MOST_YEARS:] if series is None or not series.in_figures else years)


def leaves_out(question: Question, sides: Sequence[Side], reported: Collection[int]) -> bool:
    """Whether a series begins later than what was asked for, or than the reports do."""
    series, time = question.series, sides[0].time if sides else None
    if series is None or time is None:
        return False
    return time.first.year > min(reported, default=time.first.year) if series.first is None else time.first.year > series.first


def _is_missed(question: Question, side: Side, reported: Collection[int]) -> bool:
    """Whether a year that nothing tells is one to say so of."""
    series, time = question.series, side.time
    if series is None or time is None or series.in_figures:
        return True
    named = series.first is not None
    return (named or time.first.year in reported) and time.last < question.asked_on.replace(month=12, day=31)


def tells_as_one(ranked: Ranked) -> bool:
    """Whether the best sentence tells of several years together, or of every year: 近三年累计120家, 每年补贴五万元."""
    sentence = ranked.evidence.told
    return _AS_ONE.search(sentence.text) is not None or any(period.days >= LONG for period in sentence.periods)
