"""What came of one labelled question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer
from retrieval.answering.side import quotes_of
from retrieval.evaluation.question_set import LabelledQuestion
from retrieval.ranking.quote import Quote

RANKED = 10
"""Articles of a ranking that are judged."""

QUOTES = 3
"""Quotes of an answer that are judged."""


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """A question, its answer, and the articles that came into question."""

    question: LabelledQuestion
    answer: Answer
    ranking: tuple[str, ...]
    """Ids of articles, best first."""
    quotable: bool = True
    """Whether what answers holds the answer word for word: 三天后 may be asked for and 7月5日 told."""

    @property
    def answerable(self) -> bool:
        return bool(self.question.relevant)

    def answered_within(self, k: int) -> bool:
        """Whether one of the first k quotes comes from a relevant article and holds every string of the answer."""
        return self._answered(k, lambda quote: quote.text)

    def answered_around(self, k: int) -> bool:
        """The same of what the first k quotes were cut from: what is lost by showing less of it."""
        return self._answered(k, lambda quote: quote.article.text[slice(*quote.around)])

    @property
    def right(self) -> bool:
        """Whether the first quote answers; where no article does so word for word, whether it is from an article that answers."""
        return self.answered_within(1) or (not self.quotable and any(self._from_relevant(quote) for quote in self.answer.quotes[:1]))

    @property
    def emphasised(self) -> bool:
        """Whether the emphasised sentence of the first quote holds the answer."""
        return self._answered(1, lambda quote: "\n".join(quote.article.text[slice(*span)] for span in quote.emphasis))

    @property
    def marked(self) -> bool:
        """Whether the words marked in the first quote are the answer, no more and no less; of several strings, from one to another."""
        if not self.answer.quotes or not self.answered_within(1) or (span := self.answer.quotes[0].answer) is None:
            return False
        words = self.answer.quotes[0].article.text[slice(*span)]
        answers = self.question.answers
        return all(answer in words for answer in answers) and words.startswith(answers) and words.endswith(answers)

    @property
    def verbatim(self) -> bool:
        """Whether every quote is a span of its article and of what it was cut from, with its emphasis inside, and overlaps no other."""
        quotes = self.answer.quotes
        inside = all(quote.start <= span.start < span.end <= quote.end for quote in quotes for span in quote.emphasis)
        apart = not any(_overlap(one, other) for place, one in enumerate(quotes) for other in quotes[:place])
        return (
            inside
            and apart
            and all(0 <= quote.around.start <= quote.start < quote.end <= quote.around.end <= len(quote.article.text) for quote in quotes)
        )

    def _answered(self, k: int, told: Callable[[Quote], str]) -> bool:
        """Whether one of the first k quotes answers, or those of all parks or years that are set beside each other do together."""
        alone = any(self._answer([quote], told) for quote in self.answer.quotes[:k])
        return alone or self._answer(quotes_of(self.answer.sides), told)

    def _answer(self, quotes: Sequence[Quote], told: Callable[[Quote], str]) -> bool:
        texts = [told(quote) for quote in quotes if self._from_relevant(quote)]
        return bool(texts) and all(any(answer in text for text in texts) for answer in self.question.answers)

    def _from_relevant(self, quote: Quote) -> bool:
        return not self.question.relevant.isdisjoint({quote.article.id, *quote.also_in})


def ask_known(answerer: Answerer, question: LabelledQuestion, today: date) -> QuestionOutcome:
    """Ask one question, where it tells no day on this one, and note which articles came, in what order."""
    answer = answerer.ask(question.text, asked_on=question.asked_on or today, top=QUOTES)
    with answerer.index.open() as (_, snapshot):
        texts = [article.text for id_ in question.relevant if (article := snapshot.article(id_))]
    told = ["\n".join(texts)] if answer.sides else texts  # each of several parks or years may have a page of its own
    quotable = any(all(each in text for each in question.answers) for text in told)
    return QuestionOutcome(question, answer, answer.ranking[:RANKED], quotable)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end
