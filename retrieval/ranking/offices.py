"""Whether a sentence tells who holds another office than the one asked for: 副主任 for 主任, another company's 总经理."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.names import Words, is_unknown
from retrieval.question.question import Question
from retrieval.ranking.asked_office import office_asked
from retrieval.ranking.office import Office, company_offices, is_own, meant_offices, offices_told, organ_of, writing_of
from retrieval.ranking.subject import Subject
from retrieval.ranking.succession import asks_for_former, successor_named
from retrieval.ranking.telling import Telling

_BRAND, _NAME = 2, 3
"""Characters that no dictionary has, with which the name of a company begins; and those that it is longer than."""
_WITH_PLACE = 5
"""Characters beyond which the name of an organ may begin with that of its place."""
_KINDS = ("委会", "司团")
"""Last characters of organs that one may be called by as well as by another: 管委 and 管委会, 公司 and 集团."""
_GONE = lazy_pattern(r"上一?任|前任|前(?=主任|书记|局长|总|董)|原任?|不再|免去|卸任|此前|曾任?|调任|离任|时任|接替|接任|退休|辞去")
_BODY = lazy_pattern(r"(?:基地|实验室|联盟|平台|工作站)$")
"""What has a 主任 of its own beside organs."""
_WAS = lazy_pattern(r"(?:原|前任|时任)[一-鿿]{0,4}$")
_TAKEN_FROM = "(?:免去|接替)(?:{name})[^,，;；。]*(?:{office})"
_GIVES_UP = "(?:{name})(?:同志)?[^;；。]{{0,24}}?(?:不再担任|卸任|辞去|离任)[^,，;；。]*(?:{office})"
_SPEAKER = lazy_pattern(
    r"\W*(?P<name>[一-鿿]{2,4}?)(?:[说称的]|表示|介绍|要求|坦言|认为|指出|透露|告诉|强调|解释|回忆|回应|补充|直言|建议|提出|呼吁|在|[:：])"
)
_LONGEST_OFFICE = 24
"""Characters before a name in which its office stands."""
_PRESENT = "现任"
FORMER_UNTOLD = 0.5
"""What it says where who held an office before is asked for, and nothing tells that somebody left it: the report may be an old one."""


class OfficeContradiction:
    """Compares sentences with the office whose holder one question asks for."""

    def __init__(self, question: Question, subject: Subject | None, words: Words) -> None:
        self._asked = office_asked(question)
        self._names = meant_offices(self._asked.name) if self._asked else ()
        self.of_company = any(name in company_offices() for name in self._names)
        """Whether it is one that companies have: a 管委会主任 is none of the company that was named before."""
        self._successor = successor_named(question) if self._asked else None
        self._former = self._successor is not None or asks_for_former(question)
        self._present = not self._former and question.about_now
        self._subject = subject
        self._words = words

    @property
    def asked(self) -> bool:
        """Whether the question asks who holds an office."""
        return self._asked is not None

    def found_in(self, telling: Telling) -> float:
        """1 where a holder is asked for and the sentence names no such office, or the one who holds it now for the one before."""
        if self._asked is None:
            return 0.0
        if not any(self._is_asked(told) for told in offices_told(telling.sentence, with_left=self._former)):
            return float(not self._is_told_before(telling))
        if self._successor and self._is_of_successor(self._successor.writing_in(telling.sentence), telling.sentence):
            return 1.0
        if self._former and not _GONE.search(telling.sentence):
            return 1.0 if _PRESENT in telling.sentence else FORMER_UNTOLD
        return 0.0

    def _is_told_before(self, telling: Telling) -> bool:
        """Whether the article says that they hold it of whom the sentence begins with: 主任罗闻笛到会. 罗闻笛说."""
        if self._former:
            return False
        speaker = _SPEAKER.match(telling.sentence)
        if speaker is None:
            return False
        for text in (telling.before, telling.article):
            for match in re.finditer(re.escape(speaker["name"]), text):
                told = offices_told(text[max(0, match.start() - _LONGEST_OFFICE) : match.start()])
                if told and told[-1].end == min(match.start(), _LONGEST_OFFICE) and self._is_asked(told[-1]):
                    return True
        return False

    def _is_of_successor(self, name: str, sentence: str) -> bool:
        """Whether the sentence tells who came after somebody, or only that they hold the office, where the one before them is asked for."""
        if not name or not _GONE.search(sentence):
            return bool(name)
        office = writing_of(self._names)
        return any(re.search(leaves.format(name=name, office=office), sentence) for leaves in (_TAKEN_FROM, _GIVES_UP))

    def _is_asked(self, told: Office) -> bool:
        if self._asked is None or told.name not in self._names or told.vice != self._asked.vice:
            return False
        if self._present and _WAS.search(told.before):
            return False
        if told.name == "主任" and _BODY.search(told.before) and not _BODY.search("".join(self._asked.organs)):
            return False
        organs = self._asked.organs
        if self._subject:  # 创服中心 of 岚川创服中心
            organs = (*organs, *(organ.removeprefix(self._subject.brand) for organ in organs if len(organ) > _WITH_PLACE))
        return _same_organ(organs, told.before) and not self._of_another(told)

    def _of_another(self, told: Office) -> bool:
        """Whether the name of another company stands right before the office."""
        if self._subject is None or self._subject.brand in told.before or self._subject.rest_stands_in(told.before):
            return False
        if told.name not in company_offices():
            return False
        unknown = sum(1 for _ in takewhile(is_unknown, self._words(told.before)))
        return unknown >= _BRAND and len(told.before) > _NAME and told.before[-1] not in "任兼为"


def _same_organ(asked: Sequence[str], told: str) -> bool:
    """Whether an office is of the organ asked for: in full, or as it is called for short (投促局 for 投资促进局)."""
    organ = organ_of(told)
    if not organ:
        return True
    return any(_is_same(each, organ) for each in asked) if asked else is_own(organ)


def _is_same(asked: str, told: str) -> bool:
    one, other = (name.replace("党工委", "工委") for name in (asked, told))
    return _kind(one) == _kind(other) and (_holds(one, other) or _holds(other, one))


def _kind(organ: str) -> str:
    """What an organ is: an office of a committee is no committee, and one for discipline no other."""
    if "纪" in organ:
        return "纪"
    return next((kind for kind in _KINDS if organ[-1] in kind), organ[-1])


def _holds(long: str, short: str) -> bool:
    """Whether the characters of a short form stand in this order in the long one."""
    rest = iter(long)
    return all(char in rest for char in short)
