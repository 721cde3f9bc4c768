"""Beside whom a question asks for the holder of an office: 方远桥之前的主任, who succeeded Fang Yuanqiao."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import is_pinyin, name_in
from retrieval.question.question import Question

_BEFORE = lazy_pattern(r"([一-鿿]{2,4})(?:之前|以前)")
"""Who is named where the one before them is asked for."""
_LATIN_NAME = r"([a-z'’-]+(?: [a-z'’-]+){0,2}?)"
_BEFORE_IN_ENGLISH = lazy_pattern(
    rf"\b(?:before|predecessor (?:of|to)|preceded) {_LATIN_NAME}(?= (?:as|in|at|took|became|was|came|arrived)\b|['’]s|\W*$)"
    rf"|\bdid {_LATIN_NAME} (?:succeed|replace|take over)\b"
)
_AFTER_IN_ENGLISH = lazy_pattern(
    rf"\b(?:after|succeed(?:ed|s)?|replace[ds]?|successor (?:of|to)|took over from) {_LATIN_NAME}"
    r"(?= (?:as|in|at|left|leaves|retired|resigned|stepped|moved|was|had)\b|['’]s|\W*$)"
)
_FORMER = lazy_pattern(
    r"上一?[任届]|前一?任|(?<!之)前(?=[一-鿿]{0,6}$)|原任?(?!料|材|子|副产)|\b(?:former|previous|predecessor|preceded)\b"
)


class Beside(NamedTuple):
    """Somebody beside whom the holder of an office is asked for."""

    chinese: str = ""
    """Their name as typed; empty where it is typed in pinyin."""
    pinyin: str = ""

    def writing_in(self, sentence: str) -> str:
        """A pattern of their name, in full or without the surname, as a sentence has it; empty where it has none."""
        name = self.chinese or name_in(sentence, self.pinyin)
        return "|".join(dict.fromkeys((name[-3:], name[-2:]))) if name and name[-2:] in sentence else ""


def _named_by(pattern: re.Pattern[str], plain: str) -> Beside | None:
    match = pattern.search(plain)
    pinyin = re.sub("[^a-z]", "", next(filter(None, match.groups()))) if match else ""
    return Beside(pinyin=pinyin) if is_pinyin(pinyin) else None


def successor_named(question: Question) -> Beside | None:
    """Whose predecessor is asked for."""
    if question.in_english:
        return _named_by(_BEFORE_IN_ENGLISH, question.plain)
    named = _BEFORE.search(question.plain)
    return Beside(named[1]) if named else None


def predecessor_named(question: Question) -> Beside | None:
    """Whose successor a question in English asks for."""
    return _named_by(_AFTER_IN_ENGLISH, question.plain) if question.in_english else None


def asks_for_former(question: Question) -> bool:
    """Whether a question asks who held an office before."""
    return _FORMER.search(question.plain) is not None
