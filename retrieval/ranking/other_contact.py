"""Whether a sentence tells the telephone of another organ than the one whose number a question asks for: 科技局 for 财政金融局."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.office import is_own, organ_of

_ASKED = lazy_pattern(r"(?P<whose>.*?)的?(?:咨询|联系|办公|值班|服务|业务|举报|投诉|监督|招商)*(?:电话|手机号|联系方式|热线|号码)")
_NUMBER = lazy_pattern(r"\d{7,}|\d{3,4}-\d{7,8}")
_ORGAN = lazy_pattern(
    r"[一-鿿]{2,}?(?:局|办公室|委员会|管委会|中心|[^何某每此]处|科(?![技学创研])|部|支队|大队|所|站|街道|公司)(?![一-鿿]{0,2}[长员])"
)
_TELLING = 3
"""Characters at the end of an organ's name by which it is known: 金融局 of 财政金融局."""


class OtherContact:
    """Compares sentences with the organ whose telephone one question asks for."""

    def __init__(self, question: Question) -> None:
        asked = _ASKED.match(question.said)
        organ = organ_of(asked["whose"]) if asked else ""
        self._organ = "" if is_own(organ) else organ[-_TELLING:]

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return len(self._organ) == _TELLING

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence has a number, names organs, and not the one that is asked for."""
        if _NUMBER.search(sentence) is None:
            return False
        organs = _ORGAN.findall(sentence)
        return bool(organs) and not any(set(self._organ) <= set(organ) for organ in organs)  # 人社局 is 人力资源和社会保障局
