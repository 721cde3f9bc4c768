"""Whether a sentence tells of another thing of the kind that a question names: 合同外资 for 实际外资, 三居室 for 单间.

The lists stand in alternatives.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.question import Question
from retrieval.ranking.own_part import Named, own_part

_List = tuple[re.Pattern[str], ...]
_LOOSE = frozenset({"of_whom", "of_flat", "of_level", "of_land_price", "of_storey", "of_supply", "of_step"})
"""Lists whose things one report may tell by the words for another: 供热费 for 暖气费, 国家级 among 省级以上."""

_NOT_BY_ONE = _LOOSE | {"of_tender", "of_charge"}
"""Lists of which what is told beside one may be of another, too: 监理标：中标费率1.18%, 物业费每月1元."""


class AlternativeContradiction:
    """Compares sentences with the things of a list that one question names."""

    def __init__(self, question: Question) -> None:
        named: dict[str, list[re.Pattern[str]]] = {}
        for name, each in _named_by(question.said):
            named.setdefault(name, []).append(each)
        self._asked = [(name, _others(asked, _lists()[name]), asked) for name, asked in named.items()]

    def found_in(self, sentence: str) -> float:
        """1 where a sentence names others of a list and none of those that the question names, else 0."""
        for _, others, asked in self._asked:
            if _holds(others, sentence) and not _holds(asked, sentence):
                return 1.0
        return 0.0

    def surely_in(self, sentence: str) -> bool:
        """The same of lists whose things every report keeps apart."""
        for name, others, asked in self._asked:  # noqa: SIM110 - `any` takes twice as long, and this is asked of every sentence
            if name not in _LOOSE and _holds(others, sentence) and not _holds(asked, sentence):
                return True
        return False

    def own_parts(self, sentence: str) -> Iterator[str]:
        """What a sentence says of those asked for, of each list whose things every report keeps apart, where it names others, too."""
        for name, others, asked in self._asked:
            if name not in _NOT_BY_ONE and _holds(others, sentence):
                told = [(each, each in asked) for each in (*asked, *others)]
                yield own_part(sentence, [Named(*match.span(), fits) for each, fits in told for match in each.finditer(sentence)])


def _others(asked: Sequence[re.Pattern[str]], alternatives: Sequence[re.Pattern[str]]) -> list[re.Pattern[str]]:
    return [each for each in alternatives if each not in asked]


def _holds(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    for pattern in patterns:  # noqa: SIM110 - see above
        if pattern.search(text):
            return True
    return False


def _named_by(said: str) -> list[tuple[str, re.Pattern[str]]]:
    """What a question names, each with its list."""
    return [(name, each) for name, each in _each_of_lists() if each.search(said)]


@functools.cache
def _each_of_lists() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, each) for name, alternatives in _lists().items() for each in alternatives)


@functools.cache
def _lists() -> Mapping[str, _List]:
    return {name: tuple(map(lazy_pattern, alternatives)) for name, alternatives in table("alternatives.toml").items()}
