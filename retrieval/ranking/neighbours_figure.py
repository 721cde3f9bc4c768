"""Whether the figure or time that would be taken for the answer is a neighbour's: another phase's, firm's or item's of a list.

The sentence tells one, but not in the part that is on what is asked: 一期年产2万吨，9月试产；二期视市场而定 where 二期's output is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of
from retrieval.question.question import Question
from retrieval.ranking.answer_type import answer_sign

_TIME = lazy_pattern(
    r"[\d第](?:(?<=\d)\d*(?:年代?|个?月|[日号季])|(?<=第)\d+|(?<=\d)\d*[路期楼#]|(?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d(?=[-~—～至、]))"
)
"""Digits that are no figure: 2024年, 第3, 5号, 2023 of 2023-2024. What all begin with stands first: all else is passed over fast."""
_DIGIT_OR_TIME = lazy_pattern(rf"{_TIME.pattern}|(?P<digit>\d)")
"""Times, and the first digit of what is none: mostly enough, and found without looking at all of a sentence."""
_FIGURE = lazy_pattern(r"\d|[一二三四五六七八九十百千两半](?=[家个户名位人项件座条台辆亩吨成倍])|[免未没无不]")
"""One of any kind, or that there is none."""

_POINTS_ASKED, _POINTS = lazy_pattern(r"(?:几|多少)分(?![钟之公])|得分(?:是|为)?(?:$|多少)"), lazy_pattern(r"\d分(?![钟之公])")
_MONEY_ASKED = lazy_pattern(
    r"多少钱|几(?:个亿|千万|百万)|多少[万亿]?元|多少个?亿(?![一-鿿]?[度千件次])|几个?亿|投资(?:了|额)?(?:是|有|为)?多少|总投资|营业?收入|产值|利润|税收|造价|奖金|月薪|年薪|工资|租金|房租|报价"
    r"|(?:一个?月|每月|一年)[^，]{0,4}[拿挣开][^，]{0,2}(?:多少|几)"
)
_MONEY = lazy_pattern(r"\d[余多]?[万亿]?(?:[美欧港日]?元|块|rmb)|免|[不未没无](?:收|要|花|用|需|发生|有|投)")
_CHANGE_ASKED = lazy_pattern(r"(?:增长?|下?降|涨|跌|减少?|提高|回落)了?(?:多少|几)(?![个家亿万元])|增[速幅]|降幅|涨幅")
"""What may be told as a percentage, of whatever: 产值降了多少."""
_NAME_ASKED = lazy_pattern(r"(?:单位|公司|企业|厂家|机构|[负联].{0,2}人|主任|书记|局长|名单|原因|地[址点]|位置|名称|股东|代表)\W*$")
"""What is no figure, asked in search words."""
SPENT_ASKED = lazy_pattern(r"(?:投资?|花|建)(?:了|的|额)?(?:是|有|为)?多少|多少钱(?:建|盖|修)|总投资|造价")
"""What was spent on a thing is asked."""
_FOR_EACH = lazy_pattern(r"每[一-鿿]{1,3}[^，。；,;\d]{0,6}\d[\d.]*[余多]?[万亿]?元")
"""What is no sum that was spent on it: 每吨蒸汽省下30元."""
_ASKED_FOR_EACH = ("月", "年", "天", "元", "个")
"""Units in which no more may be asked than for how long each is: 一个月补多少; or which may be told as others: 美元, 家."""
_HOW_LONG = lazy_pattern(r"(?:几|多少)个?[天月年]")
_WHETHER = lazy_pattern(r"[吗没么]$|是否")

_NO_THINGS = frozenset(("项目", "企业", "公司", "一期", "二期", "三期", "投资"))
"""What a question in English speaks of that sentences tell much of."""
_THING = 2
"""Characters by which a sentence names it."""


class NeighboursFigure:
    """Compares the parts of sentences with what one question asks for."""

    def __init__(self, question: Question) -> None:
        self._sign = figure_sign(question)
        self._spent = SPENT_ASKED.search(question.said) is not None
        self._thing = _thing(question) if self._sign is _FIGURE else None

    def found_in(self, sentence: str, own_parts: Iterable[str]) -> bool:
        """Whether one of the parts on what is asked lacks what the sentence tells."""
        sign = self._sign
        if sign is None or not tells_figure(sign, sentence):
            return False
        parts = [own for own in own_parts if own != sentence]
        return any(not (tells_figure(sign, self._own(part)) and self._in_its_unit(sentence, part)) for part in parts)

    def _own(self, part: str) -> str:
        return _FOR_EACH.sub("", part) if self._spent else part

    def _in_its_unit(self, sentence: str, own: str) -> bool:
        """Whether the part names the thing, or has a figure in the unit of a neighbour's: not in 一期冷库6万吨；二期2个泊位."""
        told = self._thing.search(sentence) if self._thing and self._thing.search(own) is None else None
        return told is None or re.search(rf"\d[余多]?{told['unit']}", own) is not None


def _thing(question: Question) -> re.Pattern[str] | None:
    """What is asked the figure of, with one behind it."""
    words = [str(mention.meaning) for mention in question.matter][-1:]
    if question.in_english:
        words = [word for thing in question.things for word in thing.words if word not in _NO_THINGS]
    names = {re.escape(word[-_THING:]) for word in words if len(word) >= _THING}
    if not names:
        return None
    return re.compile(rf"{any_of(sorted(names))}[^，；。,;\d]{{0,4}}\d[\d.]*[余多]?(?P<unit>(?![个年月日天])[一-鿿%])")


def tells_figure(sign: re.Pattern[str], text: str) -> bool:
    """Whether a text has one."""
    if sign is not _FIGURE:
        return sign.search(text) is not None
    return any(match["digit"] for match in _DIGIT_OR_TIME.finditer(text)) or _FIGURE.search(_TIME.sub("", text)) is not None


def figure_sign(question: Question) -> re.Pattern[str] | None:
    """What the figure or time looks like that a question asks for; None where it asks for neither."""
    if question.kind is Kind.TIME:
        return answer_sign(question)
    of_thing = question.only_names and not _WHETHER.search(question.plain) and not _NAME_ASKED.search(question.plain)
    if question.kind is not Kind.NUMBER and not of_thing:
        return None
    if _POINTS_ASKED.search(question.said):
        return _POINTS
    if _MONEY_ASKED.search(question.said) and not _CHANGE_ASKED.search(question.said):
        return _MONEY
    for_each = question.unit in _ASKED_FOR_EACH and _HOW_LONG.search(question.said) is None
    return _FIGURE if question.unit is None or for_each else answer_sign(question)
