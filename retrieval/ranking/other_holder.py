"""Whether a sentence surely tells who holds another office than the one whose holder is asked for: 副主任 for 主任, a firm's other head.

What `offices.py` says rests on how an organ is called and is sometimes wrong; this is not.
"""

from __future__ import annotations

import re

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.asked_office import office_asked
from retrieval.ranking.office import Office, company_offices, meant_offices, offices_told, organ_of
from retrieval.ranking.people import people_named, surnames
from retrieval.ranking.succession import Beside, predecessor_named, successor_named

_HEAD = lazy_pattern(r"[一-鿿]{3,}$")
_HELD_WITHOUT_NAME = ("创始人", "法定代表人")
"""Offices that are told by a verb, too: 由罗闻笛创办."""
_SHORTEST = 3
"""Characters by which a firm is surely named."""
_LEFT = lazy_pattern(
    r"(?P<left>[一-鿿]{2,4}?)(?:之后|以后|走后|走了|离开后|离任后|卸任后|调走|退休后|提拔后|辞职后)"
    r"|(?:接替|顶替|接了?)(?P<replaced>[一-鿿]{2,4}?)(?:当|做|任|的|出任|$)"
)
_NO_FIRM_BEFORE = lazy_pattern(r"^$|[兼暨]任?$")
"""What stands before an office that is of the firm named last: 天藻生物总经理、董事长, 董事长兼总经理."""
_OF_DIVISIONS = ("科长", "处长", "站长")
"""Heads of what lies within an organ, whatever its own head is called."""
_WHO = lazy_pattern(r"谁|哪一?位|叫什么|是$")
_OF_BOTH = lazy_pattern(r"免去|接替(?!者)|由[一-鿿]{2,10}(?:任|接|担)|换成|(?<!以)前[一-鿿]{0,4}(?:长|主任|书记|经理)[一-鿿]")
"""What names who left as well as who came."""
_BY_OFFICE = lazy_pattern(r"由[一-鿿]{2,12}(?:长|主任|书记|经理|总监)兼")
"""Who holds an office told only by another: 由副市长兼任."""
_SUCCEEDS = lazy_pattern(r"接替|接任|继任|由[一-鿿]{2,10}(?:任|接|担)|换成|新任")

_ITEM_END = lazy_pattern(r"[；;。]")
_LEAVES = lazy_pattern(r"免去|免职|不再担任|辞去|辞职|卸任|撤职")
_COMES = lazy_pattern(r"任命|接[任替棒]|出任|继任|(?<![担离卸免])任(?![职何务期用前])|担任(?<!不再担任)|由[一-鿿]{2,8}(?:任|担)")
_LEFT_ASKED = lazy_pattern(
    r"免|卸|离任|辞|[之以]?前(?!海)|原|上一?任|老(?:主任|局长|书记)|曾"
    r"|\b(?:(?:before|former|previous|predecessor|was|lost|left|leaves|dismissed|sacked|fired|removed|resigned|retired)\b|succeed|replace)"
)
"""What asks for somebody who may have left."""


