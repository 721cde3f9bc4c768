"""Whether an article tells nothing at all of a thing that a question in English speaks of, as of an airport or a hospital.

Between two alphabets the reader takes what is told of the right park for told of such a thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.script import simplified
from corpus.language.vocabulary import entries
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling


class UntoldThings:
    """Looks for the things that one question speaks of in articles."""

    def __init__(self, question: Question) -> None:
        self._things = tuple(_things(question)) if question.in_english else ()
        self._known: dict[str, bool] = {}

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._things)

    def found_in(self, telling: Telling) -> bool:
        """Whether neither the title nor the text of an article has any of the words for one of them."""
        if not self._things:
            return False
        text = f"{telling.about}\n{telling.article}"
        if text not in self._known:
            told = simplified(text)
            self._known[text] = any(not any(word in told for word in thing) for thing in self._things)
        return self._known[text]


def _things(question: Question) -> Iterator[tuple[str, ...]]:
    """Each with all words that tell of it."""
    others = entries("concrete_things.txt")
    for _, words in question.things:
        if any(word in others for word in words):
            yield (*words, *(other for word in words for other in others.get(word, ())))
