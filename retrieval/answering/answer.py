"""The answer to one question: quotes, best first, or the fact that nothing was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from retrieval.answering.missing import Missing
from retrieval.answering.side import Side, quotes_of
from retrieval.question.question import Question
from retrieval.question.understanding import Understanding, understanding_of
from retrieval.ranking.quote import Quote

if TYPE_CHECKING:
    from retrieval.answering.explanation import Explanation


LONG_SHOT = 3.0
"""By how much a quote must be outscored by the first to be one against twenty: scores are learned so that a difference is the logarithm of
odds (see retrieval.evaluation.tuning). Of the right quotes that came second or third on the sets learned from, one in twenty is further
behind."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`quotes` come best first, also below the threshold: then `found` is False and they are only the nearest texts."""

    question: Question
    quotes: tuple[Quote, ...]
    confidence: float
    """How sure the first quote is to answer the question, 0 to 1; of a list of reports it decides nothing."""
    found: bool
    index_version: str
    took_ms: float
    ranking: tuple[str, ...] = ()
    """Ids of all articles that came into question, best first; more than are quoted."""
    listed: int = 0
    """How many articles tell of it, where all are asked for: each is quoted once, the newest first; 0 where an answer is asked for."""
    differ: bool = False
    """Whether the first two quotes give different figures for the same thing."""
    sides: tuple[Side, ...] = ()
    """Of a question that sets parks or years beside each other: each of them, with its own quotes or none."""
    leaves_out: bool = False
    """Whether there are, or were asked for, earlier years of a series than its sides."""
    aside: tuple[Quote, ...] = ()
    """Quotes that came near the answer, but are of another time, park, office: shown on demand only."""
    explanation: Explanation | None = None
    """Only where it was asked for."""
    missing: Missing = field(default_factory=Missing)
    """Where nothing was found and it was looked for: why, and what there is instead."""

    @property
    def understood(self) -> Understanding:
        """What was understood of the question, in the user's words."""
        return understanding_of(self.question)

    @property
    def likely(self) -> tuple[Quote, ...]:
        """The quotes without long shots. Where a question was taken apart, those of its parts cannot be compared, and all stay."""
        if self.question.parts or self.listed or not self.quotes:
            return self.quotes
        first, *others = self.quotes
        near = (first, *takewhile(lambda quote: first.score - quote.score <= LONG_SHOT, others))
        return near if len(near) > 1 or not self.differ else self.quotes[:2]

    @property
    def compared(self) -> tuple[Side, ...]:
        """The sides of a question, where at least one of them is told."""
        return self.sides if any(side.quotes for side in self.sides) else ()

    @property
    def tells(self) -> bool:
        """Whether it tells what was asked for, all of it or, of several things, at least one."""
        return self.found or bool(self.compared)

    def visible(self, most: int) -> tuple[Quote, ...]:
        """The quotes to show first: those of all sides, or else up to `most` that may well answer, or come nearest."""
        if self.compared:
            return quotes_of(self.sides)
        return (self.likely if self.found else self.quotes)[:most]
