"""Whether what a sentence tells is of another phase of a project than asked for: 一期 for 二期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from retrieval.question.question import Question
from retrieval.ranking.telling import Telling

_PHASE = re.compile(
    r"(?:第?(?P<chinese>[一二三四五六七八九1-9])|(?P<first>首|起步))(?:期(?![间限内待望刊货盼])|阶段)"
    r"|\b(?:phase|stage) ?(?P<english>iv|v|i{1,3}|[1-9]|one|two|three|four)\b"
)
_NUMBER = {
    **{digit: place for digits in ("一二三四五六七八九", "123456789") for place, digit in enumerate(digits, 1)},
    **{word: place for words in ("i ii iii iv v", "one two three four") for place, word in enumerate(words.split(), 1)},
}
UNTOLD = 0.7
"""What it says where nothing tells of any phase."""


class _Mention(NamedTuple):
    start: int
    phase: int


class PhaseContradiction:
    """Compares sentences with the phases that one question names."""

    def __init__(self, question: Question) -> None:
        self._asked = frozenset(phase for _, phase in _phases(question.plain))

    def found_in(self, telling: Telling) -> float:
        """0 where no phase is asked for, or one of these is told; 1 where another is."""
        if not self._asked:
            return 0.0
        told = [phase for _, phase in _phases(telling.sentence)] or _last(telling.before) or [phase for _, phase in _phases(telling.about)]
        if not told:
            return UNTOLD
        return float(self._asked.isdisjoint(told))

    def narrowed(self, telling: Telling) -> Telling:
        """What the sentence says of the phases asked for, where it tells of others too: up to where it names the next one."""
        if not self._asked:
            return telling
        mentions = list(_phases(telling.sentence))
        if self._asked.isdisjoint(each.phase for each in mentions) or self._asked.issuperset(each.phase for each in mentions):
            return telling
        ends = [*(each.start for each in mentions[1:]), len(telling.sentence)]
        parts = [telling.sentence[each.start : end] for each, end in zip(mentions, ends, strict=True) if each.phase in self._asked]
        return telling._replace(sentence="；".join(parts))


def _phases(text: str) -> Iterator[_Mention]:
    for match in _PHASE.finditer(text):
        yield _Mention(match.start(), 1 if match["first"] else _NUMBER[match["chinese"] or match["english"]])


def _last(text: str) -> list[int]:
    return [phase for _, phase in _phases(text)][-1:]
