"""The sentence that is quoted beside the one that answers best: the next one that names what that only counts, or the one that fits best.

Who asks why, how or whether something is so asks for nothing that can be seen in a sentence. Where the reader then takes another sentence
of the passage, one tells what the other is about: 会建三期吗 is answered by 对于三期，公司要看订单 and by 订单过百就动工 behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.question import Question
from retrieval.ranking.listed_next import named_next
from retrieval.text.passage_facts import SentenceFacts

_ASKED = lazy_pattern(
    r"吗|没有?$|是否|是不是|有没有|会不会|能不能|要不要|该不该|可不可以|(?P<done>[一-鿿])[不没](?P=done)|怎么|如何|咋|[看靠凭图]什么"
)


class QuotedBesides:
    """Looks for what is quoted beside the sentence that answers one question best."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._stays = _stays(question)

    def found_in(self, sentences: Sequence[SentenceFacts], best: SentenceFacts) -> Span | None:
        """Where that sentence stands, of those of a passage the best one itself where it stays although the reader takes another."""
        return best.span if self._stays else named_next(self._question, sentences, best)


def _stays(question: Question) -> bool:
    if question.in_english:
        return False
    return question.kind is Kind.REASON or (question.kind is Kind.OTHER and _ASKED.search(question.plain.rstrip("?？。 ")) is not None)
