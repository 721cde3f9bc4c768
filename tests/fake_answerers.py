"""An answerer without a model or an index: it knows some articles and quotes them all, in order, whatever is asked."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from bot.conversation.services import Services
from bot.monitoring.index_facts import IndexFacts
from bot.store.store import open_store
from corpus.article import Article
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.missing import Missing
from retrieval.index.engine import Headline, Match
from retrieval.index.self_check_record import SelfCheckFigures
from retrieval.question.follow_up import FollowUp, follow_up
from retrieval.question.gazetteer import Gazetteer, grown_from
from retrieval.question.question import Question
from retrieval.question.reading import read_question
from retrieval.ranking.quote import Quote
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.terms import Terms

FACTS = IndexFacts(
    folder="index",
    server=None,
    index_version="000001",
    created_at="2024-03-01T08:00:00+00:00",
    articles=3,
    passages=40,
    parks=("青屏经开区",),
    years=(2022, 2023),
    embedder="bundled:tiny-e5:abc",
    up_to_date=True,
    rejected=(),
    size_bytes=9,
    accepted_false_answers=0.1,
    self_check=SelfCheckFigures(50, 40, 2, 50, 3),
)
"""Of 50 questions without an answer, 3 got one."""
ASKED_ON = date(2024, 3, 1)


class FakeSnapshot:
    """Articles by id, newest first."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}

    def article(self, id: str) -> Article | None:
        return self._articles.get(id)

    def search_lexical(self, terms: Terms, k: int) -> list[Match]:
        """Every article, whatever is looked for: each is a passage of its own."""
        return [Match(position, 1.0) for position in range(len(self._articles))]

    def passage(self, position: int) -> Passage:
        article = list(self._articles.values())[position]
        return Passage(article, 0, len(article.text))

    def articles(self) -> Iterator[Article]:
        return iter(self._articles.values())

    def parks(self) -> dict[str, int]:
        return dict(sorted(Counter(park for article in self._articles.values() for park in article.parks).items()))

    def headlines(self) -> list[Headline]:
        newest_first = sorted(self._articles.values(), key=lambda article: article.published or date.min, reverse=True)
        return [Headline(article.id, article.heading, article.publisher, article.published, article.parks) for article in newest_first]


class FakeIndex:
    """One version after another: whatever `articles` was set to last."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles

    @contextmanager
    def open(self) -> Iterator[tuple[str, FakeSnapshot]]:
        yield str(len(self.articles)), FakeSnapshot(self.articles)


class FakeAnswerer:
    """Quotes the first sentence-like half of each article; finds nothing when it knows none, or when the question asks for 没有."""

    def __init__(self, *articles: Article, act: Callable[[str], object] = str) -> None:
        self.index = FakeIndex(articles)
        self.act = act
        """What happens when it is asked: a wait, or an error."""
        self.analyzer = _analyzer()
        self.asked: list[str] = []
        self.lacks = Missing()
        """What it says is missing where it finds nothing."""

    def read(self, text: str, asked_on: date | None = None) -> Question:
        """As a real answerer reads it, by the parks of its articles."""
        return read_question(text, asked_on or ASKED_ON, self.analyzer, self._known())

    def follow_up(self, typed: Question, before: Question | None) -> FollowUp:
        return follow_up(typed, before, self._known())

    def ask(self, text: str, *, top: int = 3, only: Collection[str] | None = None) -> Answer:
        return self.answer(self.read(text), top=top, only=only)

    def answer(self, question: Question, *, top: int = 3, only: Collection[str] | None = None) -> Answer:
        """With `only` nobody has asked: a question is tried."""
        if only is None:
            self.asked.append(question.text)
        self.act(question.text)
        quotes = tuple(quote_of(article) for article in self.index.articles[:top])
        found = bool(quotes) and "没有" not in question.text
        return Answer(question, quotes, 0.9 if found else 0.1, found, "000001", 1.0)

    def with_missing(self, answer: Answer) -> Answer:
        return answer if answer.found else replace(answer, missing=self.lacks)

    def missing(self, question: Question) -> Missing:
        return self.lacks

    def _known(self) -> Gazetteer:
        return _gazetteer(tuple(park for article in self.index.articles for park in article.parks))


@functools.cache
def _analyzer() -> Analyzer:
    """One for all: it takes half a second to load jieba's dictionary."""
    return Analyzer()


@functools.cache
def _gazetteer(parks: tuple[str, ...]) -> Gazetteer:
    return grown_from(parks, _analyzer().normalize, _analyzer().dictionary_words)


def quote_of(article: Article) -> Quote:
    """The first line of an article, all of it emphasised."""
    end = len(article.text.split("\n", 1)[0])
    return Quote(article, 0, end, (Span(0, end),), 1.0)


def fake_facts(version: str, headlines: Sequence[Headline]) -> IndexFacts:
    """As though every version were the one of `FACTS`, with other articles."""
    return replace(
        FACTS,
        index_version=version,
        articles=len(headlines),
        parks=tuple(sorted({park for headline in headlines for park in headline.parks})),
        years=tuple(sorted({headline.published.year for headline in headlines if headline.published})),
    )


def services_with(answerer: FakeAnswerer) -> Services:
    """Services with a memory of their own, three quotes to a message."""
    store = open_store(None)
    return Services(answerer, store, 3, fake_facts, lambda payload: f"https://t.me/parkqa_bot?start={payload}")  # type: ignore[arg-type]
