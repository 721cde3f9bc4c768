"""Finds what the answering sentence of a quote is of: its park, and the time of its figures. What is not sure is left out.

A time that only the title or the sentences before tell is sure where a figure of a period is asked for: no person, place or headcount is of
the year that a report sums up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.language.asking_words import Kind
from corpus.language.folding import fold
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parks import find_park_mentions, split_park
from corpus.language.span import Span
from corpus.language.times import TimeExpression, agreement
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.scope import Scope
from retrieval.text.figure_times import CLAUSE, SHORTEST_PERIOD, figure_times
from retrieval.text.passage_facts import PassageFacts, SentenceFacts
from retrieval.text.periods import Period

Normalize = Callable[[str], str]

_OPEN_ENDED = lazy_pattern(r"[^，,。；;]{0,12}(?:以来|至今|以后)")
"""What makes of a time the beginning of another one: 2018年9月开园以来."""
_OF_PERIOD = lazy_pattern(
    r"产值|增加值|gdp|生产总值|总产|[营税创]收|收入|税|利润|利税|进出?口|出口|[外内]贸|[外内]资|投资(?!的?项目)|销售|销[量额]|产[量能]|发电|用电|能耗|吞吐|客流|货运|运量"
    r"|成交|交易|零售|预算|支出|营业额|产出|增[速幅长加]|降幅|同比|环比|占比|新增|签约|引进|开工|竣工|投产|落户|注册|授权|完成|实现|招商|到位|游客|接待|毕业|招聘"
    r"|trade|export|import|output|revenue|income|tax|profit|invest|sales|turnover|grow|grew|signed|added|new\b|budget|spend|production"
)
"""What a figure of a period is of, which the year of a report is the year of; of 员工, 面积 or 租金 none is."""
_FIGURES = (Kind.NUMBER, Kind.RANK, Kind.OTHER)
_IN_CLAUSE = (Kind.PERSON, Kind.TIME)
"""What else a sentence tells is of another time than the person or the day that it names."""
_THIS_YEAR = lazy_pattern(r"今年|本年度?(?!报)|\bthis year\b", re.IGNORECASE)


def with_scopes(quotes: Sequence[Quote], found: Iterable[Ranked], question: Question, normalize: Normalize) -> list[Quote]:
    """The quotes, each with its scope: from the passages that were found for a question."""
    passages = [ranked.evidence.facts for ranked in found]
    return [replace(quote, scope=_scope(quote, passages, question, normalize)) for quote in quotes]


def _scope(quote: Quote, passages: Iterable[PassageFacts], question: Question, normalize: Normalize) -> Scope:
    sentence = next(iter(quote.emphasis), Span(quote.start, quote.start))
    for facts, told in _sentences(quote.article.id, passages):
        if told.span.overlaps(sentence):
            period = _period(told, quote, question)
            parks = _parks(facts, told, normalize)
            if period is None or not _is_of_answer(period, told, quote, question):
                return Scope(parks, planned=period is not None and period.planned)
            return Scope(parks, period.first, period.last, period.planned)
    return Scope()


def _sentences(article: str, passages: Iterable[PassageFacts]) -> Iterator[tuple[PassageFacts, SentenceFacts]]:
    return ((facts, told) for facts in passages if facts.passage.article.id == article for told in facts.sentences)


def _period(told: SentenceFacts, quote: Quote, question: Question) -> Period | None:
    """The time of the words that answer; else the only one, or of several the one that was asked for."""
    answer, asked = quote.answer or Span(quote.start, quote.end), question.times
    periods = [period for period in told.periods if period.span.overlaps(answer)] or told.periods
    distinct = list({period[:3]: period for period in periods}.values())
    if len(distinct) > 1 and asked:
        fits = [max(agreement(want, _time(period)) for want in asked) for period in distinct]
        best = max(fits)
        distinct = [period for period, fit in zip(distinct, fits, strict=True) if fit == best > 0]
    if len(distinct) != 1 or _is_looked_back_on(distinct[0], quote, asked):
        return None
    return distinct[0] if _is_sure(distinct[0], told, quote) else None


def _is_of_answer(period: Period, told: SentenceFacts, quote: Quote, question: Question) -> bool:
    """Whether a time is that of what answers: told in its clause, or if that tells none in its sentence, or before it of a figure."""
    own = _own_times(told, quote)
    beside = [time for time in own if quote.answer and time.span.overlaps(_clause_of(quote.answer, told, quote))]
    if beside or question.kind in _IN_CLAUSE:
        return any((time.first, time.last) == period[:2] for time in beside)
    if any((time.first, time.last) == period[:2] for time in own):
        return True
    if question.kind not in _FIGURES or not (question.times or _OF_PERIOD.search(f"{question.plain} {question.said}")):
        return False
    published = quote.article.published
    return published is None or period.last.year == published.year or _THIS_YEAR.search(quote.text) is None


def _own_times(told: SentenceFacts, quote: Quote) -> Sequence[TimeExpression]:
    """The times that a sentence tells of its figures itself; offsets into the article's text."""
    times = figure_times(quote.article.text[slice(*told.span)], quote.article.published, ())
    return [replace(time, span=time.span.moved(told.span.start)) for time in times]


def _clause_of(answer: Span, told: SentenceFacts, quote: Quote) -> Span:
    clauses = (Span(*match.span()) for match in CLAUSE.finditer(quote.article.text, *told.span))
    return next((clause for clause in clauses if clause.overlaps(answer)), answer)


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
    if not about:
        return ()
    named = {fold(mention.park) for mention in find_park_mentions(told.text)}
    meant = named or set(about)
    return tuple(_short(own[park]) for park in meant if park in about) if len(meant) == 1 else ()


def _short(park: str) -> str:
    """沐江经开区 for 沐江经济技术开发区; an English name, or one in traditional characters, stays as it is written."""
    name, kind = split_park(park)
    return park if park.isascii() or not kind else name + kind
