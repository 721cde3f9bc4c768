"""Whether a sentence tells what is asked of a thing, in the measure that it is asked in: phone, wage, floor area, growth.

The words of both sides stand in respects.toml. Of what that table does not know nothing is said.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.vocabulary import table
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese
from retrieval.ranking.answer_type import answer_sign
from retrieval.ranking.telling import Telling

_CLAUSE = re.compile(r"[，,；;。：:!！?？\n]")
_GROWTH_ASKED = re.compile(r"增速|增幅|增长率|同比|环比|增长(?:了?多少|$|了?几)|涨了?多少|降幅|(?:提高|增加|减少|下降)了?多少|growth")
_GROWTH = re.compile(
    r"(?:同比|环比|比上?年?|较上?年?)?[^，。；\d]{0,6}(?:增长|增速|增幅|下降|降低|降幅|减少|上升|提高|回落|提升|增加(?!值)|扩大|翻)(?![到至为])[^，。；\d]{0,6}[-+]?\d*[\d.]*"
    r"(?:%|个?百分点|倍|番|成|[一-鿿]{0,2})"
)
_PER = re.compile(r"(?:人均|亩均|户均|每万人|单位)[^，。；]*")
_NEW_ASKED = re.compile(r"新[增设签入招认注引落开建]|净增|招|建成|达产")
_NEW = re.compile(r"(?:新增|净增|新设|新认定|新注册)[^，。；\d]{0,14}\d+[^，。；\d]{0,3}")
_NUMERIC = (Kind.NUMBER, Kind.OTHER, Kind.RANK, Kind.CONTACT)
"""The kinds of questions that a figure may answer."""
_WHETHER = re.compile(r"吗|没有?$|是否|还是|[涨降]没[涨降]|是不是|有没有|能不能|够不够")
_HAN_END = re.compile(r"[一-鿿]{2,4}\Z")
_NO_UNIT = re.compile(r"[|\t]|\d\s+[-+]?\d|(?<![\d.])\d[\d.]*(?=[,，]|$)")
"""Figures as tables have them, whose unit stands elsewhere or nowhere."""
_STRICT_UNITS = frozenset({"元", "亿", "万", "美元", "欧元", "块钱", "平方米", "平米", "亩", "公顷", "平方公里", "%", "百分点"})
"""In which a figure must be told that is asked for in them; 几个 may well be told as 58名 or 31家, and 几个月房租 asks for no sum."""


class _Respect(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]
    figure: re.Pattern[str] | None


class RespectContradiction:
    """Compares sentences with what one question asks of its subject."""

    def __init__(self, question: Question) -> None:
        plain = question.plain
        respect = _asked(plain)
        self._named = _named_before(respect.asked, plain) if respect else ""
        self._respect = respect if respect and (respect.figure is None or question.kind in _NUMERIC) else None
        self._growth = _GROWTH_ASKED.search(plain) is not None
        self._number = question.kind is Kind.NUMBER
        self._whether = _WHETHER.search(plain) is not None
        self._unit = answer_sign(question) if question.unit in _STRICT_UNITS else None
        self._in_another = question.unit is not None and self._unit is None and not self._fits(f"9{question.unit}")
        self._without = [pattern for pattern, wanted in ((_NEW, _NEW_ASKED), (_PER, _PER)) if not wanted.search(plain)]

    def found_in(self, telling: Telling) -> tuple[float, float]:
        """Whether the sentence does not tell at all what is asked, and whether it tells it in another measure only; each 0 or 1.

        Nothing is said of what is told in English.
        """
        if not is_chinese(telling.sentence):
            return 0.0, 0.0
        if self._respect is None:
            return 0.0, float(self._in_no_unit(telling.sentence))
        told, figure = self._respect.told, self._respect.figure
        clauses = _CLAUSE.split(telling.sentence)
        places = [place for place, clause in enumerate(clauses) if told.search(clause)]
        if not places:
            return 1.0, 0.0
        places = self._of_what_is_named(clauses, places)
        if figure is None or self._whether or self._in_another or _NO_UNIT.search(telling.sentence):
            return 0.0, 0.0
        return 0.0, float(not any(self._measured(clauses[place : place + 3], figure) for place in places))

    def _fits(self, figure: str) -> bool:
        """Whether a figure is of the kind that the respect is told in: 9家 of companies, and 9个月 of no rent."""
        return self._respect is not None and self._respect.figure is not None and self._respect.figure.search(figure) is not None

    def _of_what_is_named(self, clauses: list[str], places: list[int]) -> list[int]:
        """The places where the thing is named that the respect is asked of, 新型建材 of 新型建材产值, there or just before; else all."""
        for length in range(len(self._named), 1, -1):
            name = self._named[-length:]
            if own := [place for place in places if any(name in clause for clause in clauses[max(0, place - 1) : place + 1])]:
                return own
        return places

    def _in_no_unit(self, sentence: str) -> bool:
        if self._growth:
            return self._number and _GROWTH.search(sentence) is None
        return self._unit is not None and self._unit.search(sentence) is None and _NO_UNIT.search(sentence) is None

    def _measured(self, clauses: list[str], figure: re.Pattern[str]) -> bool:
        """Whether the figure stands in the clause that tells it, or in the next that has any."""
        if self._growth:
            return any(_GROWTH.search(clause) for clause in clauses)
        for clause in clauses:
            rest = functools.reduce(lambda text, pattern: pattern.sub("", text), self._without, _GROWTH.sub("", clause))
            if figure.search(rest):
                return True
        return False


@functools.cache
def _respects() -> tuple[_Respect, ...]:
    listed = table("respects.toml")
    measures = {name: re.compile(pattern) for name, pattern in listed["measures"].items()}
    return tuple(
        _Respect(re.compile(each["asked"]), re.compile(each.get("told", each["asked"])), measures.get(measure))
        for measure, respects in listed.items()
        if measure != "measures"
        for each in respects.values()
    )


def _named_before(asked: re.Pattern[str], plain: str) -> str:
    """Up to four characters right before what a question asks for."""
    *_, last = asked.finditer(plain)
    before = _HAN_END.search(plain, 0, last.start())
    return before[0] if before else ""


def _asked(plain: str) -> _Respect | None:
    """The respect whose words end last in a question; of two that end together the longer, then the one that the table has first."""
    found = [(match.end(), -match.start(), -place) for place, each in enumerate(_respects()) for match in each.asked.finditer(plain)]
    return _respects()[-max(found)[2]] if found else None
