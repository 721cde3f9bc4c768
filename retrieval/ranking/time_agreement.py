"""How well the times that a passage tells fit the times that a question asks for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.language.day_ranges import Days
from corpus.language.span import Span
from corpus.language.times import TimeExpression, agreement
from retrieval.question.question import Question
from retrieval.text.article_facts import times_of_article
from retrieval.text.context import with_context
from retrieval.text.passage_facts import PassageFacts, with_times

SAME_PERIOD = 0.3
"""Agreement of a time told that lies within the time asked for, however short it is."""

LONG_PERIOD = 400
"""Days; a longer time told, such as 十四五, does not speak of a year that lies in it."""


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that a passage or its context tells, and how well it fits the times asked for."""

    text: str | None
    """As it is told; None for the day on which the article was published."""
    first: date
    last: date
    fit: float


class TimeAgreement:
    """Compares passages with the times of one question."""

    def __init__(self, question: Question) -> None:
        self.asked = question.times
        self.names_year = question.names_year
        """What names no year speaks less surely against another one."""
        self._asked_on = question.asked_on
        self._plans = question.asks_of_plans
        self._fits = functools.cache(self._fits_of)  # candidates tell the same times over and over
        self._meets = functools.cache(self._meets_any)
        self._dated: tuple[PassageFacts, PassageFacts] | None = None
        """The last passage without a date, and what it tells on the day of asking: each is looked at several times."""

    def fit(self, told: Iterable[Days]) -> float:
        """0 to 1, the mean over the times asked for; 0 where none is."""
        fits = [self._fits(first, last) for first, last in told]
        best: float = sum(map(max, zip(*fits, strict=True)))
        return best / max(1, len(self.asked))

    def met(self, facts: PassageFacts) -> bool:
        """Whether a time told overlaps one asked for, or one that a figure is of: 全年 in a report of February is the year before.

        Long periods do not count, nor plans where the question asks for none.
        """
        published = facts.passage.article.published
        ahead = published if published and not self._plans else date.max
        return any(self._meets(*days) and days[0] <= ahead for days in (*self.days_told(facts), *facts.days_of_figures))

    def days_told(self, facts: PassageFacts) -> Sequence[Days]:
        """The same as `told` tells, each once."""
        return self._resolved(facts).days_told

    def told(self, facts: PassageFacts) -> list[TimeExpression]:
        """The times that a passage and its context tell, in reading order; the day of publication comes last.

        Where the article has no date, its times are those that it would tell on the day of asking.
        """
        facts, published = self._resolved(facts), facts.passage.article.published
        own = (time for sentence in facts.sentences for time in sentence.times)
        return [*facts.context_times, *own, *([TimeExpression(published, published, Span(0, 0))] if published else [])]

    def days_of_article(self, facts: PassageFacts) -> Sequence[Days]:
        """The times that the passage's article is of, likewise."""
        article = facts.passage.article
        times = facts.article.times if article.published else times_of_article(article, self._asked_on)
        return [(time.first, time.last) for time in times]

    def explained(self, facts: PassageFacts) -> Iterator[ToldTime]:
        """The times that a passage tells, in reading order, each with its fit."""
        told, article = self.told(facts), facts.passage.article
        in_context = len(self._resolved(facts).context_times)
        for place, time in enumerate(told):
            text = with_context(facts.passage) if place < in_context else article.text
            fit = max(self._fits(time.first, time.last))
            yield ToldTime(text[slice(*time.span)] or None, time.first, time.last, fit)

    def _fits_of(self, first: date, last: date) -> tuple[float, ...]:
        """How well a time fits each of those asked for."""
        told = TimeExpression(first, last, Span(0, 0))
        return tuple(_fit(want, told) if first <= want.last and want.first <= last else 0.0 for want in self.asked)

    def _meets_any(self, first: date, last: date) -> bool:
        """Whether a time overlaps one asked for and is not too long to speak of it."""
        fits = zip(self.asked, self._fits(first, last), strict=True)
        return any(fit > 0 and (last - first).days < max(LONG_PERIOD, want.days) for want, fit in fits)

    def _resolved(self, facts: PassageFacts) -> PassageFacts:
        if facts.passage.article.published:
            return facts
        if self._dated is None or self._dated[0] is not facts:
            self._dated = facts, with_times(facts, self._asked_on)
        return self._dated[1]


def _fit(asked: TimeExpression, told: TimeExpression) -> float:
    within = asked.first <= told.first and told.last <= asked.last
    return max(agreement(asked, told), SAME_PERIOD if within else 0.0)
