"""Whether a sentence tells another kind of figure than a question asks for: 累计 for 新增, a capacity for an output.

What it tells is of the thing and time that are asked about, so nothing else speaks against it.
"""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_NEW = r"(?<!高)新(?:增|建|认定|注册|设|签|入|获|招|引进?|开|落|投产|上|办|申请|授权|批)|净增|当年(?![嫌为])"
_NEW_ASKED = lazy_pattern(_NEW)
_ALL_ASKED = lazy_pattern(r"累计|总共|共有|一共|总数|总量|现有|在册|截[至止]|年?[末底]|期末|存量|目前有|现在有|加起来")
_ALL_TOLD = lazy_pattern(r"截[至止]|累计|累积|现有|共有|总数|已有|拥有|期末|[年月]末|年底|总计|[至到]此|目前")
_NEW_TOLD = lazy_pattern(
    r"(?<![高特创革更])新(?!区|材料|能源|型|城|一代|兴|华|闻)|净增|增|当[年天日月]|多了|首[次家批]|又|年内|全年|引进|招|\d-\d+月|获批|达成|[一-鿿]了\d|认定|成立|落户|其中"
)
"""Whatever may tell what is new."""
_SUM_ASKED = lazy_pattern(r"累计|总共|共有|总数|总量|现有|在册|截[止至]")
_SURELY_SUM = lazy_pattern(r"累计|现有|在册|截[止至]")
_ADDED = lazy_pattern(rf"{_NEW}|当年")
_OF_YEAR = lazy_pattern(rf"{_ADDED.pattern}|全年|[上下]半年")
_SUM_TOLD = lazy_pattern(
    r"累计|累积|合计|总|共|[有余保存]有?|[年月期][末底]|达|至|截|突破|超|规模|在册|目前|\d年来|[一二三四五六七八九十两]年来|面积"
)
"""Whatever may tell how many there are."""
_OUTPUT_ASKED = lazy_pattern(r"实际(?:生产|产(?!值)|造|加工|处理|出)|产量|[产造]了(?:多少|几)|下线了?(?:多少|几)")
_CAPACITY = lazy_pattern(r"产能|能力|设计年?产|(?<![去今前当\d])年产(?![值量])")
_OUTPUT = lazy_pattern(r"产量|实际|产出|生产(?!线|能力|基地|设备|车间)|下线|[产造]了|完成|累计|共|出货|交付|加工|处理|[去今前当]年产")


class KindOfFigure:
    """Compares sentences with the kind of figure that one question asks for."""

    def __init__(self, question: Question) -> None:
        plain, number = question.plain, question.kind is Kind.NUMBER
        new = number and _NEW_ASKED.search(plain) is not None
        self._new = new and _ALL_ASKED.search(plain) is None
        self._sum = number and not new and _SUM_ASKED.search(plain) is not None
        self._added = _OF_YEAR if _SURELY_SUM.search(plain) and not _OF_YEAR.search(plain) else _ADDED
        self._output = number and _OUTPUT_ASKED.search(plain) is not None and _CAPACITY.search(plain) is None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells only the other one."""
        return (
            (self._new and _ALL_TOLD.search(sentence) is not None and _NEW_TOLD.search(sentence) is None)
            or (self._sum and self._added.search(sentence) is not None and _SUM_TOLD.search(sentence) is None)
            or (self._output and _CAPACITY.search(sentence) is not None and _OUTPUT.search(sentence) is None)
        )
