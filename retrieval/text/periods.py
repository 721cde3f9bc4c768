"""Of which time the figures of a sentence are: as it tells, else as the sentences before it, the title or the lead do.

The day of publication is none of them: a report of January tells of the year before. Nor is a time that a figure is compared with, nor the
year in the name of a meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from corpus.article import Article
from corpus.language.day_ranges import Days
from corpus.language.span import Span
from corpus.language.table_rows import cells_of
from retrieval.text.clauses import Clause, clauses
from retrieval.text.figure_times import SHORTEST_PERIOD, figure_times
from retrieval.text.items import is_item, is_named_item
from retrieval.text.plans import announces_list
from retrieval.text.row_clauses import row_clauses
from retrieval.text.sections import NOTHING_TOLD, section_at, sections
from retrieval.text.splitter import sentences
from retrieval.text.time_headings import heading_above, time_headings

_LIST_BEGINS, _LIST_GOES_ON = "：:", "；;"
_RECENT = 60
"""Days within which the day of a lead is that of what is reported: the opening of a park three years ago is not."""


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


class _Carried(NamedTuple):
    """What was told before a sentence."""

    times: Sequence[Days] = ()
    planned: bool = False


TellingSentence = tuple[Span, tuple[Period, ...]]


def periods(article: Article) -> Iterator[TellingSentence]:
    """Each sentence of an article, in order, with the times that its figures are of; none where nothing tells it."""
    text, published = article.text, article.published
    spans = sentences(text)
    start = _start(article, text[slice(*spans[0])] if spans else "")
    headings, parts = time_headings(text, published, start), sections(text, published)
    carried, before = _Carried(start), 0
    told: Callable[[], _Carried] = _Carried
    head: _Carried | None = None
    section = NOTHING_TOLD
    for span in spans:
        line = text[slice(*span)]
        headed = heading_above(span.start, headings)
        above_it, section = section, section_at(span.start, parts)
        titled = (section.days,) if section.days else start
        opening, told_on = ((headed,), headed[1]) if headed else (titled, published)
        if "\n" in text[before : span.start] or not before:
            head = head if section is above_it else None  # a list ends with its section
            above = head or (told() if section is above_it else _Carried())
            marked = is_item(line) or (above.planned and is_named_item(line))
            goes_on = not cells_of(line) and (marked or carried.planned)
            head = (head or _Carried(above.times or opening, above.planned or section.planned)) if goes_on else None
            carried = head or _Carried(_part_of_title(opening, carried.times), carried.planned or section.planned)
        found = list(_clauses(line, told_on, carried.times, planned=carried.planned, throughout=section.planned))
        yield span, tuple(_periods(_with_figures(found), span.start))
        told = partial(_told_for_list, line, found, told_on)  # read again only where a paragraph follows
        if head is not None and not head.times:
            head = _Carried(told().times, head.planned)
        listing = line[-1] in _LIST_BEGINS or (carried.planned and line[-1] in _LIST_GOES_ON)
        listed = listing and bool(found) and found[-1].planned  # a list of what is meant to be follows
        planned = listed or section.planned
        carried, before = _Carried(_summed_over(day for clause in found for day in clause.times) or carried.times, planned), span.end


def _told_for_list(sentence: str, found: Sequence[Clause], published: date | None) -> _Carried:
    """What a sentence tells of a list that follows it: its own times, and whether it announces aims."""
    own = [(time.first, time.last) for time in figure_times(sentence, published, ()) if time.days >= SHORTEST_PERIOD]
    announced = announces_list(sentence) and bool(found) and found[-1].planned
    aims = announced or (bool(found) and found[-1].planned and sentence[-1] in _LIST_BEGINS)
    return _Carried(tuple(dict.fromkeys(own)) or (found[-1].times if aims else ()), aims)


def _start(article: Article, lead: str) -> Sequence[Days]:
    """The times of which a paragraph is that tells none: those of the title, else those of the lead that are not long past."""
    if titled := _subject(article.title or "", article.published):
        return titled
    told = [] if cells_of(lead) else _subject(lead, article.published)
    return [(first, last) for first, last in told if last > first or not article.published or (article.published - last).days < _RECENT]


def _part_of_title(titled: Sequence[Days], told: Sequence[Days]) -> Sequence[Days]:
    """The times that a new paragraph is of: where a title names several, it goes on with those of them told last."""
    return [days for days in titled if days in told] or titled


def _clauses(sentence: str, published: date | None, carried: Sequence[Days], *, planned: bool, throughout: bool) -> Iterator[Clause]:
    if cells := cells_of(sentence):
        return row_clauses(cells, sentence, published, carried)
    return clauses(sentence, published, carried, planned=planned, throughout=throughout)


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
