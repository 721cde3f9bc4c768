"""The cells of a table's row as clauses: each of the time that its header tells, else of the one that the row is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.table_rows import Cell
from corpus.language.times import TimeExpression, times_within
from retrieval.text.clauses import Clause, has_figure
from retrieval.text.figure_times import figure_times
from retrieval.text.plans import announces

_TIME_OF_ROW = lazy_pattern(r"(?:报告|统计|所属)?(?:年份|年度|月份|年月|季度|时间|时期|期间|日期|[年月])")
"""Headers of a time that the other cells of the row are of, as the first cell and one without a header are; 开工时间 is not."""
_OF_THE_SAME = lazy_pattern(r"(?:同比|环比|比上?年|较上?年|增速|增幅|增长|占比|比重|升降|±).{0,6}")
"""Headers of what is said of the figure in the cell before."""


def row_clauses(cells: Sequence[Cell], line: str, published: date | None, carried: Sequence[Days]) -> Iterator[Clause]:
    """One for each cell of a row, in order; `carried` is what was told before it."""
    times = figure_times(line, published, carried)
    telling = [cell for cell in cells if cell is cells[0] or not cell.header or _TIME_OF_ROW.fullmatch(cell.header)]
    year = _year_of([time for cell in telling for time in times_within(cell.of_value, times)] or ([] if published else carried))
    if year:  # its months are those of that year, whenever it was written
        times = figure_times(line, date(year, 12, 31), carried)
    of_row = _narrowest(_days(time for cell in telling for time in times_within(cell.of_value, times))) or tuple(carried)
    before = of_row
    for cell in cells:
        own = times_within(cell.span, times)
        before = _days(own) or (before if _OF_THE_SAME.fullmatch(cell.header) else of_row)
        yield Clause(cell.span, before, announces(f"{cell.header}{cell.value}"), cell.figure and has_figure(line, cell.of_value, own))


def _year_of(times: Sequence[TimeExpression | Days]) -> int | None:
    """The one whole year that a row is of."""
    spans = {(time.first, time.last) if isinstance(time, TimeExpression) else time for time in times}
    years = {first.year for first, last in spans if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31))}
    return years.pop() if len(years) == 1 else None


def _narrowest(told: tuple[Days, ...]) -> tuple[Days, ...]:
    """Without a year where its month is told beside it."""
    return tuple(days for days in told if not any(days[0] <= other[0] and other[1] <= days[1] and other != days for other in told))


def _days(times: Iterable[TimeExpression]) -> tuple[Days, ...]:
    return tuple((time.first, time.last) for time in times)
