"""What a question in English says, in the Chinese words by which the rules of evidence know it: Phase II as 二期, new firms as 新增.

No translation: only what tells one answer from another of its kind. The words stand in english_wording.toml and in the glossary.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.asked import asks_of_growth, unit_asked

_WRITINGS = (
    "i ii iii iv v vi vii viii ix",
    "1 2 3 4 5 6 7 8 9 10",
    "one two three four five six seven eight nine ten",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
)
_NUMBERS = {word: han for writing in _WRITINGS for word, han in zip(writing.split(), "一二三四五六七八九十", strict=False)}
_LATIN = lazy_pattern("[a-z]")
_DENIED = lazy_pattern(r"[(,]\s*not\b[^,.?()]*")
"""Exports only (not total trade)."""
_ASKED = {Kind.PERSON: "谁", Kind.LIST: "哪些", Kind.REASON: "为什么"}
_NAMED = r"\b(?:which|what|names? of)\b(?! (?:share|percentage|proportion)\b)[^,.?]{0,24}? "
_FIRM = lazy_pattern(
    r"\b(?:which|what|names? of)\b.{0,40}?"
    r"\b(?:compan(?:y|ies)|firms?|enterprises?|[a-z]*makers?|suppliers?|manufacturers?|producers?|buyers?)\b"
)
_KINDS = (
    ("客户", lazy_pattern(rf"{_NAMED}(?:customer|client)s?\b")),
    ("银行", lazy_pattern(rf"{_NAMED}banks?\b")),
    ("医院", lazy_pattern(rf"{_NAMED}hospitals?\b")),
    ("大学", lazy_pattern(rf"{_NAMED}(?:university|universities)\b")),
    ("机构", lazy_pattern(rf"{_NAMED}(?:institution|agenc(?:y|ies)|organi[sz]ation)s?\b")),
    ("国家", lazy_pattern(rf"{_NAMED}(?:country|countries)\b")),
    ("城市", lazy_pattern(rf"{_NAMED}(?:city|cities)\b")),
)
"""Things whose name may be asked, by what they are called."""
_DAY = lazy_pattern(r"\b(?:which|what|exact) (?:day|date)\b|\bwhen exactly\b|\bexactly when\b|\bactual date\b|\bdate$")
_INVESTED = lazy_pattern(
    r"\bhow much (?:money )?(?:was|were|is|has been|did|does|will) .*\b(?:invest(?:ed)?|cost)\b"
    r"(?! in (?:fixed|industr|technolog|infrastructure|r&d))"
)
_YEAR = lazy_pattern(r"\b(?:which|what) year\b")


class SaidThing(NamedTuple):
    """One thing that a question speaks of in Latin letters."""

    start: int
    """Where it stands in the plain question."""
    words: tuple[str, ...]
    """The Chinese words that it may mean."""


def said_in_chinese(plain: str, things: Sequence[SaidThing], kind: Kind) -> str:
    """The words for what has one sense only, as 三居室 and 三室 have, in the order of a plain question, each apart from the next.

    What asks stands last.
    """
    clear = (thing.words[0] for thing in things if len({word[0] for word in thing.words}) == 1)
    return "，".join((*dict.fromkeys(clear), *_asking(plain, kind)))


def things_in_chinese(plain: str) -> tuple[SaidThing, ...]:
    """What a plain question speaks of, in its order: numbered parts, modifiers of figures, and what the glossary knows."""
    if not _LATIN.search(plain):  # whoever asks in Chinese needs no pattern of all phrases
        return ()
    found: list[SaidThing] = []
    plain = _DENIED.sub(lambda match: " " * len(match[0]), plain)
    for pattern, words in _wordings():
        found += (SaidThing(match.start(), (_with_number(words, match),)) for match in pattern.finditer(plain))
        plain = pattern.sub(lambda match: " " * len(match[0]), plain)
    phrases = (SaidThing(phrase.span.start, phrase.words) for phrase in load_glossary().phrases(plain))
    return tuple(sorted((*found, *phrases)))


def _with_number(words: str, match: re.Match[str]) -> str:
    named = next((group for group in match.groups() if group), "")
    return words.replace("N", _NUMBERS.get(named, named)).replace("X", named)


@functools.cache
def _wordings() -> Sequence[tuple[re.Pattern[str], str]]:
    number = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    listed: Mapping[str, str] = table("english_wording.toml")["wordings"]
    filled = ((each.replace("{number}", f"({number})").replace("{letter}", "([a-e])"), words) for each, words in listed.items())
    return [(lazy_pattern(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"), words) for pattern, words in filled]


def kind_named(plain: str) -> str:
    """What a question in English asks the name of, but for a firm, which is said as what it asks: 客户 of which customer."""
    return next((name for name, pattern in _KINDS if pattern.search(plain)), "")


def _asking(plain: str, kind: Kind) -> Iterator[str]:
    if kind is Kind.NUMBER and asks_of_growth(plain):
        yield "增速"
    elif kind is Kind.NUMBER and unit_asked(plain) == "%":
        yield "占比"
    elif kind is Kind.NUMBER and _INVESTED.search(plain):
        yield "投资多少"
    if kind in (Kind.LIST, Kind.ORGANISATION, Kind.OTHER) and _FIRM.search(plain):
        yield "哪家企业"
    elif kind is Kind.TIME:
        yield "哪天" if _DAY.search(plain) else "哪年" if _YEAR.search(plain) else "什么时候"
    elif kind in _ASKED:
        yield _ASKED[kind]
