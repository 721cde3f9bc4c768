"""What came of one question whose answer is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.question_set import KnownQuestion
from retrieval.quote import Quote

RANKED = 10
"""Articles of a ranking that are judged."""

QUOTES = 3
"""Quotes of an answer that are judged."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question, its answer, and the articles that came into question."""

    question: KnownQuestion
    answer: Answer
    ranking: tuple[str, ...]
    """Ids of articles, best first."""

    @property
    def answerable(self) -> bool:
        return bool(self.question.relevant)

    def answered_within(self, k: int) -> bool:
        """Whether one of the first k quotes comes from a relevant article and holds every string of the answer."""
        return any(self._answers(quote, quote.text) for quote in self.answer.quotes[:k])

    @property
    def emphasised(self) -> bool:
        """Whether the emphasised sentence of the first quote holds the answer."""
        first = self.answer.quotes[:1]
        return any(self._answers(quote, quote.article.text[slice(*span)]) for quote in first for span in quote.emphasis)

    @property
    def verbatim(self) -> bool:
        """Whether every quote is a span of its article, with its emphasis inside, and overlaps no other."""
        quotes = self.answer.quotes
        inside = all(quote.start <= span.start < span.end <= quote.end for quote in quotes for span in quote.emphasis)
        apart = not any(_overlap(one, other) for place, one in enumerate(quotes) for other in quotes[:place])
        return inside and apart and all(0 <= quote.start < quote.end <= len(quote.article.text) for quote in quotes)

    def _answers(self, quote: Quote, text: str) -> bool:
        sources = {quote.article.id, *quote.also_in}
        return not sources.isdisjoint(self.question.relevant) and all(answer in text for answer in self.question.answers)


def ask_known(answerer: Answerer, question: KnownQuestion) -> Outcome:
    """Ask one question and note which articles came, in what order."""
    answer = answerer.ask(question.text, asked_on=question.asked_on or date.today(), top=QUOTES)
    return Outcome(question, answer, answer.ranking[:RANKED])


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end
