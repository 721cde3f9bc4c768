"""Whether a sentence tells of another person what a question asks of one: the age or the school of who is named last before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import is_pinyin, name_in
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.people import people_named, surnames
from retrieval.ranking.telling import Telling


class _Attribute(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]


_ATTRIBUTES = (
    _Attribute(
        lazy_pattern(
            r"今年?(?:多大|多少岁|几岁)|多大(?:了|年纪|岁数|年龄)?$|多大(?:年纪|岁数)|年纪|几岁|多少岁|年龄|岁数"
            r"|(?:哪一?年|几月|什么时候|何时)(?:出)?生|出生|\bhow old\b|\bborn\b|\b(?:age|birth(?:day|place)?) of\b|'s age\b"
        ),
        lazy_pattern(r"\d+岁|\d{4}年(?:\d+月)?(?:出生|生(?=[,，。、]))|生于\d{4}"),
    ),
    _Attribute(lazy_pattern(r"哪[里儿]人|什么地方人|籍贯|老家"), lazy_pattern(r"人(?=[,，。;；])|籍")),
    _Attribute(lazy_pattern(r"入的?党|\bjoin(?:ed)? the party\b"), lazy_pattern(r"入党")),
    _Attribute(
        lazy_pattern(
            r"毕业|学历|哪个(?:大学|学校)|念的|读的|学的|什么专业"
            r"|\bgraduated?\b|\bdegree\b|\bwhere .*\bstud(?:y|ied)\b|\bwhich university\b|\beducated\b"
        ),
        lazy_pattern(r"毕业|学历|大学|博士|硕士|本科|专业"),
    ),
)
_TOGETHER = lazy_pattern(r"[、和与及]")
"""What stands between two of whom the same is told."""
_LEADING = lazy_pattern(r"(?P<name>[一-鿿]{2,4}?)(?:今年|现在|的|是|在|从|哪|$)")


_IN_PINYIN = lazy_pattern(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
"""Surname and name."""


class OfPerson:
    """Compares sentences with the person of whom one question asks such a thing."""

    def __init__(self, question: Question, words: Words) -> None:
        self._words = words
        plain = question.plain.strip()
        self._pinyin = person_in_pinyin(question) if question.in_english else None
        self._told: re.Pattern[str] | None = None
        self._name: str | None = None
        for attribute in _ATTRIBUTES:
            if asked := attribute.asked.search(plain):
                self._told, self._name = attribute.told, self._person(plain[: asked.start()])
                break

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._told is not None

    def found_in(self, telling: Telling) -> bool:
        """Whether the last person named before each place that tells such a thing is somebody else."""
        if self._told is None:
            return False
        name = name_in(telling.article, self._pinyin) if self._pinyin else self._name
        if not name:  # it may be read otherwise: 尉迟 is Yuchi
            return False
        text = f"{telling.before}\n{telling.sentence}"
        places = [match.start() + len(telling.before) + 1 for match in self._told.finditer(telling.sentence)]
        if not places:
            return False
        own = name[-2:]
        others = [start for start, other in people_named(text, self._words) if own not in other and other not in name]
        return all(self._is_of_another(text, place, others, own) for place in places)

    def _is_of_another(self, text: str, place: int, others: list[int], own: str) -> bool:
        before = [start for start in others if start < place]
        if not before:
            return False
        named = text.rfind(own, 0, place)
        return named < before[-1] and not (named >= 0 and _TOGETHER.fullmatch(text, named + len(own), before[-1]))

    def _person(self, head: str) -> str | None:
        """The person whom a question begins with, before what it asks of them."""
        if named := people_named(head, self._words):
            return named[0][1]
        leading = _LEADING.match(head)
        return leading["name"] if leading and leading["name"][0] in surnames() else None


def person_in_pinyin(question: Question) -> str | None:
    """Whom a question in English names, in small letters without a space: luowendi; no part of a park or a place."""
    for surname, name in _IN_PINYIN.findall(question.text):
        pinyin = f"{surname}{name}".lower()
        if is_pinyin(pinyin) and surname.lower() not in question.latin_places and not load_glossary().knows(name.lower()):
            return pinyin
    return None
