"""Whether a sentence tells of another thing of the kind that a question names: 合同外资 for 实际外资, 三居室 for 单间.

The lists stand in alternatives.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from corpus.language.vocabulary import table
from retrieval.question.question import Question

_List = tuple[re.Pattern[str], ...]


class AlternativeContradiction:
    """Compares sentences with the things of a list that one question names."""

    def __init__(self, question: Question) -> None:
        named = ((alternatives, [each for each in alternatives if each.search(question.plain)]) for alternatives in _lists())
        self._asked = [(alternatives, asked) for alternatives, asked in named if asked]

    def found_in(self, sentence: str) -> float:
        """1 where a sentence names others of a list and none of those that the question names, else 0."""
        return float(any(_holds(alternatives, sentence) and not _holds(asked, sentence) for alternatives, asked in self._asked))


def _holds(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@functools.cache
def _lists() -> tuple[_List, ...]:
    return tuple(tuple(map(re.compile, alternatives)) for alternatives in table("alternatives.toml").values())
