"""Cuts quotes out of articles: whole sentences around the one that answers, as much as is pleasant to read, never the same words twice."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.passage import Span
from retrieval.quote import Quote
from retrieval.ranking import Ranked
from retrieval.splitter import sentences


def cut_quotes(ranked: Sequence[Ranked], count: int, length: int) -> tuple[Quote, ...]:
    """Up to `count` quotes of about `length` characters, best first; a sentence that a better quote holds is not quoted again."""
    quotes: list[Quote] = []
    for candidate in ranked:
        if len(quotes) == count:
            break
        quote = _cut(candidate, quotes, length)
        if quote is not None:
            quotes.append(quote)
    return tuple(quotes)


def _cut(candidate: Ranked, quotes: Sequence[Quote], length: int) -> Quote | None:
    """The quote around a candidate's best sentence; None when that sentence has been quoted already."""
    article, best = candidate.evidence.passage.article, candidate.evidence.sentence
    taken = [Span(quote.start, quote.end) for quote in quotes if quote.article.id == article.id]
    free = [span for span in sentences(article.text) if not any(_overlap(span, other) for other in taken)]
    around = next((place for place, span in enumerate(free) if _overlap(span, best)), None)
    if around is None:
        return None
    passage = Span(candidate.evidence.passage.start, candidate.evidence.passage.end)
    whole = _grow(free, around, passage, max(length, passage.end - passage.start), taken)
    return Quote(article, whole.start, whole.end, (free[around],), candidate.score, evidence=candidate.evidence.features)


def _grow(free: Sequence[Span], around: int, passage: Span, length: int, taken: Sequence[Span]) -> Span:
    """Add sentences on both sides in turn: first those of the passage, then its neighbours, while the whole stays within `length`."""
    first = last = around
    for within in (True, False):
        grown = True
        while grown:
            grown = False
            for following in (True, False):
                wider = (first, last + 1) if following else (first - 1, last)
                if wider[0] < 0 or wider[1] == len(free):
                    continue
                added = free[last + 1] if following else free[first - 1]
                whole = Span(free[wider[0]].start, free[wider[1]].end)
                fits = whole.end - whole.start <= length and not any(_overlap(whole, other) for other in taken)
                if fits and (_overlap(added, passage) or not within):
                    (first, last), grown = wider, True
    return Span(free[first].start, free[last].end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
