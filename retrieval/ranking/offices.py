"""Whether a sentence tells who holds another office than the one asked for: 副主任 for 主任, another company's 总经理."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.mention import SUBJECTS
from retrieval.question.names import Words, is_unknown
from retrieval.question.question import Question
from retrieval.ranking.english_offices import office_in_english
from retrieval.ranking.subjects import Subject
from retrieval.ranking.telling import Telling

_HELD = lazy_pattern(
    r"\W*(?:的?(?:名字|姓名)?(?:现在|目前|如今|现任|都|又|还)?(?:是|叫|由|换|换成|为)?了?(?:谁|哪一?[位个]|什么|什么名字)?(?:担任|呢)?"
    r"|(?:都|分别)?(?:有|是)?(?:哪些人?|哪几[位个人]|谁|名单))\W*$"
)
"""What may stand between an office and the end of a question that asks for its holder."""
_HOLDER = lazy_pattern(r"谁(?:是|任|当|担任|做|接任|出任|在当)|\bwho\b|whose name|name of")
_BEFORE = lazy_pattern(r"[一-鿿]*$")
_LONGEST = 14
_TEXTS_IN_MEMORY = 4096
"""Sentences whose offices are kept: people ask about the same reports."""
_BRAND, _NAME = 2, 3
"""Characters that no dictionary has, with which the name of a company begins; and those that it is longer than."""
_TENURES = "上一任|上任|新任|现任|时任|首任|前任|原任"
_ASKED_BETWEEN = lazy_pattern(r"(?:现在|目前|如今)?(?:是|由)?谁(?:是|任|当|做|担任|在当|接任|出任)?$")
"""What may stand between an organ and its office where its holder is asked for: 招商局现在谁是局长."""
_BEFORE_ORGAN = lazy_pattern(rf"^.*(?:的|谁[任当做]?|担任|现在|目前|如今|{_TENURES})|^[原前现新]")
_BEHIND_ORGAN = lazy_pattern(rf"(?:{_TENURES}|[原前现新])$")
_KINDS = ("委会", "司团")
"""Last characters of organs that one may be called by as well as by another: 管委 and 管委会, 公司 and 集团."""
_LEFT = lazy_pattern(r"[一-鿿]{0,2}职务|\(?职务")
"""What follows an office that somebody leaves: 免去宋樵的局长职务."""
_FORMER = lazy_pattern(r"上一?[任届]|前一?任|(?<!之)前(?=[一-鿿]{0,6}$)|原任?(?!料|材|子|副产)")
_GONE = lazy_pattern(r"上一?任|前任|前(?=主任|书记|局长|总|董)|原任?|不再|免去|卸任|此前|曾任?|调任|离任|时任|接替|接任|退休|辞去")
_WAS = lazy_pattern(r"(?:原|前任|时任)[一-鿿]{0,4}$")
_BEFORE_SOMEBODY = lazy_pattern(r"([一-鿿]{2,4})(?:之前|以前)")
"""Who is named where the one before them is asked for: 方远桥之前的主任."""
_TAKEN_FROM = "(?:免去|接替)(?:{name})[^,，;；。]*(?:{office})"
_GIVES_UP = "(?:{name})(?:同志)?[^;；。]{{0,24}}?(?:不再担任|卸任|辞去|离任)[^,，;；。]*(?:{office})"
_PRESENT = "现任"
FORMER_UNTOLD = 0.5
"""What it says where who held an office before is asked for, and nothing tells that somebody left it: the report may be an old one."""
_TAKEN = lazy_pattern(r"(?<!现)(?<!兼)任[^，。；]*$")


class Office(NamedTuple):
    """An office that a text names."""

    name: str
    vice: bool
    before: str
    """The run of Chinese characters right before it."""
    start: int


class OfficeContradiction:
    """Compares sentences with the office whose holder one question asks for."""

    def __init__(self, question: Question, subject: Subject | None, words: Words) -> None:
        self._asked = office_asked(question)
        self._names = meant_offices(self._asked.name) if self._asked else ()
        successor = _BEFORE_SOMEBODY.search(question.plain) if self._asked else None
        self._successor = f"{successor[1][-3:]}|{successor[1][-2:]}" if successor else None
        self._former = successor is not None or _FORMER.search(question.plain) is not None
        self._present = not self._former and question.about_now
        self._subject = subject
        self._words = words

    @property
    def asked(self) -> bool:
        """Whether the question asks who holds an office."""
        return self._asked is not None

    @property
    def of_company(self) -> bool:
        """Whether that is one that companies have: a 管委会主任 is none of the company that was named before."""
        return any(name in _table().company for name in self._names)

    def found_in(self, telling: Telling) -> float:
        """1 where a holder is asked for and the sentence names no such office, or the one who holds it now for the one before."""
        if self._asked is None:
            return 0.0
        if not any(self._is_asked(told) for told in offices_told(telling.sentence, with_left=self._former)):
            return 1.0
        if self._successor and self._is_of_successor(self._successor, telling.sentence):
            return 1.0
        if self._former and not _GONE.search(telling.sentence):
            return 1.0 if _PRESENT in telling.sentence else FORMER_UNTOLD
        return 0.0

    def _is_of_successor(self, name: str, sentence: str) -> bool:
        """Whether the sentence tells who came after somebody, or only that they hold the office, where the one before them is asked for."""
        office = "|".join(_table().patterns[office] for office in self._names)
        if not _GONE.search(sentence):
            return re.search(name, sentence) is not None
        return any(re.search(leaves.format(name=name, office=office), sentence) for leaves in (_TAKEN_FROM, _GIVES_UP))

    def _is_asked(self, told: Office) -> bool:
        if self._asked is None or told.name not in self._names or told.vice != self._asked.vice:
            return False
        if self._present and _WAS.search(told.before):
            return False
        return _same_organ(self._asked.before, told.before) and not self._of_another(told)

    def _of_another(self, told: Office) -> bool:
        """Whether the name of another company stands right before the office."""
        if self._subject is None or self._subject.brand in told.before or told.name not in _table().company:
            return False
        unknown = sum(1 for _ in takewhile(is_unknown, self._words(told.before)))
        return unknown >= _BRAND and len(told.before) > _NAME and told.before[-1] not in "任兼为"


class _Table(NamedTuple):
    names: dict[str, str]
    """By group of the pattern, the office."""
    pattern: re.Pattern[str]
    organ: re.Pattern[str]
    own: re.Pattern[str]
    patterns: dict[str, str]
    """By office, how it is written."""
    company: tuple[str, ...]
    meant: dict[str, tuple[str, ...]]


@functools.cache
def _table() -> _Table:
    listed = table("offices.toml")
    offices: dict[str, str] = listed["offices"]
    names = {f"o{place}": name for place, name in enumerate(sorted(offices, key=len, reverse=True))}
    words = "|".join(f"(?P<{group}>{offices[name]})" for group, name in names.items())
    return _Table(
        names,
        re.compile(f"(?P<vice>{listed['vice']})?(?:{words})"),
        re.compile(f"(?:{listed['organs']})$"),
        re.compile(f"(?:{listed['own']})$"),
        offices,
        tuple(listed["company"]),
        {word: tuple(offices) for word, offices in listed["meant"].items()},
    )


def meant_offices(name: str) -> tuple[str, ...]:
    """The offices that an office's name may mean: of 老板 several, of most itself."""
    return _table().meant.get(name, (name,))


