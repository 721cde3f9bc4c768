"""Whether a sentence tells only what several have together, where one of them is asked about: 桂园、兰园共90套 for 桂园有多少套.

So it does where a sum was spent on all of a list: 投入9亿元，建成桥梁、码头 for 码头花了多少钱.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import word_list
from retrieval.question.question import Question
from retrieval.ranking.neighbours_figure import SPENT_ASKED

_ITEM = r"[^，。；：,;:、和与及\d]{2,12}"
_JOINT = lazy_pattern(
    rf"(?P<first>{_ITEM})(?P<others>(?:、{_ITEM}){{0,6}}[、和与及]{_ITEM})"
    r"(?:等?(?:[两二三四五六七八九十]|\d{1,2})[家国地店区园市县镇者])?(?P<more>[^，。；：,;:、\d]{0,10}[，,])?[^，。；：,;:、\d]{0,6}"
    r"(?:合计|共计|总共|一共|(?<!公)共(?![同建享创]))[^，。；：,;:、\d]{0,6}\d"
)
_ABROAD = lazy_pattern(
    rf"(?P<first>{_ITEM})(?P<others>(?:、{_ITEM}){{0,6}}[、和与及]{_ITEM})等\d+[余多]?个?(?:国家|国|地区|省份?|市)[^，。；,;\d]{{0,8}}[，,]"
    r"[^，。；：,;:、\d]{0,6}(?:创汇|货值|金额|出口额|销售额|贸易额)[^，。；：,;:、\d]{0,4}\d"
)
_SUM_BEFORE = lazy_pattern(
    r"(?:投入|投资|花费?|斥资|耗资|出资|拨款|安排)[^，,。;；\d]{0,8}\d[\d.]*[余多]?[万亿]?元[，,]?[^，,。;；、]{0,16}?"
    r"(?:建[成设]|[新修兴]建|改造|购[置买]|实施|完成|投用)了?(?P<list>[^，,。;；、]+(?:、[^，,。;；、]+)+)"
)
_COUNTED = r"[^，,。;；、\d]{2,12}\d+[所座个栋条处套家项间]"
_SUM_BEHIND = lazy_pattern(
    rf"(?P<list>{_COUNTED}(?:[、,，]{_COUNTED})+)[^。;；]*?[，,](?:合计|共)?总?投资[^，,。;；\d]{{0,4}}\d[\d.]*[余多]?[万亿]?元"
)
_OF_COUNTRIES = lazy_pattern(r"来自\d+[余多]?个?(?:国家|国)(?:和地区)?的?[^,，。;；]{0,6}\d")
"""Firms or guests of all countries together."""
_INCLUDED = lazy_pattern(r"[(（](?:已|均|都)?含(?P<list>[^()（）\d]*)[)）]")
_LISTED = lazy_pattern(r"[、,，和与及]")
_NAMING = 3
"""Characters of one of a list by which a question names it."""
_BETWEEN = lazy_pattern(r"[、和与及]")
_TOGETHER_ASKED = lazy_pattern(r"合计|[总一]共|共有|共计|加起来|等|哪[些几两三]|几家|分别")
_HOW_MANY = lazy_pattern(r"多少|几|多大")
"""What follows is counted, and named in every list of it."""
_SHORTEST = 2
"""Characters of a name."""
_BEFORE_SHORT, _BEHIND_SHORT = lazy_pattern(r"(?:^|[在到向对从与和为中的“])$"), lazy_pattern(r"[共等两三四五六七八九十国家地店区合总一]|$")
"""What stands beside a name of two characters: 在上海, 巴西三国."""


class JointFigure:
    """Compares sentences with the one thing whose figure a question asks for."""

    def __init__(self, question: Question) -> None:
        asked = question.kind is Kind.NUMBER and _TOGETHER_ASKED.search(question.said) is None
        self._plain = _HOW_MANY.split(question.said)[0] if asked else ""
        self._countries = [name for name in word_list("countries.txt") if name in self._plain]
        self._spent = SPENT_ASKED.search(question.said) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._plain)

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence names it among others in a list, and tells nothing but what all of them have."""
        if self._spent and any(self._is_spent_on_all(match) for sums in (_SUM_BEFORE, _SUM_BEHIND) for match in sums.finditer(sentence)):
            return True
        if any(self._is_only_included(match, sentence) for match in _INCLUDED.finditer(sentence)):
            return True
        if self._countries and _OF_COUNTRIES.search(sentence) and not self._has_own(sentence):
            return True
        return any(
            self._is_one_of(match["first"], match["others"], sentence[match.end() :])
            for joint, marks in ((_JOINT, ("共", "合计")), (_ABROAD, ("等",)))
            if any(mark in sentence for mark in marks)  # without which to look for the rest takes long
            for match in joint.finditer(sentence)
        )

    def _has_own(self, sentence: str) -> bool:
        return any(re.search(rf"{country}[^，,;；。]{{0,8}}\d", sentence) for country in self._countries)

    def _is_only_included(self, match: re.Match[str], sentence: str) -> bool:
        """Whether the question asks for a part of the figure, which is named only as such: 每吨12元（含运费）."""
        rest = sentence[: match.start()] + sentence[match.end() :]
        runs = {match["list"][place : place + _NAMING] for place in range(len(match["list"]) - _NAMING + 1)}
        return any(run in self._plain and run not in rest for run in runs)

    def _is_spent_on_all(self, match: re.Match[str]) -> bool:
        """Whether the question names some of what a sum was spent on, and not all of it."""
        items = [item for item in _LISTED.split(match["list"]) if item]
        named = [item for item in items if any(item[place : place + _NAMING] in self._plain for place in range(len(item) - _NAMING + 1))]
        return 0 < len(named) < len(items)

    def _is_one_of(self, first: str, others: str, rest: str) -> bool:
        *between, last = [item for item in _BETWEEN.split(others) if item] or [""]
        named = [self._end_of(first), *(item if item in self._plain else "" for item in between), self._begin_of(last)]
        asked = [name for name in named if name]
        return 0 < len(asked) < len(named) and not any(name in rest for name in asked)

    def _end_of(self, item: str) -> str:
        """By how much of its end a question names the first of a list, before which the sentence says something else."""
        name = self._longest(item[-length:] for length in _lengths(item))
        return name if len(name) != _SHORTEST or _BEFORE_SHORT.search(item[: -len(name)]) else ""

    def _begin_of(self, item: str) -> str:
        """By how much of its beginning it names the last, behind which the sentence goes on."""
        name = self._longest(item[:length] for length in _lengths(item))
        return name if len(name) != _SHORTEST or _BEHIND_SHORT.match(item[len(name) :]) else ""

    def _longest(self, names: Iterable[str]) -> str:
        """The first of names that the question has; the longest come first."""
        return next((name for name in names if name in self._plain), "")


def _lengths(item: str) -> range:
    return range(len(item), _SHORTEST - 1, -1)
