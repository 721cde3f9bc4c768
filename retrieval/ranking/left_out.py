"""Whether a sentence leaves out the word that narrows what a figure is asked of: 进出口 told, 民企进出口 or 对东盟进出口 asked.

The words stand in narrowing_words.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling

_NAME = "name"
_OTHER_NAMES = {"东南亚": "东南亚|东盟", "东盟": "东盟|东南亚"}
_GROUP = f"(?P<{_NAME}>"


class _Narrowing(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str] | None
    """None where the very name must be told."""
    of_any_kind: bool
    """Whether it narrows also what no figure is asked of."""


class LeftOut:
    """Compares sentences with the narrowing words of one question."""

    def __init__(self, question: Question) -> None:
        self._needed = list(_needed(question.said, question.kind is Kind.NUMBER))

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._needed)

    def found_in(self, telling: Telling) -> bool:
        """Whether neither a sentence nor the question that it replies to says anything by one of them."""
        return any(told.search(telling.with_question) is None for told in self._needed)


def _needed(plain: str, of_figure: bool) -> Iterator[re.Pattern[str]]:
    for narrowing in _narrowings():
        match = narrowing.asked.search(plain)
        if match and (of_figure or narrowing.of_any_kind):
            yield narrowing.told or lazy_pattern(_OTHER_NAMES.get(match[_NAME], re.escape(match[_NAME])))


@functools.cache
def _narrowings() -> tuple[_Narrowing, ...]:
    return tuple(map(_narrowing, table("narrowing_words.toml").values()))


def _narrowing(listed: Mapping[str, Any]) -> _Narrowing:
    asked = listed["asked"]
    told = None if _GROUP in asked else lazy_pattern(listed.get("told", asked))
    return _Narrowing(lazy_pattern(asked), told, listed.get("of_any_kind", False))
