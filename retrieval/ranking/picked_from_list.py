"""Whether all that a sentence tells is of one that it picks out: 甲园，其中一条线投资9亿元 where the investment in 甲园 is asked."""

from __future__ import annotations

import re

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.neighbours_figure import figure_sign, tells_figure
from retrieval.text.character_pairs import character_pairs

_OF_WHICH, _ITEM, _CLAUSE = "其中", lazy_pattern(r"[;；。]"), lazy_pattern(r"[，,:：]")
_ONE, _HAN, _TITLE = lazy_pattern(r"[^，,、:：]*"), lazy_pattern(r"[一-鿿]+"), lazy_pattern(r"“[^”]*”")
"""The clause with the one that is picked."""
_COVERS = lazy_pattern(r"[，,](?:产品|业务|领域|行业|产业|主要)?(?:涵盖|涉及|覆盖|包括|包含|囊括)")
_DIGIT = lazy_pattern(r"\d")
_NAMING = 3
"""Characters by which what stands before is surely what is asked about."""
_LONGEST_MEASURE = 4
"""Characters in which what is told of the one, and asked of the other, may be called the same."""
_SHORTEST = 2


class PickedFromList:
    """Compares sentences with the thing whose figure one question asks."""

    def __init__(self, question: Question) -> None:
        self._sign = None if question.in_english else figure_sign(question)
        mentions = question.of(MentionKind.MATTER, MentionKind.NAME)
        self._words = "，".join(str(mention.meaning) for mention in mentions) if self._sign else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return len(self._words) >= _NAMING

    def found_in(self, sentence: str) -> bool:
        """Whether it names the thing, and has the figure only behind 其中 and the name of another one, or only of more than the thing."""
        sign = self._sign
        if sign is not None and self._is_only_covered(sign, sentence):
            return True
        head, picks, rest = sentence.partition(_OF_WHICH)
        clauses = _CLAUSE.split(head)
        naming = [place for place, clause in enumerate(clauses) if self._names(clause)]
        if sign is None or not picks or not naming or tells_figure(sign, _TITLE.sub("", "，".join(clauses[naming[0] :]))):
            return False
        one, *others = _ITEM.split(rest)
        return tells_figure(sign, one) and not any(tells_figure(sign, other) for other in others) and self._is_of_another(sign, one)

    def _names(self, text: str) -> bool:
        return any(self._words[place : place + _NAMING] in text for place in range(len(self._words) - _NAMING + 1))

    def _is_of_another(self, sign: re.Pattern[str], one: str) -> bool:
        """Whether what is picked shares nothing with the question but what the measure is called, and what follows it nothing at all."""
        match = _ONE.match(one.lstrip("，,:："))
        clause, rest = (match[0], match.string[match.end() :]) if match else ("", "")
        figure = sign.search(clause)
        thing = "".join(_HAN.findall(clause[: figure.start()] if figure else clause))
        thing = thing[: len(thing) - _shared_end(thing, self._words)]
        told = character_pairs(thing) | (character_pairs(rest) if _DIGIT.search(clause) else set())
        return len(thing) >= _SHORTEST and not any(pair in self._words for pair in told)

    def _is_only_covered(self, sign: re.Pattern[str], sentence: str) -> bool:
        """Whether the thing stands only in what all of it covers: 企业90家，产品涵盖甲、乙."""
        for item in _ITEM.split(sentence):
            match = _COVERS.search(item)
            head, covered = (item[: match.start()], item[match.end() :]) if match else ("", "")
            named = self._names(covered) and not self._names(head)
            if named and tells_figure(sign, head) and not tells_figure(sign, covered):
                return True
        return False


def _shared_end(thing: str, words: str) -> int:
    """How many of its last characters the question has, too."""
    return next((length for length in range(_LONGEST_MEASURE, 0, -1) if len(thing) > length and thing[-length:] in words), 0)
