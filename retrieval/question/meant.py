"""How something that a follow-up names is put into the question before it: 高新区 as 沐江高新区, 上半年 as 2022年上半年."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.language.asking_words import Talk
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.parks import without_kind
from corpus.language.times import TimeExpression
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import SUBJECTS, Mention, MentionKind, span_of
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese
from retrieval.question.years import bare_year, in_year, is_part_of_year

_PARK = lazy_pattern("[区區园園]|zone|park", re.IGNORECASE)
_THING_IN = lazy_pattern(r"\bthe (?:[\w-]+ ){1,4}(?:in|at) $", re.IGNORECASE)
"""What leads to the place of a thing: the pilot plant in Linyue."""
_YEAR_BEFORE = "上年"
"""In 上年同期: the year before the one asked about."""
_STEPS = {Talk.YEAR_BEFORE: -1, Talk.WHOLE_YEAR: 0, Talk.YEAR_AFTER: 1}


def words_for(mention: Mention, before: Question, known: Gazetteer) -> str | None:
    """What to write for a mention in the question before; None for a kind of park when it is not clear which park is meant."""
    if isinstance(mention.meaning, TimeExpression):
        return _time(mention.text, before)
    if mention.kind is MentionKind.PARK_KIND:
        return _park_of_kind(mention.meaning, before, known)
    if mention.kind in (MentionKind.PLACE, MentionKind.MATTER):
        parks = [park for park in known.parks if park.startswith(mention.meaning)]
        return known.written(parks[0]) if len(parks) == 1 else mention.text
    return _park_called(str(mention.meaning), before, known) or mention.text


def turned(talk: Collection[Talk], times: Sequence[Mention], before: Question) -> list[str]:
    """The year before, after or around the times of a question, or the same part of another: 前一年呢, 全年呢, 去年同期呢."""
    if not before.times:
        return []
    asked = before.times[-1].first.year
    if Talk.SAME_PERIOD in talk:
        named = [time.meaning.first.year for time in times if isinstance(time.meaning, TimeExpression) and time.text != _YEAR_BEFORE]
        return [in_year(before.of(MentionKind.TIME)[-1].text, named[0] if named else asked - 1)]
    return [_year(asked + step, before) for turn, step in _STEPS.items() if turn in talk]


def _noun_phrase(before: Question) -> str:
    """What a question asks for, without its asking words and times: 沐江高新区管委会主任 of 沐江高新区管委会主任是谁."""
    names = before.of(MentionKind.NAME)
    return names[-1].text if names else before.without(*before.of(MentionKind.ASKING, MentionKind.TIME)).strip(" ?？。.是的")


def pointed_at(pointing: Mention, before: Question) -> str:
    """What 它, 该园区 or 她 means in something typed after a question; empty where that mentions nothing of the kind."""
    if pointing.meaning is Talk.NAMED:
        return _noun_phrase(before)
    kinds = (MentionKind.PARK, MentionKind.PLACE) if _PARK.search(pointing.text) else SUBJECTS
    subject = next(reversed(before.of(*kinds)), None)
    if subject is None:
        return ""
    return thing_in(before, (subject,)) if pointing.meaning is Talk.IT else subject.text


def thing_in(before: Question, run: Sequence[Mention]) -> str:
    """Some mentions as the question has them, with the thing that is there: the pilot plant in Linyue."""
    span = span_of(run)
    thing = _THING_IN.search(before.text, 0, span.start)
    return before.text[thing.start() if thing else span.start : span.end]


def _park_of_kind(kind: str, before: Question, known: Gazetteer) -> str | None:
    """The park of a kind beside the one asked about; or the only known one."""
    beside = [park for asked in before.parks if (park := without_kind(asked) + kind) in known.parks]
    parks = beside[:1] or [park for park in known.parks if park.endswith(kind)]
    return known.written(parks[0]) if len(parks) == 1 else None


def _park_called(name: str, before: Question, known: Gazetteer) -> str | None:
    """Of several parks of a name that stands alone, that of the kind which was asked about; None where it is no such name."""
    kinds = (park.removeprefix(without_kind(park)) for park in before.parks)
    return next((known.written(name + kind) for kind in kinds if kind in known.kinds.get(name, ())), None)


def _time(text: str, before: Question) -> str:
    """A part of a year is one of the year asked about; a bare year is written as the question before writes."""
    years = [time.last.year for time in before.times]
    if years and is_part_of_year(text):
        return f"{max(years)}年{text}" if is_chinese(text) else f"{text} {max(years)}"
    year = bare_year(text)
    return text if year is None else _year(year, before)


def _year(year: int, before: Question) -> str:
    return f"{year}{'年' if is_chinese(before.text) else ''}"
