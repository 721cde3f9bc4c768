"""Whether a sentence tells the opposite of what is asked: that output grew, where it is asked whose did not."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling

_RISE = r"增长|上升|提高|上涨|增加(?!值)|盈利|达标|合格|完成"
_NO = r"没有?|未能?|不|无"
_NOT_RISEN = lazy_pattern(rf"(?:{_NO})(?:按期|按时|如期|实现)?(?:{_RISE})|下降|下滑|减少|回落|负增长|亏损|持平|零增长")
_RISEN = lazy_pattern(rf"(?<![未不没有负零])(?:{_RISE})")
_WHICH = lazy_pattern(r"哪一?[家个些]|哪几|有哪些|谁")
_HOW_MANY = lazy_pattern(r"多少[家个户]|几[家个户]")
"""Of those of which something is not true; 增加多少家 asks for no such."""


class DirectionContradiction:
    """Compares sentences with the way in which one question asks that something went."""

    def __init__(self, question: Question) -> None:
        plain = question.said
        which = _WHICH.search(plain) is not None
        self._down = (which or _HOW_MANY.search(plain) is not None) and _NOT_RISEN.search(plain) is not None
        self._up = which and not self._down and _RISEN.search(plain) is not None

    def found_in(self, telling: Telling) -> float:
        """1 where the sentence tells only of the opposite."""
        if not (self._down or self._up):
            return 0.0
        down, up = _NOT_RISEN.search(telling.sentence) is not None, _RISEN.search(telling.sentence) is not None
        return float((self._down and up and not down) or (self._up and down and not up))