class OtherHolder:
    """Compares sentences with the office whose holder one question asks for."""

    def __init__(self, question: Question, words: Words) -> None:
        self._words = words
        self._asked = office_asked(question)
        self._names = meant_offices(self._asked.name) if self._asked else ()
        self._needs_office = question.in_english and self._asked is not None and self._asked.name not in _HELD_WITHOUT_NAME
        left_asked = _LEFT_ASKED.search(question.plain) is not None
        self._who_holds = self._asked is not None and _WHO.search(question.said) is not None and not left_asked
        self._firm = self._firm_asked(question.plain)
        self._left = self._who_left(question.plain)
        named = () if self._asked or question.in_english else offices_told(question.said, with_left=True)
        self._office_of_subject = named[0] if len(named) == 1 else None
        self._beside = (successor_named(question), predecessor_named(question)) if self._asked else ()

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked is not None or self._left is not None or self._office_of_subject is not None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells only of another office, or of no other than whom the one before or after is asked for."""
        return (
            self._names_only_others(sentence)
            or self._is_vice(sentence)
            or self._is_of_lower_organ(sentence)
            or self._is_firms_other(sentence)
            or self._names_who_left(sentence)
            or self._is_left_only(sentence)
            or self._is_of_other_rank(sentence)
            or any(beside is not None and self._names_only(beside, sentence) for beside in self._beside)
        )

    def _names_only_others(self, sentence: str) -> bool:
        """Whether it names offices and not the one that a question in English asks the holder of, which means it by a word of its own."""
        told = offices_told(sentence) if self._needs_office else ()
        return bool(told) and (_BY_OFFICE.search(sentence) is not None or not any(each.name in self._names for each in told))

    def _is_vice(self, sentence: str) -> bool:
        asked = self._asked
        told = [each for each in offices_told(sentence) if each.name in self._names] if asked else []
        return asked is not None and bool(told) and all(each.vice != asked.vice for each in told)

    def _is_of_other_rank(self, sentence: str) -> bool:
        """Whether of the office of somebody of whom something else is asked only a deputy is told, or of a deputy's only the head."""
        asked = self._office_of_subject
        if asked is None:
            return False
        told = [each for each in offices_told(sentence, with_left=True) if each.name == asked.name]
        return bool(told) and all(each.vice != asked.vice for each in told)

    def _is_of_lower_organ(self, sentence: str) -> bool:
        """Whether each is of an organ within the one asked for: 机械工程学院院长 of 理工学院院长."""
        asked = self._asked
        organs = [organ for organ in asked.organs if len(organ) >= _SHORTEST] if asked else []
        if asked is None or not organs:
            return False
        told = [each for each in offices_told(sentence) if each.name in (*self._names, *_OF_DIVISIONS) and each.vice == asked.vice]
        return bool(told) and all(any(_is_within(organ, each) for organ in organs) for each in told)

    def _is_firms_other(self, sentence: str) -> bool:
        """Whether right behind the firm's name only other offices stand: 天藻生物总经理 where its 董事长 is asked for."""
        name = next(
            (self._firm[-length:] for length in range(len(self._firm), _SHORTEST - 1, -1) if self._firm[-length:] in sentence), None
        )
        if name is None:
            return False
        told = list(offices_told(sentence))
        if any(each.name in self._names and not each.vice and _NO_FIRM_BEFORE.search(each.before) for each in told):
            return False
        ends = [match.end() for match in re.finditer(re.escape(name), sentence)]
        behind = [next((each for each in told if each.start == end), None) for end in ends]
        return all(each is not None and (each.vice or each.name not in self._names) for each in behind)

    def _names_who_left(self, sentence: str) -> bool:
        if self._left is None or self._left[-2:] not in sentence or _SUCCEEDS.search(sentence):
            return False
        return all(self._left[-2:] in name or name in self._left for _, name in people_named(sentence, self._words))

    def _is_left_only(self, sentence: str) -> bool:
        """Whether each item of a list that tells of the very office tells who leaves it, and none who comes."""
        asked = self._asked
        if asked is None or not self._who_holds or _LEAVES.search(sentence) is None:
            return False
        names = [f"{organ}{asked.name}" for organ in asked.organs or ([""] if self._needs_office else [])]
        items = [item for item in _ITEM_END.split(sentence) if any(name in item for name in names)]
        return bool(items) and all(_LEAVES.search(item) and not _COMES.search(item) for item in items)

    def _names_only(self, beside: Beside, sentence: str) -> bool:
        """Whether it names nobody else than the one before or after whom the holder is asked for."""
        writing = beside.writing_in(sentence)
        named = people_named(sentence, self._words) if writing and not _OF_BOTH.search(sentence) else []
        return bool(named) and all(re.search(writing, name) for _, name in named)

    def _firm_asked(self, plain: str) -> str:
        """The run of Chinese characters before the office of a firm; empty where another one is asked for."""
        if self._asked is None or self._asked.vice or not any(name in company_offices() for name in self._names):
            return ""
        last = offices_told(plain)[-1:]
        if not last or last[0].name not in self._names:
            return ""
        head = _HEAD.search(plain[: last[0].start].removesuffix("的"))
        return head[0] if head else ""

    def _who_left(self, plain: str) -> str | None:
        match = _LEFT.search(plain)
        if match is None or not _WHO.search(plain):
            return None
        left: str = match["left"] or match["replaced"]
        if left[0] in surnames():
            return left
        named = people_named(plain[: match.end()], self._words)
        return named[-1][1] if named else None


def _is_within(organ: str, told: Office) -> bool:
    place = told.before.rfind(organ)
    rest = told.before[place + len(organ) :]
    return place >= 0 and len(rest) >= _SHORTEST and bool(organ_of(rest))
