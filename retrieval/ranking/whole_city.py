"""Whether a sentence tells a figure of the whole city or province, where a question asks for a park's: 全市地区生产总值2176亿元."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_OF_CITY_ASKED = lazy_pattern(r"全[市省州国]|占|比|排|第几")
_OF_CITY = lazy_pattern(
    r"\W*(?:(?:\d{4}年|[今去]年|全年|[上下]半年|[前一二三四1-4]+季度|[\d-]+月),?)?全[市省州国](?!第|首|率先|唯一|最|前)"
)
_ZONE = lazy_pattern(r"[开新税发]区|园|[全该本我]区|[新园]城|基地")
"""What tells of a part of it, too."""


class WholeCity:
    """Compares sentences with the park of which one question asks a figure."""

    def __init__(self, question: Question) -> None:
        asks = question.kind is Kind.NUMBER or question.only_names
        self._asked = asks and bool(question.parks) and _OF_CITY_ASKED.search(question.said) is None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence begins with all of the city and names nothing in it."""
        return self._asked and _OF_CITY.match(sentence) is not None and _ZONE.search(sentence) is None
