"""Of which time the figures of a sentence are: as it tells, else as the sentences before it, the title or the lead do.

The day of publication is none of them: a report of January tells of the year before. Nor is a time that a figure is compared with, nor the
year in the name of a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from corpus.article import Article
from corpus.language.day_ranges import Days
from corpus.language.span import Span
from corpus.language.table_rows import cells_of
from retrieval.text.clauses import Clause, clauses
from retrieval.text.row_clauses import row_clauses
from retrieval.text.splitter import sentences

SHORTEST_PERIOD = 28
"""Days from which a time is one that figures are summed over: a month."""

_LIST_BEGINS, _LIST_GOES_ON = "：:", "；;"


class Period(NamedTuple):
    """A time that something in a sentence is of."""

    first: date
    last: date
    planned: bool
    """Whether it is told of as what is meant to be."""
    span: Span
    """The clauses that are of it; offsets into the article's text."""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


TellingSentence = tuple[Span, tuple[Period, ...]]


def periods(article: Article) -> Iterator[TellingSentence]:
    """Each sentence of an article, in order, with the times that its figures are of; none where nothing tells it."""
    text, published = article.text, article.published
    spans = sentences(text)
    lead = text[slice(*spans[0])] if spans else ""
    start = _subject(article.title or "", published) or ([] if cells_of(lead) else _subject(lead, published))
    carried, before, planned = start, 0, False
    for span in spans:
        if "\n" in text[before : span.start]:
            carried = start
        found = list(_clauses(text[slice(*span)], published, carried, planned=planned))
        yield span, tuple(_periods(_with_figures(found), span.start))
        listing = text[span.end - 1] in _LIST_BEGINS or (planned and text[span.end - 1] in _LIST_GOES_ON)
        planned = listing and bool(found) and found[-1].planned  # a list of what is meant to be follows
        carried, before = _summed_over(day for clause in found for day in clause.times) or carried, span.end


def _clauses(sentence: str, published: date | None, carried: Sequence[Days], *, planned: bool) -> Iterator[Clause]:
    if cells := cells_of(sentence):
        return row_clauses(cells, sentence, published, carried)
    return clauses(sentence, published, carried, planned=planned)


def _subject(text: str, published: date | None) -> Sequence[Days]:
    """The times that a title or lead tells of; what is only planned, where it tells of nothing else."""
    found = list(clauses(text, published, ()))
    results = [days for clause in found if not clause.planned for days in clause.times]
    return _summed_over(results or (days for clause in found for days in clause.times))


def _summed_over(told: Iterable[Days]) -> Sequence[Days]:
    """The times that figures are summed over; where only days are told, these."""
    times = list(dict.fromkeys(told))
    return [(first, last) for first, last in times if (last - first).days + 1 >= SHORTEST_PERIOD] or times


def _with_figures(found: Sequence[Clause]) -> Sequence[Clause]:
    return [clause for clause in found if clause.figure] or found


def _periods(found: Sequence[Clause], start: int) -> Iterator[Period]:
    """Clauses that follow one another and are of the same times, as one."""
    for (times, planned), group in groupby(found, key=lambda clause: (clause.times, clause.planned)):
        together = list(group)
        span = Span(start + together[0].span.start, start + together[-1].span.end)
        yield from (Period(first, last, planned, span) for first, last in times)
