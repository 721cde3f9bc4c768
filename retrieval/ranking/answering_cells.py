"""Which cell of a quoted row of a table answers: the one of the time asked for, under the header that names what is asked.

A row tells several figures beside each other, and only their headers say which is which.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.table_rows import Cell, cells_of
from corpus.language.times import TimeExpression, agreement
from retrieval.question.question import Question
from retrieval.ranking.answering_figure import shared_pairs
from retrieval.ranking.quote import Quote
from retrieval.text.clauses import Clause
from retrieval.text.row_clauses import row_clauses

_IN_WORDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.LIST)
"""Kinds of questions that no figure answers."""

_GROWTH = lazy_pattern(r"增速|增长|增幅|降幅|同比|环比|增减|[比较]上年|[比较]去年")


class _Fit(NamedTuple):
    """How well a cell answers; the first that differs decides."""

    growth: bool
    """Whether both or neither are of growth, of which the header tells no year: 2023年, 比上年."""
    time: float
    header: int
    """Pairs of characters of the question in its header."""
    unit: bool
    latest: int
    """Where no time is asked for, the last day that its figure is of counts."""


def with_cells(quotes: Sequence[Quote], question: Question, normalize: Callable[[str], str]) -> tuple[Quote, ...]:
    """The quotes; of those whose answering sentence is a row, the value of the cell that answers is their very answer."""
    return tuple(_with_cell(quote, question, normalize) for quote in quotes)


def _with_cell(quote: Quote, question: Question, normalize: Callable[[str], str]) -> Quote:
    [row] = quote.emphasis[:1] or [Span(quote.start, quote.end)]
    line = quote.article.text[slice(*row)]
    cells = cells_of(line)
    if not cells:
        return quote
    clauses = row_clauses(cells, line, quote.article.published, ())
    asked = _without([normalize(cell.value) for cell in cells], question.plain)
    found = [(_fit(cell, clause, question, asked, normalize), cell) for cell, clause in zip(cells, clauses, strict=True)]
    fits = sorted(((fit, cell) for fit, cell in found if fit), key=lambda pair: pair[0], reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return quote
    return replace(quote, answer=fits[0][1].of_value.moved(row.start))


def _without(values: Iterable[str], plain: str) -> str:
    """The question without what names the row: 一般公共预算收入 asks for no 预算."""
    return functools.reduce(lambda text, value: text.replace(value, " ") if value else text, values, plain)


def _fit(cell: Cell, clause: Clause, question: Question, asked: str, normalize: Callable[[str], str]) -> _Fit | None:
    """None where a cell is no answer: of another kind, without a header, or named by the question itself."""
    header, value = normalize(cell.header), normalize(cell.value)
    if not header or not value or value in question.plain:
        return None
    if (cell.figure and question.kind in _IN_WORDS) or (question.kind is Kind.NUMBER and not clause.figure):
        return None
    own = [agreement(time, TimeExpression(*days, Span(0, 0))) for time in question.times for days in clause.times]
    other_way = bool(_GROWTH.search(header)) != bool(_GROWTH.search(asked))
    unit = question.unit is not None and (question.unit in header or question.unit in value)
    latest = 0 if question.times else max((last.toordinal() for _, last in clause.times), default=0)
    return _Fit(not other_way, max(own, default=0.0), shared_pairs(asked, header), unit, latest)
