"""How well the times that a passage tells fit the times that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.language.span import Span
from corpus.language.times import TimeExpression, agreement, find_times
from retrieval.question.question import Question
from retrieval.text.context import with_context
from retrieval.text.passage import Passage

SAME_PERIOD = 0.3
"""Agreement of a time told that lies within the time asked for, however short it is."""

LONG_PERIOD = 400
"""Days; a longer time told, such as 十四五, does not speak of a year that lies in it."""

_NAMED_YEAR = re.compile(r"\d{4}|[〇零○]")
_PLAN = re.compile(r"目标|预期|预计|计划|力争|拟|将|争取|规划|到20\d\d|\bwill\b|\bplans?\b|\btarget|\bexpected\b")


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that a passage or its context tells, and how well it fits the times asked for."""

    text: str | None
    """As it is told; None for the day on which the article was published."""
    first: date
    last: date
    fit: float


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to be, or a question asks for it: 预计, 目标, 到2025年."""
    return _PLAN.search(text) is not None


@dataclass(frozen=True, slots=True)
class TimeAgreement:
    """Compares passages with the times of one question."""

    question: Question

    @property
    def names_year(self) -> bool:
        """去年 may be asked long after the report and mean its year: what names no year speaks less surely against another."""
        return any(_NAMED_YEAR.search(self.question.text[slice(*want.span)]) for want in self.question.times)

    def fit(self, told: Sequence[TimeExpression]) -> float:
        """0 to 1, the mean over the times asked for; 0 where none is."""
        asked = self.question.times
        return sum(max((_fit(want, time) for time in told), default=0.0) for want in asked) / max(1, len(asked))

    def met(self, told: Iterable[TimeExpression], published: date | None) -> bool:
        """Whether a time told overlaps one asked for. Long periods do not count, nor plans where the question asks for none."""
        ahead = published if published and not speaks_of_plans(self.question.text) else date.max
        return any(
            _fit(want, time) > 0
            for time in told
            for want in self.question.times
            if time.days <= max(LONG_PERIOD, want.days) and time.first <= ahead
        )

    def told(self, passage: Passage) -> list[TimeExpression]:
        """The times that a passage and its context tell; the day of publication comes last and has no text."""
        text, published = with_context(passage), passage.article.published
        times = find_times(text, published or self.question.asked_on)
        told = [time for time in times if not _is_yardstick(text, time)]
        return [*told, TimeExpression(published, published, Span(0, 0))] if published else told

    def explained(self, passage: Passage) -> Iterator[ToldTime]:
        """The times that a passage tells, in reading order, each with its fit."""
        text = with_context(passage)
        for time in self.told(passage):
            fit = max(_fit(want, time) for want in self.question.times)
            yield ToldTime(text[slice(*time.span)] or None, time.first, time.last, fit)


def _is_yardstick(text: str, time: TimeExpression) -> bool:
    """Whether a time is only what a figure is compared with: 比上年增长, 去年同期."""
    return text[: time.span.start].endswith(("比", "较")) or text[time.span.end :].startswith("同期")


def _fit(asked: TimeExpression, told: TimeExpression) -> float:
    within = asked.first <= told.first and told.last <= asked.last
    return max(agreement(asked, told), SAME_PERIOD if within else 0.0)
