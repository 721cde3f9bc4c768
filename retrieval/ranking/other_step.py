"""Whether a sentence tells only of another step than the one whose day a question asks: 主体封顶 where 什么时候开业 is asked.

Also where it names the step, but dates only something else. The steps stand in steps.toml.
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

_ITEM, _CLAUSE = lazy_pattern(r"[；;。]"), lazy_pattern(r"[，,:：]")
_TIME = lazy_pattern(r"\d[年月日号]|[今昨明当去前同次]年?[天日年月]|初|底|末|旬|季|五|节|周|后|时|\d[./]\d|半年|期间|国庆|旦|至|到|\d{4}")
"""Whatever may tell a day."""
_NO_STEP_ASKED = lazy_pattern(r"时(?![间候])|[后前]")
"""What stands behind a step of which no day is asked: 刚投产时."""
_PLAIN = lazy_pattern(r"([一-鿿]{2,})(?:\(\?!.*\))?")
"""A pattern that is one word."""
_CELL = "|"
"""Divides the cells of a row, whose head tells what its days are of."""


class _Step(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]


class OtherStep:
    """Compares sentences with the step whose day one question asks."""

    def __init__(self, question: Question) -> None:
        words = "，".join(word for thing in question.things for word in thing.words) if question.in_english else question.plain
        self._step = _asked(words) if question.kind is Kind.TIME else None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._step is not None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells of other steps alone, or dates only what is none of it."""
        if self._step is None:
            return False
        if self._step.told.search(sentence) is None:
            return self._names_another(sentence)
        own = list(self._own_clauses(self._step, sentence))
        return _CELL not in sentence and bool(own) and not any(map(_TIME.search, own)) and _TIME.search(sentence) is not None

    def _names_another(self, text: str) -> bool:
        return any(step.asked.search(text) for step in _steps() if step is not self._step)

    def _own_clauses(self, step: _Step, sentence: str) -> Iterator[str]:
        """Of each item of a list the clauses that name a step, and those around them that may tell its day."""
        for item in _ITEM.split(sentence):
            clauses = _CLAUSE.split(item)
            for place, clause in enumerate(clauses):
                if step.asked.search(clause):
                    yield from self._around(clauses, place)

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


@functools.cache
def step_words(word: str) -> tuple[str, ...]:
    """All words for the step that a Chinese word is one of: 投产 and 量产; none where it is none."""
    listed = (step["asked"].split("|") for step in table("steps.toml").values())
    named = (tuple(plain[1] for plain in map(_PLAIN.fullmatch, names) if plain) for names in listed)
    return next((names for names in named if word in names), ())
