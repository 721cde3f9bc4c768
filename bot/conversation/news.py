"""What a new index version brings to those who follow something.

An article is news once: when its id and its words are both new to this bot, and none of its near-duplicates was known before. So neither a
restart nor an undo, a full reindex, a renamed file, a better cleaning or a near-duplicate is news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from bot.conversation.asking import KEPT_QUOTES
from bot.conversation.services import Services
from bot.conversation.subjects import is_about
from bot.store.answers import kept
from bot.store.follows import Subject
from bot.store.pushes import Find, SeenArticle
from corpus.article import Article
from retrieval.index.engine import Snapshot
from retrieval.ranking.quote import Quote
from retrieval.ranking.quoting import cut_lead

MOST_ANSWERS = 3
"""New articles that are quoted for one question."""
LEAD_LENGTH = 200
"""Characters of the opening that is quoted of an article about a park that is followed."""
_BESIDE_WORDS = re.compile(r"[\W_]+")


class Overtaken(Exception):
    """Another index version was published meanwhile."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that is news."""

    preferred: str
    """Id of the article that stands for it and its near-duplicates."""
    parks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a version holds that no version before had."""

    version: str
    unseen: tuple[SeenArticle, ...]
    """To be noted as seen once it has been looked through."""
    articles: Mapping[str, NewArticle]
    """By id; not everything unseen is news."""


def current_version(services: Services) -> str:
    """The index version in use. Raises IndexUnavailable."""
    with services.answerer.index.open() as (version, _):
        return version


def news_of_current_version(services: Services) -> News:
    """What is new in it; nothing where no version was seen before. Raises IndexUnavailable, StoreUnavailable."""
    pushes = services.store.pushes
    known = pushes.seen_ids()
    with services.answerer.index.open() as (version, snapshot):
        unseen = {headline.id: headline.parks for headline in snapshot.headlines() if headline.id not in known}
        digests = [SeenArticle(id_, _digest(article)) for id_ in unseen if (article := snapshot.article(id_))]
        candidates = {seen.id for seen in digests if known and not pushes.has_content(seen.content)}
        groups = {id_: snapshot.near_duplicates(id_) for id_ in candidates}
        news = {id_: NewArticle(group[0], unseen[id_]) for id_, group in groups.items() if candidates.issuperset(group)}
    return News(version, tuple(digests), news)


def find(services: Services, news: News, subject: Subject) -> list[Find]:
    """What the news says on a subject that is followed. Raises Overtaken, ParkQAError."""
    return list(_openings(services, news, subject) if subject.parks else _answers(services, news, subject.text))


def _openings(services: Services, news: News, subject: Subject) -> Iterator[Find]:
    """The opening of every new article about a park, of near-duplicates only once."""
    normalize = services.answerer.analyzer.normalize
    preferred = dict.fromkeys(article.preferred for article in news.articles.values() if is_about(article.parks, subject, normalize))
    with services.answerer.index.open() as (version, snapshot):
        if version != news.version:
            raise Overtaken
        for id_ in preferred:
            yield from _opening(snapshot, id_)


def _opening(snapshot: Snapshot, id_: str) -> Iterator[Find]:
    article = snapshot.article(id_)
    quote = cut_lead(article, LEAD_LENGTH) if article else None
    if quote:
        also_in = tuple(other for other in snapshot.near_duplicates(id_) if other != id_)
        yield Find(id_, kept(replace(quote, also_in=also_in)))


def _answers(services: Services, news: News, question: str) -> Iterator[Find]:
    """The new article that answers a question best, then the next, as long as one does by itself.

    What is a long shot beside all other articles is left out: that spares two thirds of the wrong ones and hardly a right one.
    """
    if not _ask(services, news, question, news.articles):
        return
    whole = services.answerer.ask(question, top=KEPT_QUOTES)
    likely = {id_ for quote in whole.likely for id_ in (quote.article.id, *quote.also_in)}
    left = {id_: article for id_, article in news.articles.items() if id_ in likely}
    for _ in range(MOST_ANSWERS):
        quotes = _ask(services, news, question, left)
        for quote in quotes:
            yield Find(left[quote.article.id].preferred, kept(quote))
        told = {left[quote.article.id].preferred for quote in quotes}
        left = {id_: article for id_, article in left.items() if article.preferred not in told}
        if not (quotes and left):
            return


def _ask(services: Services, news: News, question: str, only: Mapping[str, NewArticle]) -> tuple[Quote, ...]:
    """The quotes out of some articles that answer a question; none where it is not sure enough that one does."""
    answer = services.answerer.ask(question, only=only)
    if answer.index_version != news.version:
        raise Overtaken
    parts = max(1, len(answer.question.parts))  # a question about two things may be answered by two articles
    return answer.quotes[:parts] if answer.found else ()


def _digest(article: Article) -> bytes:
    """Of the words alone: white space and punctuation come and go with the cleaning."""
    return blake2b(_BESIDE_WORDS.sub("", article.text).encode(), digest_size=16).digest()
