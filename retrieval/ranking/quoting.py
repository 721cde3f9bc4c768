"""Cuts quotes out of articles: the sentence that answers with what it needs to be read alone, never the same words twice."""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Sequence

from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.quote import Quote
from retrieval.ranking.ranker import Ranked
from retrieval.ranking.standing_alone import with_what_it_needs
from retrieval.text.splitter import sentences

DOUBT = 0.3
"""By how much the best sentence must fit better than any other of its passage: else it may be another that answers, mostly the next."""
DOUBTFUL_LENGTH = 200
"""Characters up to which the others are then quoted with it."""

_ARTICLES_IN_MEMORY = 512
"""Articles whose sentences are kept: people ask about the same reports."""


def cut_quotes(ranked: Sequence[Ranked], count: int, length: int) -> tuple[Quote, ...]:
    """Up to `count` quotes, best first, each cut from about `length` characters around it.

    A sentence that stands in what any better one was cut from is not quoted again.
    """
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


@functools.lru_cache(_ARTICLES_IN_MEMORY)
def _sentences(text: str) -> Sequence[Span]:
    return tuple(sentences(text))


def _cut(candidate: Ranked, quotes: Sequence[Quote], length: int) -> Quote | None:
    """The quote of a candidate's best sentence; None when that sentence has been quoted already."""
    passage, best = candidate.evidence.passage, candidate.evidence.sentence
    article = passage.article
    taken = [quote.around for quote in quotes if quote.article.id == article.id]
    free = [span for span in _sentences(article.text) if not any(span.overlaps(other) for other in taken)]
    answer = next((span for span in free if span.overlaps(best)), None)
    if answer is None or any(article.text[slice(*answer)] in _around(quote) for quote in quotes if quote.article.id != article.id):
        return None
    room = Span(
        max((other.end for other in taken if other.end <= answer.start), default=0),
        min((other.start for other in taken if other.start >= answer.end), default=len(article.text)),
    )
    near = [span for span in free if span.overlaps(room)]
    words = candidate.evidence.answer
    wanted = _with_rivals(candidate.evidence, answer) if words is None else answer.joined(words)
    wanted = wanted.joined(candidate.evidence.named or wanted)
    quoted = with_what_it_needs(article.text, near, wanted)
    whole = _grow(quoted, near, Span(passage.start, passage.end), max(length, passage.end - passage.start))
    known = words if words and quoted.start <= words.start and words.end <= quoted.end else None
    return Quote(article, *quoted, (answer,), candidate.score, evidence=candidate.evidence.features, answer=known, cut_from=whole)


def _with_rivals(evidence: Evidence, answer: Span) -> Span:
    """The answering sentence; where another one fits about as well, with the next one and all neighbours that do."""
    spans = [sentence.span for sentence in evidence.facts.sentences]
    first = last = next((place for place, span in enumerate(spans) if span.overlaps(answer)), 0)
    near = [fit > evidence.fits[first] - DOUBT for fit in evidence.fits]
    if sum(near) < 2:
        return answer
    while last + 1 < len(spans) and (near[last + 1] or last == first) and spans[last + 1].end - spans[first].start <= DOUBTFUL_LENGTH:
        last += 1
    while first and near[first - 1] and spans[last].end - spans[first - 1].start <= DOUBTFUL_LENGTH:
        first -= 1
    return answer.joined(Span(spans[first].start, spans[last].end))


def _around(quote: Quote) -> str:
    return quote.article.text[slice(*quote.around)]


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
                wider = whole.joined(side[-1])
                if wider.end - wider.start <= length:
                    whole = wider
                    side.pop()
                    sides.append(side)
    return whole
