"""Whether a sentence tells only what came, where a question asks what was aimed at: 税收目标 and 全年实现税收8亿元."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_AIM_ASKED = lazy_pattern(r"目标|计划|原定|力争|预期|打算|争取")
_NO_AIM = lazy_pattern(r"吗|没有?$|是否|有没有|完成率|进度|百分之|完成多少")
_AIM = lazy_pattern(
    r"目标|计划|预期|预计|力争|争取|拟|将|打算|原定|任务|要|确保|规划|到20\d\d|提出|有望|安排|以上|达产|[建投满][成产]后|年内|设计|冲刺|瞄准|突破|定[的为在]|想|希望|届时|预算"
    r"|明年|盯|完成率|抓好"
)
_SHARE_OF_AIM = lazy_pattern(r"[占完][^,，;；\d]{0,10}(?:目标|计划|任务)[^,，;；\d]{0,6}[\d.]+%")
"""完成全年目标的47.8%: does not tell it; 占全年目标110亿元的53.1% does."""
_CAME = lazy_pattern(r"实现(?!年)|完成|同比|比上年|实际(?!使用|利用|到位)|达到了|[一-鿿]了\d|已")


class ResultOnly:
    """Compares sentences with the aim that one question asks for."""

    def __init__(self, question: Question) -> None:
        plain = question.plain
        self._asked = (
            question.asks_of_plans
            and question.kind in (Kind.NUMBER, Kind.OTHER)
            and _AIM_ASKED.search(plain) is not None
            and _NO_AIM.search(plain) is None
        )

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells what came of something, and no word of an aim."""
        return self._asked and _CAME.search(sentence) is not None and _AIM.search(_SHARE_OF_AIM.sub("", sentence)) is None
