"""Whether neither a sentence nor its neighbours tell any cause, where a question in Chinese asks for one: 当年出口下降四成 for 为什么下降.

Many causes are told without a word for it, so whatever may be one counts as a sign; a passage without any only repeats what is asked.
"""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.needed_signs import CAUSE
from retrieval.ranking.telling import Telling

_SIGN = lazy_pattern(
    rf"{CAUSE}|理由|关键|使|让(?!利)|令|以[便免防]|用于|用来|从而|既|才能|才会|不然|否则|怕|担心|难以|有助|[“”\"]|^\W*[一-鿿]{{2,5}}[:：]"
)
"""Also what somebody says word for word."""


class UntoldCause:
    """Looks for a cause in sentences."""

    def __init__(self, question: Question) -> None:
        self._asked = question.kind is Kind.REASON and not question.in_english

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked

    def found_in(self, telling: Telling) -> bool:
        """Whether there is none in a sentence, the one before and the one after it."""
        near = (telling.sentence, telling.before.rpartition("\n")[2], telling.after)
        return not any(map(_SIGN.search, near))