def company_offices() -> tuple[str, ...]:
    """Those that companies have."""
    return _table().company


def organ_of(text: str) -> str | None:
    """The organ whose name a text ends with."""
    organ = _table().organ.search(text)
    return organ[0] if organ else None


@functools.lru_cache(_TEXTS_IN_MEMORY)
def offices_told(text: str, *, with_left: bool = False) -> tuple[Office, ...]:
    """The offices that a normalised text names; `with_left` also those that somebody leaves."""
    return tuple(_found_offices(text, with_left=with_left))


def _found_offices(text: str, *, with_left: bool) -> Iterator[Office]:
    for match in _table().pattern.finditer(text):
        if not with_left and _LEFT.match(text, match.end()) and not _TAKEN.search(text, 0, match.start()):
            continue
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        vice = match["vice"] is not None or match[0] == "副总"
        yield Office(_table().names[match.lastgroup or ""], vice, before[0] if before else "", match.start())


def office_asked(question: Question) -> Office | None:
    """The last office that a question names, where it asks who holds it; the names of its subjects are no part of what stands before it."""
    if question.in_english:
        return _asked_in_english(question)
    if question.kind not in (Kind.PERSON, Kind.OTHER, Kind.LIST):
        return None
    plain = question.plain
    for mention in question.of(*SUBJECTS):
        if not _is_organ(mention.text):
            plain = plain.replace(mention.text.lower(), "，")
    found = [match for match in _table().pattern.finditer(plain) if _HELD.match(plain, match.end()) or _HOLDER.search(plain)]
    if not found:
        return None
    office = offices_told(plain[: found[-1].end()], with_left=True)[-1]
    before = _BEFORE_ORGAN.sub("", _BEHIND_ORGAN.sub("", _ASKED_BETWEEN.sub("", office.before)))
    organ = _table().organ.search(before) or (before and _table().organ.search(before + office.name[0]))
    return office._replace(before=organ[0] if organ else "")


def _asked_in_english(question: Question) -> Office | None:
    """The same for a question in English; its organ may be called in several ways, divided by |."""
    named = office_in_english(question.plain) if question.kind is Kind.PERSON else None
    return Office(named.name, named.vice, "|".join(named.organs), 0) if named else None


def _is_organ(name: str) -> bool:
    """Whether a name is that of something within a zone that has a head of its own: 岚川科创中心, but no company."""
    return _table().organ.search(name) is not None and _table().own.search(name) is None


def _same_organ(asked: str, told: str) -> bool:
    """Whether an office is of the organ asked for: in full, or as it is called for short (投促局 for 投资促进局)."""
    organ = _table().organ.search(told)
    if organ is None:
        return True
    if not asked:
        return _table().own.search(told) is not None
    return any(_is_same(each, organ) for each in asked.split("|"))


def _is_same(asked: str, organ: re.Match[str]) -> bool:
    one, other = (name.replace("党工委", "工委") for name in (asked, organ[0]))
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
