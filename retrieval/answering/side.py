"""One side of a comparison, or one year of a series: what it is called, and the quotes that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime, named_times, park_as_written
from retrieval.ranking.quote import Quote

MOST_OF_A_YEAR, NEARLY_OVER = timedelta(days=300), timedelta(days=60)
_AIM = lazy_pattern(r"以上|目标|预期|预计|力争|计划|争取|将|要|提出|\b(?:will|target|aims?|plans?|goal|expected)\b")


@dataclass(frozen=True, slots=True)
class Side:
    """A park, a time, a park in a time, or another thing that a question asks about beside others."""

    park: str | None
    """As the user wrote it; None where all sides are of one park."""
    time: NamedTime | None
    """None where all are of one time."""
    quotes: tuple[Quote, ...] = ()
    """Best first; more than one where reports give different figures, none where no report tells it."""
    confidence: float = 0.0
    thing: str | None = None
    """The part of the question that asks for it, where neither park nor time sets it apart."""

    @property
    def planned(self) -> bool:
        """Whether only what was meant to be is told: by its words, or as words of aims must be that come before the time is nearly over."""
        return any(quote.scope.planned or (self.time is not None and _is_aim(quote, self.time)) for quote in self.quotes)


def _is_aim(quote: Quote, time: NamedTime) -> bool:
    published = quote.article.published
    if published is None or time.last - time.first < MOST_OF_A_YEAR or time.last - published < NEARLY_OVER:
        return False
    return any(_AIM.search(quote.article.text[slice(*span)]) for span in quote.emphasis)


def side_of(whole: Question, part: Question, quotes: tuple[Quote, ...], confidence: float) -> Side:
    """The side that a part of a question stands for."""
    by_park, by_time = (kind in whole.differ_in for kind in (MentionKind.PARK, MentionKind.TIME))
    return Side(
        park=park_as_written(whole, part.parks[0]) if by_park else None,
        time=named_times(part)[0] if by_time else None,
        thing=None if whole.differ_in else part.text,
        quotes=quotes,
        confidence=confidence,
    )


def quotes_of(sides: Iterable[Side]) -> tuple[Quote, ...]:
    """The quotes of all sides in their order, each once: one sentence may tell of two sides."""
    told = {(quote.article.id, quote.start, quote.end): quote for side in sides for quote in side.quotes}
    return tuple(told.values())
