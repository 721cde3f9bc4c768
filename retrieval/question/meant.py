"""How something that a follow-up names is put into the question before it: 高新区 as 沐江高新区, 上半年 as 2022年上半年."""

from __future__ import annotations

import re

from corpus.language.parks import without_kind
from corpus.language.times import TimeExpression
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question

_HAN = re.compile(r"[一-鿿]")
_YEAR = re.compile(r"(?P<digits>(?:19|20)\d\d)年?")
_NUMBER = r"[\d一二三四五六七八九十]+"
_CHINESE_PART = re.compile(
    rf"第?[一二三四1-4]季度|前[二三两23]个?季度|[上下]半年|年[底末初中]|前{_NUMBER}个?月|{_NUMBER}月(?:份|底|初|[上中下]旬|{_NUMBER}[日号])?"
)
_ENGLISH_PART = re.compile(
    r"q[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:half|quarter)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
)


def words_for(mention: Mention, before: Question, known: Gazetteer) -> str | None:
    """What to write for a mention in the question before; None for a kind of park when it is not clear which park is meant."""
    if isinstance(mention.meaning, TimeExpression):
        return _time(mention.text, before)
    if mention.kind is MentionKind.PARK_KIND:
        return _park_of_kind(mention.meaning, before, known)
    if mention.kind is MentionKind.PLACE:
        parks = [park for park in known.parks if park.startswith(mention.meaning)]
        return known.written(parks[0]) if len(parks) == 1 else mention.text
    return mention.text


def _park_of_kind(kind: str, before: Question, known: Gazetteer) -> str | None:
    """The park of a kind beside the one asked about; or the only known one."""
    beside = [park for asked in before.parks if (park := without_kind(asked) + kind) in known.parks]
    parks = beside[:1] or [park for park in known.parks if park.endswith(kind)]
    return known.written(parks[0]) if len(parks) == 1 else None


def _time(text: str, before: Question) -> str:
    """A part of a year is one of the year asked about; a bare year is written as the question before writes."""
    years = [time.last.year for time in before.times]
    if years and _CHINESE_PART.fullmatch(text):
        return f"{max(years)}年{text}"
    if years and _ENGLISH_PART.fullmatch(text.lower()):
        return f"{text} {max(years)}"
    year = _YEAR.fullmatch(text)
    return f"{year['digits']}{'年' if _HAN.search(before.text) else ''}" if year else text
