"""Cuts quotes out of articles: whole sentences around the one that answers, as much as is pleasant to read, never the same words twice."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.text.splitter import sentences


def cut_quotes(ranked: Sequence[Ranked], count: int, length: int) -> tuple[Quote, ...]:
    """Up to `count` quotes of about `length` characters, best first; a sentence that any better quote holds is not quoted again."""
    quotes: list[Quote] = []
    for candidate in ranked:
        if len(quotes) == count:
            break
        quote = _cut(candidate, quotes, length)
        if quote is not None:
            quotes.append(quote)
    return tuple(quotes)


def cut_lead(article: Article, length: int) -> Quote | None:
    """The opening of an article, whole sentences of about `length` characters; None where it has no sentence."""
    spans = sentences(article.text)
    if not spans:
        return None
    return Quote(article, spans[0].start, _grow(spans[0], spans, spans[0], length).end, (spans[0],), 0.0)


def _cut(candidate: Ranked, quotes: Sequence[Quote], length: int) -> Quote | None:
    """The quote around a candidate's best sentence; None when that sentence has been quoted already."""
    passage, best = candidate.evidence.passage, candidate.evidence.sentence
    article = passage.article
    taken = [Span(quote.start, quote.end) for quote in quotes if quote.article.id == article.id]
    free = [span for span in sentences(article.text) if not any(span.overlaps(other) for other in taken)]
    answer = next((span for span in free if span.overlaps(best)), None)
    if answer is None or any(article.text[slice(*answer)] in quote.text for quote in quotes if quote.article.id != article.id):
        return None
    room = Span(
        max((other.end for other in taken if other.end <= answer.start), default=0),
        min((other.start for other in taken if other.start >= answer.end), default=len(article.text)),
    )
    around = [span for span in free if span.overlaps(room)]
    whole = _grow(answer, around, Span(passage.start, passage.end), max(length, passage.end - passage.start))
    return Quote(article, whole.start, whole.end, (answer,), candidate.score, evidence=candidate.evidence.features)


def _grow(answer: Span, around: Sequence[Span], passage: Span, length: int) -> Span:
    """Add sentences after and before the answer in turn: first those of its passage, then all others, while the whole fits in `length`."""
    whole = answer
    before = [span for span in around if span.end <= answer.start]
    after = [span for span in reversed(around) if span.start >= answer.end]
    for region in (passage, Span(around[0].start, around[-1].end)):
        sides = deque((after, before))  # the next sentence on each side is its last; a side that cannot give it drops out
        while sides:
            side = sides.popleft()
            if side and side[-1].overlaps(region):
                wider = Span(min(whole.start, side[-1].start), max(whole.end, side[-1].end))
                if wider.end - wider.start <= length:
                    whole = wider
                    side.pop()
                    sides.append(side)
    return whole
