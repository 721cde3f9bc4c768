"""A page in the making: its sentences, where each figure stands, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpus.language.span import Span
from retrieval.text.context import context_of
from retrieval.training.invented.lexicon import LEXICON
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import Park
from retrieval.training.pairs import Pair

MOST_ANSWERED, MOST_UNANSWERED = 3, 4


class Page:
    """A page of one title and month."""

    def __init__(self, lot: Lot, title: str, of: Park, published: tuple[int, int]) -> None:
        """`published` is a year and its month. Of half of the pages it is known which park they are about."""
        self._lot = lot
        self._context = context_of(title, date(*published, 1), lot.one([(), (of.full,)]))
        self._text = "".join(lot.some(LEXICON.words["filling"], 2))
        self._questions: dict[str, Span | None] = {}

    def say(self, text: str, value: str = "") -> Span:
        """Add a sentence or a part of one; returns where a value stands in it, for the last time, or without one all of it."""
        start = len(self._text) + text.rindex(value)
        self._text += text
        return Span(start, start + len(value or text))

    def end_with(self, sign: str) -> None:
        """Put a sign in place of the one at the end."""
        self._text = self._text.rstrip("，；。") + sign

    def ask(self, question: str, answer: Span | None = None) -> None:
        """Ask what is told there; without a place, what the page does not tell. Asked twice, the first time counts."""
        self._questions.setdefault(question, answer)

    def pairs(self) -> Iterator[Pair]:
        """Some of the questions that it answers and of those that it does not."""
        passage = self._text + "".join(self._lot.some(LEXICON.words["filling"], 3))
        answered = [(question, answer) for question, answer in self._questions.items() if answer]
        unanswered = [(question, None) for question, answer in self._questions.items() if not answer]
        for question, answer in (*answered[:MOST_ANSWERED], *unanswered[:MOST_UNANSWERED]):
            yield Pair(question, self._context, passage, answer)
