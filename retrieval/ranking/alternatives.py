"""Whether a sentence tells of another thing of the kind that a question names: 合同外资 for 实际外资, 三居室 for 单间.

The lists stand in alternatives.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.question import Question

_List = tuple[re.Pattern[str], ...]
_LOOSE = frozenset({"of_whom", "of_flat", "of_level", "of_land_price", "of_storey", "of_supply", "of_step"})
"""Lists whose things one report may tell by the words for another: 供热费 for 暖气费, 国家级 among 省级以上."""


class AlternativeContradiction:
    """Compares sentences with the things of a list that one question names."""

    def __init__(self, question: Question) -> None:
        named = {
            name: (alternatives, [each for each in alternatives if each.search(question.said)]) for name, alternatives in _lists().items()
        }
        self._asked = {name: (alternatives, asked) for name, (alternatives, asked) in named.items() if asked}

    def found_in(self, sentence: str) -> float:
        """1 where a sentence names others of a list and none of those that the question names, else 0."""
        return float(any(self._names_other(name, sentence) for name in self._asked))

    def surely_in(self, sentence: str) -> bool:
        """The same of lists whose things every report keeps apart."""
        return any(self._names_other(name, sentence) for name in self._asked if name not in _LOOSE)

    def _names_other(self, name: str, sentence: str) -> bool:
        alternatives, asked = self._asked[name]
        return _holds(alternatives, sentence) and not _holds(asked, sentence)


def _holds(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@functools.cache
def _lists() -> Mapping[str, _List]:
    return {name: tuple(map(lazy_pattern, alternatives)) for name, alternatives in table("alternatives.toml").items()}
