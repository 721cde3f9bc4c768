"""Whether a sentence tells of another city abroad than a question in English names, or of that one without what is asked.

Across two alphabets the reader takes a fair in Osaka for the one in Seoul, and the day of a flight to Osaka for that of one to Seoul.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of, entries
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling

_CLAUSE = lazy_pattern(r"[，；;。：:]|,(?!\d{3})")
_SHARED = lazy_pattern(r"分别|各\d|均|都")
"""How figures of several are told behind all their names."""
_SIGNS = {
    Kind.NUMBER: lazy_pattern(r"\d|[一二两三四五六七八九十半][家名人户个项成]|[免没无未零]"),
    Kind.TIME: lazy_pattern(r"\d(?:[年月日号季天周]|[./:：-]\d)|[今明去当同][年月日天]|[年月][初底末]|[上下]半年|[春夏秋冬]"),
}


class OtherCity:
    """Compares sentences with the cities abroad that one question in English names."""

    def __init__(self, question: Question) -> None:
        words = [word for thing in question.things for word in thing.words] if question.in_english else []
        self._cities = tuple(dict.fromkeys(word for word in words if word in entries("foreign_cities.txt")))
        self._sign = _SIGNS.get(question.kind)

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._cities)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence names others and not one of these, nor the title or what stands before it; or tells nothing of one of them."""
        others = any(name not in self._cities for name in _any_city().findall(telling.sentence))
        return others and any(map(functools.partial(self._is_missed, telling), self._cities))

    def _is_missed(self, telling: Telling, city: str) -> bool:
        if city in telling.sentence:
            return (
                self._sign is not None and not _SHARED.search(telling.sentence) and not self._tells_of(self._sign, city, telling.sentence)
            )
        told = f"{telling.about}\n{telling.before.rpartition(chr(10))[2]}\n{telling.sentence}"
        return not any(word in told for word in (city, *entries("foreign_cities.txt")[city]))

    def _tells_of(self, sign: re.Pattern[str], city: str, sentence: str) -> bool:
        return any(map(sign.search, _own_clauses(city, sentence)))


def _own_clauses(city: str, sentence: str) -> Iterator[str]:
    """The clauses of a sentence but those that begin with another city and go on with it."""
    own = True
    for clause in _CLAUSE.split(sentence):
        named = _any_city().findall(clause)
        own = city in named if named else own
        if own:
            yield clause


@functools.cache
def _any_city() -> re.Pattern[str]:
    return re.compile(any_of(entries("foreign_cities.txt")))
