"""What is known of a passage before any question is asked: read once, when it is indexed, and kept in the index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, groupby

from corpus.language.day_ranges import Days
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from corpus.language.table_rows import as_told
from corpus.language.times import FINGERPRINT, TimeExpression, times_within
from retrieval.text.analyzer import Analyzer
from retrieval.text.article_facts import ArticleFacts, article_facts
from retrieval.text.context import with_context
from retrieval.text.passage import Passage
from retrieval.text.periods import Period, TellingSentence, periods
from retrieval.text.plans import speaks_of_plans
from retrieval.text.splitter import sentences
from retrieval.text.told_times import told_times

FACTS = f"facts-22+{FINGERPRINT}"
"""Names the way of reading them; part of the manifest. The number changes with whatever reads a plan or a lead otherwise than before."""

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_BESIDE_FIGURE = lazy_pattern(r"(?<=\d)[ \u00a0\u2009\u202f](?=[\u4e00-\u9fff%％])|(?<=[\u4e00-\u9fff])[ \u00a0\u2009\u202f](?=\d)")
"""The blank that many set between Chinese and figures: 新增企业 24 家."""


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """One sentence of a passage."""

    span: Span
    """Offsets into the article's text."""
    text: str
    """Normalised; on one line."""
    plans: bool
    """Whether it tells of what is meant to be."""
    times: tuple[TimeExpression, ...] = ()
    """The times that begin in it, with offsets into the article's text."""
    periods: tuple[Period, ...] = ()
    """The times that its figures are of; none where nothing tells it."""


@dataclass(frozen=True, slots=True)
class PassageFacts:
    """One passage. An article without a date has no times here: what 去年 means in it depends on the day of asking, see `with_times`."""

    passage: Passage
    article: ArticleFacts
    text: str
    """Its sentences, normalised, one a line."""
    chinese: bool
    """Whether it has any Chinese character."""
    sentences: tuple[SentenceFacts, ...]
    context_times: tuple[TimeExpression, ...] = ()
    """The times that its article's title, month and parks tell, with offsets into that line."""
    days_told: tuple[Days, ...] = field(init=False, repr=False, compare=False)
    """First and last day of each time that it or its context tells, and the day of publication; each once."""
    days_of_figures: tuple[Days, ...] = field(init=False, repr=False, compare=False)
    """The same of each time that its figures are of."""

    def __post_init__(self) -> None:
        times, published = chain(self.context_times, *(each.times for each in self.sentences)), self.passage.article.published
        told = [*((time.first, time.last) for time in times), *([(published, published)] if published else [])]
        object.__setattr__(self, "days_told", tuple(dict.fromkeys(told)))
        periods = (period for sentence in self.sentences for period in sentence.periods)
        object.__setattr__(self, "days_of_figures", tuple(dict.fromkeys((period.first, period.last) for period in periods)))


def facts_of(passages: Iterable[Passage], analyzer: Analyzer) -> Iterator[PassageFacts]:
    """The facts of each passage, in their order; those of an article are read once for its passages that follow one another."""
    for article, own in groupby(passages, key=lambda passage: passage.article):
        shared, told = article_facts(article, analyzer), list(periods(article))
        for passage in own:
            facts = _timeless(passage, shared, told, analyzer)
            yield with_times(facts, article.published) if article.published else facts


def with_times(facts: PassageFacts, today: date) -> PassageFacts:
    """The same facts with the times that a text of this day would tell."""
    whole, passage = with_context(facts.passage), facts.passage
    told, context = told_times(whole, today), len(whole) - len(passage.text)
    of_passage = [_shifted(time, passage.start - context) for time in told if time.span.start >= context]
    return replace(
        facts,
        sentences=tuple(
            SentenceFacts(each.span, each.text, each.plans, times_within(each.span, of_passage), each.periods) for each in facts.sentences
        ),
        context_times=tuple(time for time in told if time.span.start < context),
    )


def own_times(facts: PassageFacts, today: date) -> Iterator[TimeExpression]:
    """The times that a passage itself tells, in reading order; where its article has no date, those that it would tell on this day."""
    dated = facts if facts.passage.article.published else with_times(facts, today)
    return (time for sentence in dated.sentences for time in sentence.times)


def _timeless(passage: Passage, article: ArticleFacts, told: Sequence[TellingSentence], analyzer: Analyzer) -> PassageFacts:
    """The facts that are the same on every day."""
    raw, start = passage.text, passage.start
    spans = sentences(raw)
    text = analyzer.normalize(
        "\n".join(_BESIDE_FIGURE.sub("", as_told(raw[slice(*span)])) for span in spans)
    )  # no sentence holds a line's end
    found = (
        SentenceFacts(
            Span(span.start + start, span.end + start), line, speaks_of_plans(line), periods=_periods_at(span.start + start, told)
        )
        for span, line in zip(spans, text.split("\n"), strict=False)
    )
    return PassageFacts(passage, article, text, _HAN.search(raw) is not None, tuple(found))


def _periods_at(place: int, told: Sequence[TellingSentence]) -> tuple[Period, ...]:
    """Those of the sentence that a place stands in."""
    before = bisect_right(told, place, key=lambda sentence: sentence[0].start) - 1
    span, found = told[before] if before >= 0 else (Span(0, 0), ())
    return found if place < span.end else ()


def _shifted(time: TimeExpression, by: int) -> TimeExpression:
    return TimeExpression(time.first, time.last, Span(time.span.start + by, time.span.end + by))
