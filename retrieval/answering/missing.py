"""What is missing where nothing was found, as far as that is sure, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from retrieval.ranking.quote import Quote
from retrieval.text.figure_times import SHORTEST_PERIOD


class ToldTime(NamedTuple):
    """A time of which something is told: first and last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Missing:
    """Empty where nothing is sure."""

    park: str | None = None
    """A park asked about on which there is no report, in the words of the question; None where it only leaves open which is meant."""
    alike: tuple[str, ...] = ()
    """Parks with reports that may have been meant, as these write them, the likeliest first."""
    of: str | None = None
    """The park that the rest is of; None where none was asked about."""
    times: tuple[ToldTime, ...] = ()
    """The times asked for, where what was asked is told of other times only."""
    told: tuple[ToldTime, ...] = ()
    """These others, in order."""
    reported: tuple[int, ...] = ()
    """The years in which these lie and of which there are reports all the same, in order; they tell other things, or nothing was found."""
    word: str | None = None
    """A word of the question that no report on the park has, or none at all."""


def told_times(quotes: Sequence[Quote]) -> list[ToldTime]:
    """The times that quotes are of, of a day its year; of those that do not say it, the years of their reports."""
    told = ((quote.scope.first or quote.article.published, quote.scope.last or quote.article.published) for quote in quotes)
    return [_whole(first, last) for first, last in told if first and last]


def _whole(first: date, last: date) -> ToldTime:
    """A time as long as figures are summed over, a month or longer."""
    if (last - first).days + 1 >= SHORTEST_PERIOD:
        return ToldTime(first, last)
    return ToldTime(date(first.year, 1, 1), date(first.year, 12, 31))
