"""What an article is about as a whole, which its later passages no longer say: its lead, and the parks and times of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from corpus.article import Article
from corpus.language.span import Span
from corpus.language.times import TimeExpression, find_times
from retrieval.text.analyzer import Analyzer
from retrieval.text.context import with_context
from retrieval.text.park_name import ParkName, park_name
from retrieval.text.passage import Passage
from retrieval.text.splitter import sentences

LEAD = 120
"""Characters of the first sentence that are read: enough to name what the article is about."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The subject of one article."""

    context: str
    """What its passages are indexed with: title, month and parks, normalised."""
    lead: str
    """The first sentence, normalised."""
    parks: tuple[ParkName, ...]
    """The parks that the title names; else those of the lead; else the one that the article names most."""
    times: tuple[TimeExpression, ...]
    """The times that it is of, see `times_of_article`; none where it has no date, as 去年 then depends on the day of asking."""
    head: str = field(init=False, repr=False, compare=False)
    """Context and lead, each a line."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", f"{self.context}\n{self.lead}")


def article_facts(article: Article, analyzer: Analyzer) -> ArticleFacts:
    """Read title and lead."""
    lead = _lead(article)
    return ArticleFacts(
        context=analyzer.normalize(with_context(Passage(article, 0, 0))),
        lead=analyzer.normalize(lead),
        parks=_own_parks(article, lead, analyzer),
        times=times_of_article(article, article.published) if article.published else (),
    )


def times_of_article(article: Article, today: date) -> tuple[TimeExpression, ...]:
    """The times that the title names; else those of the lead and the day of publication. `today` is the day that both are told on."""
    if titled := find_times(article.title or "", today):
        return tuple(titled)
    published = [TimeExpression(article.published, article.published, Span(0, 0))] if article.published else []
    return (*find_times(_lead(article), today), *published)


def _lead(article: Article) -> str:
    opening = article.text[: 2 * LEAD]
    first = next(iter(sentences(opening)), Span(0, 0))
    return opening[first.start : min(first.end, first.start + LEAD)]


def _own_parks(article: Article, lead: str, analyzer: Analyzer) -> tuple[ParkName, ...]:
    parks = [park_name(analyzer.normalize(park)) for park in article.parks]
    for text in (article.title or "", lead) if parks else ():
        plain = analyzer.normalize(text)
        in_full = tuple(park for park in parks if park.text in plain)  # 沐江经开区 in a title does not name 沐江高新区
        if named := in_full or tuple(park for park in parks if park.place in plain):
            return named
    return tuple(parks[:1])
