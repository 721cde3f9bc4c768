"""Whether a sentence tells of another thing of a list before it than the one asked about: 甲、乙和丙, of which 乙 is asked and 甲 told."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_THING = r"[^,，。;；、:：\d和与及\n]{2,10}"
_LIST = lazy_pattern(rf"{_THING}(?:、{_THING})*[、和与及]{_THING}")
_BETWEEN = lazy_pattern(r"[、和与及]")
_NAMING = 3
"""Characters by which a thing is named: before the first of a list and behind the last the sentence says something else."""


class OtherListed:
    """Compares sentences with the thing whose figure one question asks."""

    def __init__(self, question: Question) -> None:
        asked = question.kind is Kind.NUMBER and not question.in_english
        self._said = question.said if asked else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._said)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence names others of a list before it, and not the one that the question names."""
        return any(self._is_of_other(_BETWEEN.split(match[0]), telling.sentence) for match in _LIST.finditer(telling.before))

    def _is_of_other(self, things: list[str], sentence: str) -> bool:
        asked = [name for thing in things for name in _names(thing) if name in self._said]
        if not asked or any(name in sentence for name in asked):
            return False
        others = (thing for thing in things if character_pairs(self._said).isdisjoint(character_pairs(thing)))
        return any(name in sentence for thing in others for name in _names(thing))


def _names(thing: str) -> Iterable[str]:
    return (thing[place : place + _NAMING] for place in range(len(thing) - _NAMING + 1))
