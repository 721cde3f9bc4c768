"""Whether an article tells nothing at all of a thing that a question speaks of by its name, as of an airport or a canteen.

The reader takes what is told of the right park, or of another bus, for told of such a thing; between two alphabets most of all.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.language.script import simplified
from corpus.language.vocabulary import any_of, entries
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling


class UntoldThings:
    """Looks for the things that one question speaks of in articles."""

    def __init__(self, question: Question) -> None:
        self._things = tuple(_things_in_english(question) if question.in_english else _things_in_chinese(question))
        self._known: dict[tuple[str, str], bool] = {}

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._things)

    def found_in(self, telling: Telling) -> bool:
        """Whether neither the title nor the text of an article has any of the words for one of them."""
        if not self._things:
            return False
        article = telling.about, telling.article
        if article not in self._known:
            told = simplified("\n".join(article))
            self._known[article] = any(not any(word in told for word in thing) for thing in self._things)
        return self._known[article]


def _things_in_english(question: Question) -> Iterator[tuple[str, ...]]:
    """Each with all words that tell of it."""
    others = entries("concrete_things.txt")
    for _, words in question.things:
        if any(word in others for word in words):
            yield (*words, *(other for word in words for other in others.get(word, ())))


def _things_in_chinese(question: Question) -> Iterator[tuple[str, ...]]:
    """The same. What is part of a name is told by the name."""
    others = entries("things_asked_in_chinese.txt")
    for mention in question.of(MentionKind.MATTER):
        for match in _any_thing().finditer(str(mention.meaning)):
            yield (match[0], *others[match[0]])


@functools.cache
def _any_thing() -> re.Pattern[str]:
    return re.compile(any_of(entries("things_asked_in_chinese.txt")))
