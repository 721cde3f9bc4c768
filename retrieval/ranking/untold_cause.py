"""Whether a passage tells no cause, where a question in Chinese asks for one: 当年出口下降四成 for 为什么下降.

Many causes are told without a word for it (输在电价). So whatever may be one counts as a sign, and only a sentence that repeats what is
asked lacks it: what tells a cause in no word for one mostly tells nothing else.
"""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.needed_signs import CAUSE
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_SIGN = lazy_pattern(
    rf"{CAUSE}|理由|关键|使|让(?!利)|令|以[便免防]|用于|用来|从而|既|才能|才会|不然|否则|怕|担心|难以|有助|方便|不够|[“”\"]|^\W*[一-鿿]{{2,5}}[:：]"
)
"""Also what somebody says word for word."""

REPEATED = 0.6
"""Share of the pairs of characters of what is asked from which on a sentence repeats it."""


class UntoldCause:
    """Looks for a cause in sentences."""

    def __init__(self, question: Question) -> None:
        asked = question.kind is Kind.REASON and not question.in_english
        said = [str(mention.meaning) for mention in question.matter] if asked else []
        self._pairs = {pair for text in said for pair in character_pairs(text)}

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._pairs)

    def found_in(self, telling: Telling) -> bool:
        """Whether there is none in a sentence that repeats most of what is asked, the one before and the one after it."""
        if sum(pair in telling.sentence for pair in self._pairs) < REPEATED * len(self._pairs):
            return False
        near = (telling.sentence, telling.before.rpartition("\n")[2], telling.after)
        return not any(map(_SIGN.search, near))
