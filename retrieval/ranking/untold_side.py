"""Whether a sentence leaves one of two things untold that a question sets beside each other: 甲年产值17亿元 for 甲和乙的年产值哪家高."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_ASKED = lazy_pattern(
    r"^(?P<first>[^,和与跟同、]{2,24})[和与跟同、](?P<second>[^,和与跟同、]{2,24}?)(?:相?比)?,?"
    r"(?P<of>[^,哪谁]{0,10})(?:哪一?[个家边条项种座款所]|谁)的?(?P<measure>[^,哪谁最]{0,10}?)[更要]?"
    r"(?:[高低多少大小快慢贵长短强重轻]|便宜)(?:一?[些点])?(?:$|,)"
)
_NOT_OF_NAME = lazy_pattern(r"[的,比]|20\d\d|\d+年")
_TIMES = lazy_pattern(r"年$|月$|季度?$|天$|^(?:\d+|[今去前上本])[年月季]|半年|周$")
_NAME = 3
"""Characters next to the 和 by which a thing is known; with more, the park before it would stand for it."""
_MEASURE = 2
COMPARING = lazy_pattern(
    r"比(?!例|重|赛|[上去前]年|同期|计划|原|预)|[高低多少快慢大小早晚]于|[高多少大低]出|略|稍|更(?!新|换|名|改)|较(?![上去前\d]|同期)|差|倍|最|第[一1]|居|领先"
    r"|分别|相[同等当]|一样|持平|不[如及]|仅次|[前后]者|翻"
)
_CHANGES = lazy_pattern(r"[从由][^,;]*[到至为]")
"""Of which one thing is the start of the other's: 由一期的3吨增至5吨."""
_SENTENCE, _CLAUSE, _ROW = lazy_pattern(r"[。!?\n]"), lazy_pattern(r"[,;]"), "·"
_FIGURE = lazy_pattern(r"(?<![第\d.])\d[\d.]*(?![\d.]|年|月|日|号)|[一二两三四五六七八九][成半]|[免无未没]")
_BOTH = 2


class _Part(NamedTuple):
    """What a sentence says of one of the two or of both, up to where it turns to the other."""

    sentence: int
    sides: tuple[bool, bool]
    text: str


class UntoldSide:
    """Compares sentences with the two things of which one question asks which has more."""

    def __init__(self, question: Question) -> None:
        plain = question.bare_chinese
        asked = _ASKED.search(plain) if not question.parks[1:] else None
        first, second = (_NOT_OF_NAME.split(asked[name])[place] for name, place in (("first", -1), ("second", 0))) if asked else ("", "")
        if _TIMES.search(first) or _TIMES.search(second):
            first = second = ""
        one, other = character_pairs(first[-_NAME:]), character_pairs(second[:_NAME])
        self._sides = (one - other, other - one)
        self._measure = (asked["measure"] or asked["of"])[-_MEASURE:] if asked else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return all(self._sides)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence compares nothing, and it and those beside it tell a figure of at most one of the two."""
        sentence = telling.sentence
        if _ROW in sentence or COMPARING.search(sentence):
            return False
        named = self._named(sentence)
        if any(_CHANGES.search(each) and all(self._named(each)) for each in _SENTENCE.split(sentence)):
            return False
        if not any(named):
            return True
        parts = [*self._parts(f"{telling.before}\n{sentence}\n{telling.after}")]
        if any(all(part.sides) and len(_FIGURE.findall(part.text)) >= _BOTH for part in parts):
            return False
        own = [[part for part in parts if part.sides[side] and not all(part.sides) and _FIGURE.search(part.text)] for side in (0, 1)]
        for side, told in enumerate(own):
            if not told and self._sides[side].isdisjoint(character_pairs(telling.about)):
                return True
        return all(own) and self._is_measured_for_one(own)

    def _is_measured_for_one(self, own: list[list[_Part]]) -> bool:
        """Whether what is asked is told of one alone, and what is told of the other in another sentence is something else."""
        if len(self._measure) < _MEASURE:
            return False
        measured = [{part.sentence for part in told if self._measure in part.text} for told in own]
        if all(measured) or not any(measured):
            return False
        sentences = measured[0] or measured[1]
        return not any(part.sentence in sentences for told, has in zip(own, measured, strict=True) if not has for part in told)

    def _named(self, text: str) -> tuple[bool, bool]:
        pairs = character_pairs(text)
        return not self._sides[0].isdisjoint(pairs), not self._sides[1].isdisjoint(pairs)

    def _parts(self, text: str) -> Iterator[_Part]:
        for index, sentence in enumerate(_SENTENCE.split(text)):
            sides, told = (False, False), ""
            for clause in _CLAUSE.split(sentence):
                named = self._named(clause)
                if any(named) and named != sides:
                    yield _Part(index, sides, told)
                    sides, told = named, ""
                told += "," + clause
            yield _Part(index, sides, told)
