"""What was handed out when: 2023年奖励了 is told where 2022年度 was honoured in 2023, and not where 2023年度 was in 2024."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.script import simplified
from corpus.language.times import TimeExpression
from retrieval.question.question import Question

_HONOURS = r"表[彰章]|奖励|奖金|嘉奖|颁发|授予|发放|发了"
_HONOURED_IN = lazy_pattern(rf"(?<!度)(?!度)[^，,。；;、\s]{{0,8}}?(?:{_HONOURS})")
"""What makes of a time the one of handing out; 2022年度奖励了 is not."""
_REWARDED = lazy_pattern(r"\b(?:reward|award|honou?r|commend)", re.IGNORECASE)
"""The same in English, where the time stands at the end."""
_HONOURING = lazy_pattern(_HONOURS)


def handed_out(question: Question, asked: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Those of the times asked for in which something is said to have been handed out."""
    text = simplified(question.text)
    rewarded = _REWARDED.search(text) is not None
    return [time for time in asked if rewarded or _HONOURED_IN.match(text, time.span.end)]


def honours(text: str) -> bool:
    """Whether a sentence, simplified, tells of honours."""
    return _HONOURING.search(text) is not None
