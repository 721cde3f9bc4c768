"""Whether a sentence tells a figure of several parks together only: 两区一季度合计开工36个项目 is one of neither."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_TOGETHER = lazy_pattern(
    r"(?:[两2-4三四]个?(?:园区|开发区|区)|各(?:大|个)?园区)[^，,。；;]{0,12}?(?:合计|总计|加起来|一共|共(?![同享建有识]))"
    r"|(?:合计|总计)[^，,。；;]{0,6}[两2-4三四]区"
    r"|\b(?:both|the two|the three) (?:parks|zones)\b[^.;]{0,40}\b(?:together|combined|in total|total)\b"
)
_ASKED = lazy_pattern(r"[两2-4三四]个?区|各园区|合计|总计|一共|加起来|\b(?:both|together|combined)\b")
_TIME = lazy_pattern(r"\d+(?:年|月|日|号)|\d+[—~-]\d+月")
_SUM = lazy_pattern(r"计|共|加起来|together|combined|total")
"""What any such figure is told with; to look for all of it takes ten times as long."""
_EACH = lazy_pattern(r"其中|分别|\bof which\b|\brespectively\b")


class Together:
    """Compares sentences with a question about one park."""

    def __init__(self, question: Question) -> None:
        self._asked = len(question.parks) == 1 and _ASKED.search(question.plain) is None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells such a figure, and neither one before it nor what of it is whose."""
        together = _TOGETHER.search(sentence) if self._asked and _SUM.search(sentence) else None
        if together is None:
            return False
        before = _TIME.sub("", sentence[: together.start()])
        return not any(map(str.isdigit, before)) and _EACH.search(sentence, together.end()) is None
