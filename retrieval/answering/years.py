"""Which years a question for a series is about: those that it names, or else those of which the index tells."""

from __future__ import annotations

from retrieval.answering.told_years import told_years
from retrieval.index.engine import Snapshot
from retrieval.question.question import Question
from retrieval.text.analyzer import Analyzer

MOST_YEARS = 5


def years_of(question: Question, snapshot: Snapshot, analyzer: Analyzer) -> tuple[int, ...]:
    """The latest five years at most, in order, those of which nothing is told between others too; none where they would be no series.

    Of the year in which the question is asked nothing need be told yet: it counts where something is.
    """
    series, told = question.series, told_years(snapshot, question.parks[0], analyzer)
    if series is None or not told:
        return ()
    first = told[0] if series.first is None else series.first
    last = told[-1] if series.last is None else series.last
    if last >= question.asked_on.year and last not in told:
        last -= 1
    years = tuple(range(first, last + 1))[-MOST_YEARS:]
    return years if len(years) > 1 else ()
