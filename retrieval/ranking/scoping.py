"""Finds what the answering sentence of a quote is of: its park, and the time of its figures. What is not sure is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.language.folding import fold
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parks import find_park_mentions, split_park
from corpus.language.span import Span
from corpus.language.times import TimeExpression, agreement
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.scope import Scope
from retrieval.text.figure_times import SHORTEST_PERIOD
from retrieval.text.passage_facts import PassageFacts, SentenceFacts
from retrieval.text.periods import Period

Normalize = Callable[[str], str]

_OPEN_ENDED = lazy_pattern(r"[^，,。；;]{0,12}(?:以来|至今|以后)")
"""What makes of a time the beginning of another one: 2018年9月开园以来."""


def with_scopes(quotes: Sequence[Quote], found: Iterable[Ranked], asked: Sequence[TimeExpression], normalize: Normalize) -> list[Quote]:
    """The quotes, each with its scope: from the passages that were found, and the times that were asked for."""
    passages = [ranked.evidence.facts for ranked in found]
    return [replace(quote, scope=_scope(quote, passages, asked, normalize)) for quote in quotes]


def _scope(quote: Quote, passages: Iterable[PassageFacts], asked: Sequence[TimeExpression], normalize: Normalize) -> Scope:
    sentence = next(iter(quote.emphasis), Span(quote.start, quote.start))
    for facts, told in _sentences(quote.article.id, passages):
        if told.span.overlaps(sentence):
            period = _period(told, quote, asked)
            parks = _parks(facts, told, normalize)
            return Scope(parks, period.first, period.last, period.planned) if period else Scope(parks)
    return Scope()


def _sentences(article: str, passages: Iterable[PassageFacts]) -> Iterator[tuple[PassageFacts, SentenceFacts]]:
    return ((facts, told) for facts in passages if facts.passage.article.id == article for told in facts.sentences)


def _period(told: SentenceFacts, quote: Quote, asked: Sequence[TimeExpression]) -> Period | None:
    """The time of the words that answer; else the only one, or of several the one that was asked for."""
    answer = quote.answer or Span(quote.start, quote.end)
    periods = [period for period in told.periods if period.span.overlaps(answer)] or told.periods
    distinct = list({period[:3]: period for period in periods}.values())
    if len(distinct) > 1 and asked:
        fits = [max(agreement(want, _time(period)) for want in asked) for period in distinct]
        best = max(fits)
        distinct = [period for period, fit in zip(distinct, fits, strict=True) if fit == best > 0]
    if len(distinct) != 1 or _is_looked_back_on(distinct[0], quote, asked):
        return None
    return distinct[0] if _is_sure(distinct[0], told, quote) else None


def _is_looked_back_on(period: Period, quote: Quote, asked: Sequence[TimeExpression]) -> bool:
    """Whether what was asked happened at another time than figures there are of: honoured in 2022 for what was done in 2021."""
    return bool(asked) and quote.evidence.get("time contradicted") == 0 and not any(agreement(want, _time(period)) for want in asked)


def _is_sure(period: Period, told: SentenceFacts, quote: Quote) -> bool:
    """Whether a time is one that figures are of: the day of a meeting in the lead is none of what is told after it."""
    here = [time for time in told.times if (time.first, time.last) == period[:2]]
    if any(_OPEN_ENDED.match(quote.article.text, time.span.end) for time in here):
        return False
    return (period.days >= SHORTEST_PERIOD or bool(here)) and (period.planned or not _lies_ahead(period, quote))


def _lies_ahead(period: Period, quote: Quote) -> bool:
    """Whether most of a time was still to come when it was told of: 上半年 in a report of January may be the year before's."""
    published = quote.article.published
    return published is not None and (period.last - published).days > period.days / 2


def _time(period: Period) -> TimeExpression:
    return TimeExpression(period.first, period.last, period.span)


def _parks(facts: PassageFacts, told: SentenceFacts, normalize: Normalize) -> tuple[str, ...]:
    """The one park that the article is about, where the sentence names no other; of several the one that it names."""
    article = facts.passage.article
    own = {normalize(park): park for park in article.parks}
    about = [park.text for park in facts.article.parks if len(own) == 1 or park.text in normalize(article.title or "") + facts.article.lead]
    named = {fold(mention.park) for mention in find_park_mentions(told.text)}
    meant = named or set(about)
    return tuple(_short(own[park]) for park in meant if park in about) if len(meant) == 1 else ()


def _short(park: str) -> str:
    """沐江经开区 for 沐江经济技术开发区; an English name, or one in traditional characters, stays as it is written."""
    name, kind = split_park(park)
    return park if park.isascii() or not kind else name + kind
