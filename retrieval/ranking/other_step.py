"""Whether a sentence tells only of another step than the one whose day a question asks: 主体封顶 where 什么时候开业 is asked.

Also where it tells of both, but dates only the other one. The steps stand in steps.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.question import Question

_CLAUSE = lazy_pattern(r"[，,；;。:：]")
_TIME = lazy_pattern(r"\d[年月日号]|[今昨明当去前同次]年?[天日年月]|初|底|末|旬|季|五|节|周|后|时|\d[./]\d|半年|期间|国庆|旦|至|到|\d{4}")
"""Whatever may tell a day."""
_NO_STEP_ASKED = lazy_pattern(r"时(?![间候])|[后前]")
"""What stands behind a step of which no day is asked: 刚投产时."""
_CELL = "|"
"""Divides the cells of a row, whose head tells what its days are of."""


class _Step(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]


class OtherStep:
    """Compares sentences with the step whose day one question asks."""

    def __init__(self, question: Question) -> None:
        self._step = _asked(question.plain) if question.kind is Kind.TIME else None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells of other steps alone, or dates them alone."""
        if self._step is None:
            return False
        if self._step.told.search(sentence) is None:
            return self._names_another(sentence)
        clauses = _CLAUSE.split(sentence)
        named = [place for place, clause in enumerate(clauses) if self._step.asked.search(clause)]
        return _CELL not in sentence and bool(named) and self._dates_another(clauses, named)

    def _names_another(self, text: str) -> bool:
        return any(step.asked.search(text) for step in _steps() if step is not self._step)

    def _dates_another(self, clauses: Sequence[str], named: Sequence[int]) -> bool:
        """Whether each clause that names the step is without a day that may be its own, and one of another step has a day."""
        own = (clause for place in named for clause in self._around(clauses, place))
        return not any(map(_TIME.search, own)) and any(_TIME.search(clause) and self._names_another(clause) for clause in clauses)

    def _around(self, clauses: Sequence[str], place: int) -> Iterator[str]:
        """The clause at a place, the next one, and those before it up to the first of another step."""
        yield clauses[place]
        for clause in clauses[place + 1 : place + 2]:
            if not self._names_another(clause):
                yield clause
        for clause in reversed(clauses[:place]):
            if self._names_another(clause):
                return
            yield clause


def _asked(plain: str) -> _Step | None:
    """The step that a question names last; of two that end together the one that begins first."""
    found = [
        (match.end(), -match.start(), place)
        for place, step in enumerate(_steps())
        for match in step.asked.finditer(plain)
        if not _NO_STEP_ASKED.match(plain, match.end())
    ]
    return _steps()[max(found)[2]] if found else None


@functools.cache
def _steps() -> tuple[_Step, ...]:
    listed = table("steps.toml").values()
    return tuple(_Step(lazy_pattern(step["asked"]), lazy_pattern(step.get("told", step["asked"]))) for step in listed)
