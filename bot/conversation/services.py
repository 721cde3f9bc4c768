"""Where questions are answered: what every topic of conversation has at hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo

from bot.conversation.examples import Examples
from bot.conversation.holdings import Holdings, holdings_of
from bot.conversation.recent_answers import RecentAnswers
from bot.conversation.session import Session
from bot.conversation.subjects import subject_text
from bot.monitoring.index_facts import IndexFacts
from bot.settings.language import Language
from bot.store.answers import KeptQuote, ShownAnswer
from bot.store.store import Store
from bot.texts import TEXTS, choose_language
from bot.texts.wording import Texts
from corpus.article import Article
from retrieval.answering.answerer import Answerer
from retrieval.answering.missing import Missing
from retrieval.errors import QuestionTooLong
from retrieval.index.engine import Headline
from retrieval.question.question import Question
from retrieval.ranking.quote import Quote


class Expired(Exception):
    """What a button refers to is no longer there: too old, or its article was changed or removed."""


@dataclass(slots=True)
class Services:
    """The answerer and the memory behind a conversation."""

    answerer: Answerer
    store: Store
    quotes: int
    """Quotes in one message."""
    facts_of: Callable[[str, Sequence[Headline]], IndexFacts]
    """What is known of an index version with these articles; raises IndexUnavailable."""
    link_to: Callable[[str], str] | None = None
    """The address that opens the bot with a payload; None where there is none, as in the terminal."""
    group_link: str | None = None
    """The address that takes the bot into a group, likewise."""
    zone: tzinfo = UTC
    """By its clock times are told."""
    notifies: bool = False
    """Whether news reaches those who follow something."""
    shares: bool = True
    """Whether a question can be carried into another chat."""
    picture_of: Callable[[str, int], bytes | None] = lambda path, page: None
    """A page of a file of the corpus, counted from 1, as a JPEG; None where it cannot be had."""
    recent_answers: RecentAnswers = field(default_factory=RecentAnswers)
    examples: Examples = field(default_factory=Examples)
    _holdings: Holdings = field(default_factory=lambda: holdings_of("", ()))

    def texts(self, session: Session, typed: str = "") -> Texts:
        """The sentences for somebody who has typed this."""
        return TEXTS[self.language(session, typed)]

    def language(self, session: Session, typed: str = "") -> Language:
        """The language to speak with somebody who has typed this."""
        return choose_language(session.language, session.language, typed)

    def holdings(self) -> Holdings:
        """What there is to list in the current index; sorted once for each version. Raises IndexUnavailable."""
        holdings = self._holdings
        with self.answerer.index.open() as (version, snapshot):
            if holdings.version != version:
                self._holdings = holdings = holdings_of(version, snapshot.headlines())
        return holdings

    def facts(self) -> IndexFacts:
        """What is known of the current index. Raises IndexUnavailable."""
        holdings = self.holdings()
        return self.facts_of(holdings.version, holdings.headlines)

    def parks(self) -> Collection[str]:
        """Every park that an article of the current index is about. Raises IndexUnavailable."""
        return self.holdings().park_names

    def articles(self, headlines: Iterable[Headline]) -> list[Article]:
        """Those articles that the current index still has. Raises IndexUnavailable."""
        with self.answerer.index.open() as (_, snapshot):
            return [article for headline in headlines if (article := snapshot.article(headline.id))]

    def article(self, id_: str) -> Article:
        """An article of the current index. Raises Expired where it has none of this id, IndexUnavailable."""
        with self.answerer.index.open() as (_, snapshot):
            article = snapshot.article(id_)
        if article is None:
            raise Expired
        return article

    def followed(self, shown: ShownAnswer) -> bool | None:
        """Whether an answer's chat follows its question; None where nothing can be followed. Raises StoreUnavailable."""
        return self.store.follows.get(shown.chat, subject_text(shown.question)) is not None if self.notifies else None

    def shown(self, session: Session, token: str) -> ShownAnswer:
        """The answer of a token. Raises Expired where the session's chat has none, StoreUnavailable."""
        shown = self.store.answers.get(token)
        if shown is None or shown.chat != session.chat:
            raise Expired
        return shown

    def question(self, shown: ShownAnswer) -> Question:
        """The question of an answer, read as on the day when it was asked. Raises IndexUnavailable."""
        return self.question_before(shown.question, shown.asked_on)

    def missing(self, shown: ShownAnswer) -> Missing:
        """What there is instead of an answer that found nothing. Raises IndexUnavailable."""
        return Missing() if shown.found else self.answerer.missing(self.question(shown))

    def question_before(self, text: str, asked_on: date | None = None) -> Question:
        """A question that was asked, read once more; unread where it was longer than is read by now. Raises IndexUnavailable."""
        try:
            return self.answerer.read(text, asked_on)
        except QuestionTooLong:
            return Question(text, asked_on or date.today())

    def quote(self, shown: ShownAnswer, number: int) -> Quote:
        """A quote of an answer, in its article as that is now. Raises Expired, IndexUnavailable."""
        if shown.quotes is None or number >= len(shown.quotes):
            raise Expired
        return self.located(shown.quotes[number])

    def located(self, kept: KeptQuote) -> Quote:
        """A quote that was shown, where its words stand now. Raises Expired where they do not, or not only once; IndexUnavailable."""
        article = self.article(kept.article)
        start = kept.start
        if article.text[start : start + len(kept.text)] != kept.text:
            if article.text.count(kept.text) != 1:
                raise Expired
            start = article.text.index(kept.text)
        shift = start - kept.start
        emphasis = tuple(span.moved(shift) for span in kept.emphasis)
        answer = kept.answer.moved(shift) if kept.answer else None
        return Quote(article, start, start + len(kept.text), emphasis, 0.0, kept.also_in, answer=answer, scope=kept.scope)
