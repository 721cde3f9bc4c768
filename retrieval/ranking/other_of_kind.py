"""Whether a sentence begins with another thing of the kind that a question asks about: 叶片车间 told where 涂装车间 is asked."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.text.character_pairs import character_pairs

_KIND = r"(?P<kind>街道|大道|公寓|电站|车间|[厂岗馆镇村店班楼库])"
_ASKED = lazy_pattern(rf"(?P<which>[一-鿿]{{2}}){_KIND}")
_FIRST = lazy_pattern(
    rf"\W*(?:(?:目前|其中|[今去]年|\d+年)[,，]?)*(?P<which>(?:(?![的该这那此本其各座个所家名处间套栋幢两第几多全有在和与及新老旧整])[一-鿿]){{2,4}}?){_KIND}(?!房)"
)
"""What a sentence begins with; 该厂 and 两个厂 are no others."""


class OtherOfKind:
    """Compares sentences with the thing whose figure or time one question asks."""

    def __init__(self, question: Question) -> None:
        asked = question.kind in (Kind.NUMBER, Kind.TIME) and not question.in_english
        things = question.of(MentionKind.MATTER, MentionKind.NAME) if asked else ()
        self._asked = [(match["which"], match["kind"]) for thing in things for match in _ASKED.finditer(str(thing.meaning))]
        self._pairs = set().union(*(character_pairs(str(thing.meaning)) for thing in things))

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._asked)

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence begins with another one, and does not name the one asked about."""
        first = _FIRST.match(sentence)
        if first is None or any(which in sentence for which, kind in self._asked if kind == first["kind"]):
            return False
        told = character_pairs(first["which"]) | {first["which"][-1] + first["kind"][0]}
        return any(kind == first["kind"] for _, kind in self._asked) and self._pairs.isdisjoint(told)
