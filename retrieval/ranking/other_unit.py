"""Whether a sentence tells of a thing in another unit than the one in which a question in English wants its figure: 4万标箱 for tonnes.

The sentence has a figure in that unit, but of something else.
"""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.asked import names_unit
from retrieval.question.question import Question
from retrieval.ranking.answer_type import answer_sign
from retrieval.ranking.growth_and_amount import told_of
from retrieval.ranking.needed_signs import ONE_CLAUSE

_SHORTEST = 3
"""Characters by which a thing is surely named."""
_MEASURE = lazy_pattern(r"[额量值数费价率]$|面积|投资|收入|总|年|月|季度|区$|园$")
_GOES_ON = lazy_pattern(r"\W*(?:达|为|至|到|完成|实现|规模|合计|共|累计|突破|超|\d|其中|金额|[数额量值约已])")
_DIGIT, _ROW = lazy_pattern(r"\d"), lazy_pattern(rf"{ONE_CLAUSE}|\||·")


class OtherUnit:
    """Compares sentences with the unit in which one question wants a figure."""

    def __init__(self, question: Question) -> None:
        wanted = question.in_english and names_unit(question.plain)
        self._sign = answer_sign(question) if wanted else None
        words = [word for thing in question.things for word in thing.words] if wanted else []
        self._things = tuple(word for word in words if len(word) >= _SHORTEST and not _MEASURE.search(word))

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._sign is not None and bool(self._things)

    def found_in(self, sentence: str) -> bool:
        """Whether each time that a normalised sentence names a thing of the question the figure behind it is in another unit."""
        if _ROW.search(sentence):
            return False
        return any(thing in sentence and all(map(self._is_in_another, told_of(thing, sentence))) for thing in self._things)

    def _is_in_another(self, clauses: list[str]) -> bool:
        own = [clauses[0], *(clause for clause in clauses[1:] if _GOES_ON.match(clause))]
        text = "，".join(own)
        return _DIGIT.search(text) is not None and (self._sign is None or self._sign.search(text) is None)
