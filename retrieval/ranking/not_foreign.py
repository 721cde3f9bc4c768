"""Whether a sentence counts firms of any kind where a question in English asks for foreign ones, and nothing told before it is of these."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling

_ASKED = lazy_pattern(
    r"\b(?:foreign|overseas)(?:[ -](?:funded|invested|owned|backed|capital))?"
    r" (?:compan(?:ies|y)|firms?|enterprises?|investors?|manufacturers?|business(?:es)?)\b"
)
_TOLD = lazy_pattern(r"外[资商企籍方国]|境外|海外|国外|合资|跨国|港澳|[日韩德美法英台港欧侨]资|[日韩德美法英台]企|来自")


class NotForeign:
    """Compares sentences with the foreign firms of which one question asks a figure."""

    def __init__(self, question: Question) -> None:
        self._asked = question.in_english and question.kind is Kind.NUMBER and _ASKED.search(question.plain) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked

    def found_in(self, telling: Telling) -> bool:
        """Whether that is so; a report on foreign firms need not say at each figure that it is of them."""
        return not any(map(_TOLD.search, (telling.sentence, telling.before, telling.about)))
