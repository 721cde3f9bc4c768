"""Whether a sentence holds a thing of the kind that a question asks for: a count of 家, a date, a person's name."""

from __future__ import annotations

import functools
import re

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import Measure, any_measure
from retrieval.question.question import Question

_NUMERAL = r"(?:\d[\d,.]*|[一二三四五六七八九十百千两]+)"
_OFFICES = (
    "主任|局长|书记|院长|校长|所长|经理|董事长|总裁|主席|市长|区长|县长|省长|镇长|部长|处长|科长|厅长|负责人|教授|研究员|记者|老师|医生|"
    "先生|女士|代表|队长|委员|秘书长|主管|工程师|创始人|总监|会长|理事长|专员|站长|店长|厂长|员"
)
_DOERS = (
    "由[^，。]{2,24}(?:主办|承办|举办|运营|建设|组织|开发|承建|牵头|发起|投资)|(?:公司|集团|局|委员会|管委会|协会)(?:主办|承办|运营|负责)"
)
"""谁主办 may ask for an organisation."""
_SIGNS = {
    Kind.TIME: lazy_pattern(
        r"[\d一二三四五六七八九十年](?:(?<=\d)(?:\d{3}年|\d*月|\d*[日号]|\d*[:：]\d+)|(?<=[一二三四五六七八九十])[一二三四五六七八九十]*月"
        r"|(?<=[\d一二三四五六七八九十])[\d一二三四五六七八九十]*点|(?<=年)[底初])"
    ),
    Kind.DURATION: lazy_pattern(rf"{_NUMERAL}[余多]?(?:年|个?(?:月|星期|小时|季度|工作日)|周|天|日内|分钟|秒)|半年|半个?月|当[天日]"),
    Kind.RANK: lazy_pattern(rf"第{_NUMERAL}|首位|榜首|前列|位[居列]|第一|居首"),
    Kind.PERSON: lazy_pattern(rf"(?:{_OFFICES})(?:、[^，。]{{2,8}})?[一-鿿]{{2,4}}|{_DOERS}"),
    Kind.REASON: lazy_pattern(r"因为|由于|因此|原因|为了|以便|从而|旨在|导致|为[^，。]{2,20}，"),
    Kind.PLACE: lazy_pattern(r"位于|在[^，。]{2,20}(?:举行|召开|举办|开|成立)|坐落|地址|路|街|楼|中心|区"),
    Kind.ORGANISATION: lazy_pattern(r"公司|集团|企业|银行|大学|学院|研究[院所]|医院|协会|商会|委员会|科技|股份"),
    Kind.CONTACT: lazy_pattern(r"\d{3,4}[-—－]?\d{7,8}|[3-9]\d{2,3}[ -]\d{4}(?![\d年])|1\d{10}|\d{5}|[a-z0-9.]+@[a-z0-9]|www\.|https?:"),
}
"""What an answer of each kind looks like. What is often looked for says first what it begins with: all else is passed over fast."""

_ANY_NUMBER = lazy_pattern(rf"[\d一二三四五六七八九十百千两](?:(?<=\d)|{any_measure(Measure.COUNTER, Measure.PEOPLE)})")
"""Folding leaves no Han number before a unit, but 数十家."""
_ANY_AREA = lazy_pattern(rf"{_NUMERAL}[余多]?[万亿]?[余多]?(?:平方|亩|公顷|㎡|m2|km2| ?(?:square|sq\.?|hectares?|mu\b|acres?))")
_AREA_ASKED = lazy_pattern(r"\barea\b(?! (?:of (?:business|activity)|management|administration))")
"""In English; in Chinese the unit stands beside what asks."""
_ANY_DIGIT = lazy_pattern(r"\d")
_SAME_UNIT = {
    "人": "[人名位]",
    "名": "[人名位]",
    "人次": "[人名位]",
    "块钱": "元|块",
    "平方米": "平方?米|m2",
    "平米": "平方?米|m2",
    "平方公里": "平方公里|平方千米",
    "平方千米": "平方公里|平方千米",
    "公里": "公里|千米",
    "千米": "公里|千米",
    "%": "%|个?百分点|成",
    "百分点": "%|个?百分点",
    "项": "项|个[^，。]{0,8}项目",
}
"""Units in which one thing is counted as well as in another."""
_COUNTED_BEFORE = {"项": "项目"}
"""What may also stand before its number: 签约项目46个."""
OTHER_COUNT = 0.3
"""Agreement of a number of something else than what is counted."""


class AnswerType:
    """Compares sentences with the kind of thing that one question asks for."""

    def __init__(self, question: Question) -> None:
        self._sign = answer_sign(question)
        self._list = question.kind is Kind.LIST
        self._counted = question.kind is Kind.NUMBER and question.unit is not None
        told_otherwise = question.unit in _SAME_UNIT or question.unit in _COUNTED_BEFORE
        self._needed = question.unit if self._counted and question.unit and not told_otherwise else ""
        """What a sentence must hold for its sign to be in it, which takes long to look for."""

    def agreement(self, sentence: str) -> float:
        """0 to 1: does the normalised sentence hold something that could be the answer? 0 where the question's kind is unknown."""
        if self._list:
            return min(1.0, sentence.count("、") / 3)
        if self._sign is None:
            return 0.0
        if self._needed in sentence and self._sign.search(sentence):
            return 1.0
        return OTHER_COUNT if self._counted and _ANY_DIGIT.search(sentence) else 0.0


def answer_sign(question: Question) -> re.Pattern[str] | None:
    """What an answer looks like; None where the question's kind has no such look."""
    if question.kind is Kind.NUMBER and question.unit is None and question.in_english and _AREA_ASKED.search(question.plain):
        return _ANY_AREA
    if question.kind is Kind.NUMBER:
        return _ANY_NUMBER if question.unit is None else _count_of(question.unit)
    return _SIGNS.get(question.kind)


@functools.cache
def _count_of(unit: str) -> re.Pattern[str]:
    before = rf"|(?<={_COUNTED_BEFORE[unit]}){_NUMERAL}[余多]?个" if unit in _COUNTED_BEFORE else ""
    return re.compile(rf"{_NUMERAL}[余多]?[万亿千]*[余多]?个?(?:{_SAME_UNIT.get(unit, re.escape(unit))}){before}")
