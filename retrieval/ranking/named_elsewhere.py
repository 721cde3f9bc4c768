"""Which articles do not name the company or person that a question in English has in pinyin, though others do.

Where none does, its characters may be read otherwise: Morishita is 森下.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from corpus.article import Article
from corpus.language.romanisation import is_pinyin, name_in, romanise
from retrieval.question.mention import MentionKind
from retrieval.question.names import trades
from retrieval.question.question import Question

_SHORTEST = 4
"""Letters of such a name, which is typed with a capital where it is that short: Hebo."""


class NamedElsewhere:
    """Compares articles with the names in one question."""

    def __init__(self, question: Question) -> None:
        places = " ".join(mention.text.lower() for mention in question.of(MentionKind.PARK, MentionKind.PLACE))
        self._names = tuple(name for name in names_in_pinyin(question) if name not in places) if question.in_english else ()
        self._named: dict[str, bool] = {}

    def look_in(self, articles: Iterable[Article]) -> None:
        """Look for the names in articles that may answer."""
        if self._names:
            self._named.update((article.id, self._is_named_in(f"{article.title}\n{article.text}")) for article in articles)

    def found_in(self, article: Article) -> bool:
        """Whether one names none of them, and another of those that were looked in does."""
        if self._named.get(article.id, True) or not any(self._named.values()):
            return False
        written = article.text.lower()
        return not any(name in written for name in self._names)

    def _is_named_in(self, text: str) -> bool:
        """In Chinese characters."""
        return any(len(name_in(text, name)) > 1 for name in self._names)


def names_in_pinyin(question: Question) -> Iterator[str]:
    """The names that a question has in pinyin, other than those of parks and places, and of trades behind one: Guangdian is 光电."""
    names = [name for name in question.names if name not in question.latin_places and len(name) >= _SHORTEST and is_pinyin(name)]
    return (name for place, name in enumerate(names) if place == 0 or name not in _trades_in_pinyin())


@functools.cache
def _trades_in_pinyin() -> frozenset[str]:
    return frozenset(map(romanise, trades()))
