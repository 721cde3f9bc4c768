"""The times of which quotes tell what a question asks for: those that it can be asked of instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from corpus.language.span import Span
from corpus.language.times import find_times
from retrieval.answering.missing import ToldTime
from retrieval.answering.reports import LONGEST
from retrieval.question.question import Question
from retrieval.ranking.kind_of_figure import asks_of_new, tells_new
from retrieval.ranking.quote import Quote
from retrieval.ranking.time_contradiction import PERIOD_END
from retrieval.text.figure_times import SHORTEST_PERIOD
from retrieval.text.periods import periods


def offered_times(quotes: Iterable[Quote], question: Question, normalize: Callable[[str], str]) -> set[ToldTime]:
    """The times that quotes are of, and of which they tell the same in further words; nothing of those that do not say it."""
    return {time for quote in quotes for time in _times(quote, question, normalize)}


def _times(quote: Quote, question: Question, normalize: Callable[[str], str]) -> Iterator[ToldTime]:
    first, last = quote.scope.first, quote.scope.last
    if first is None or last is None:
        yield from _of_title(quote)
        return
    if not asks_of_new(question) or not _is_end_of_year(first, last):
        yield _whole(first, last)
    elif tells_new(normalize(quote.text)):  # 截至2021年底，新增31家，总数达到207家: what is new is so of the year
        yield _year(last)
    yield from _of_further_words(quote, question, normalize)


def _of_title(quote: Quote) -> Iterator[ToldTime]:
    """The one time that a title tells of a sentence that tells none: what was done at the meeting of that year."""
    article, sentence = quote.article, next(iter(quote.emphasis), Span(quote.start, quote.end))
    told = find_times(article.title or "", article.published) if article.published else []
    own = (period for span, of in periods(article) if span.overlaps(sentence) for period in of)
    if len(told) == 1 and told[0].days <= LONGEST and not any(period.days >= SHORTEST_PERIOD for period in own):
        yield _whole(told[0].first, told[0].last)


def _of_further_words(quote: Quote, question: Question, normalize: Callable[[str], str]) -> Iterator[ToldTime]:
    """The times of other clauses that name what is asked: 2020年工业总产值71.5亿元，今年1至9月工业总产值62.3亿元."""
    named, published = [normalize(mention.text) for mention in question.matter], quote.article.published
    if not named or published is None or asks_of_new(question):
        return
    for span, told in periods(quote.article):
        for period in told if quote.start <= span.start and span.end <= quote.end else ():
            text = normalize(quote.article.text[slice(*period.span)])
            is_sure = period.days >= SHORTEST_PERIOD and (period.planned or period.last <= published)
            if is_sure and period.planned == question.asks_of_plans and all(name in text for name in named):
                yield ToldTime(period.first, period.last)


def _whole(first: date, last: date) -> ToldTime:
    """A time as long as figures are summed over, a month or longer; of a day its year."""
    return ToldTime(first, last) if (last - first).days + 1 >= SHORTEST_PERIOD else _year(first)


def _year(day: date) -> ToldTime:
    return ToldTime(date(day.year, 1, 1), date(day.year, 12, 31))


def _is_end_of_year(first: date, last: date) -> bool:
    return (last.month, last.day) == (12, 31) and (last - first).days + 1 <= PERIOD_END
