"""Whether a sentence tells only what is meant to be, where a question asks what came of it: 实际哪天通车 and 预计2024年11月通车."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_RESULT_ASKED = lazy_pattern(r"实际(?!使用|利用|控制|到位|使|引进外|吸收)|真正|实打实|(?:到底|究竟|最终)(?!.*(?:能|会|可以|要))")
_PLAN = lazy_pattern(r"预计|力争|计划|目标|拟(?!合)|预期|争取|安排|确保|提出|原定|打算|设计|规划|有望|冲刺|任务")
_RESULT = lazy_pattern(
    r"差|距|离|比(?:原|计划|目标|年|\d)|超|完成|实际|跨过|落在|晚|推迟|未|没|已|同比|累计|实现|[一-鿿]了|占|不到|为[^,，;；]{0,6}的\d|竣工\d|到账|(?<!拟)中标|目前[^,，;；\d]{0,4}\d|[一-鿿]后[一-鿿]"
)
_DATE = lazy_pattern(r"\d+年(?:\d+月)?(?:\d+[日号])?|\d+月(?:\d+[日号])?|\(?[一二三四五六]\)|第\d+[届批期次]|\d+[件项个]事|\d+年后")
_FIGURE = lazy_pattern(r"\d")


class PlannedOnly:
    """Compares sentences with what one question asks the outcome of."""

    def __init__(self, question: Question) -> None:
        self._asked = not question.asks_of_plans and _RESULT_ASKED.search(question.plain) is not None

    def found_in(self, sentence: str) -> bool:
        """Whether all figures of a normalised sentence stand behind a word for plans, and nothing tells an outcome."""
        plan = _PLAN.search(sentence) if self._asked else None
        if plan is None or _RESULT.search(sentence):
            return False
        return _FIGURE.search(_DATE.sub("", sentence[: plan.start()])) is None
