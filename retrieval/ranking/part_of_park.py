"""Whether a sentence tells only of a part what is asked of a whole park: a company's exports, the area of its factories, tax for each mu.

Only where a question names a park, no company in it, and just a measure: 青屏经开区2023年进出口.
"""

from __future__ import annotations

import re

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.subjects import company_at_beginning

_OF_ALL = r"(?:全[区园年]|年度|一共|总共|总|规上|规模以上|完成|实现|的)*"
_MEASURE = lazy_pattern(
    rf"{_OF_ALL}(?P<thing>进出口|出口|进口|外贸|税收|(?:工业)?总?产值|营业?收入|营收|销售收入|研发投入|研发经费|(?:固定资产|工业)?投资)"
    r"(?:总?[额值量]|总额|总值)?(?:完成|实现|达到|达|有|是|为)?(?:[万亿]?美?元)?"
)
_AREA = lazy_pattern(rf"{_OF_ALL}(?:规划|占地|管辖|辖区|开发)?面积(?:有|是|为)?(?:平方公里)?")
_WHOLE = lazy_pattern(r"全[区园]|园区|开发区|整个|[本我该][区园]|[区园]内|各|[一-鿿][区港](?:共|累计|完成|实现|的?进)")
"""What tells of the park beside the company that a sentence begins with."""
_SURFACE = lazy_pattern(r"面积")
_OF_BUILDINGS = lazy_pattern(
    r"(?:厂房|建筑|楼宇?|宿舍|公寓|仓库|仓储|冷库|库房|车间|绿化|商业|绿地|开工|竣工|屋顶|营业|经营)(?:的|总|用地)*$"
)
_EXTENT = lazy_pattern(r"平方?公里|平方千米|km2")
"""In which nothing but a park is measured."""
_FOR_EACH = lazy_pattern(r"(?:人均|亩均|户均|地均|每亩|平均|单位面积)[^，,；;。\d]{0,4}$")


class PartOfPark:
    """Compares sentences with the measure that one question asks of a park."""

    def __init__(self, question: Question, words: Words) -> None:
        self._words = words
        matter = _matter_of_park(question)
        measure = _MEASURE.fullmatch(matter)
        self._thing: str | None = measure["thing"] if measure else None
        self._dated = bool(question.times)
        self._area = _AREA.fullmatch(matter) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._area or self._thing is not None

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells it of nothing but a part."""
        if self._area:
            return _is_of_buildings(sentence)
        if self._thing is None:
            return False
        return self._is_of_company(sentence) or (self._dated and _is_for_each(self._thing, sentence))

    def _is_of_company(self, sentence: str) -> bool:
        return _WHOLE.search(sentence) is None and company_at_beginning(sentence, self._words) is not None


def _matter_of_park(question: Question) -> str:
    """What a question asks of a park as a whole; empty where it asks of anything else or for no figure."""
    if not question.parks or question.in_english or question.kind not in (Kind.NUMBER, Kind.OTHER):
        return ""
    beside = [each for each in question.mentions if each.kind not in (MentionKind.PARK, MentionKind.TIME, MentionKind.ASKING)]
    return "".join(str(each.meaning) for each in beside)


def _is_of_buildings(sentence: str) -> bool:
    """Whether each area in it is one of buildings, and it has no other."""
    heads = [sentence[: match.start()] for match in _SURFACE.finditer(sentence)]
    return bool(heads) and all(map(_OF_BUILDINGS.search, heads)) and _EXTENT.search(sentence) is None


def _is_for_each(thing: str, sentence: str) -> bool:
    """Whether it names the thing only for each mu, person or household."""
    heads = [sentence[: match.start()] for match in re.finditer(re.escape(thing), sentence)]
    return bool(heads) and all(map(_FOR_EACH.search, heads))
