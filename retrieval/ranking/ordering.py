"""Whether a sentence tells of another place in an order than asked for, or of no order at all: 第一名 for 第四名, 在全省 for 在全国, no 最.

Also where two things are compared, and the sentence compares none.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import number
from retrieval.question.question import Question

_WHICH = lazy_pattern(r"哪|谁|什么|叫")
_PLACE = lazy_pattern(
    r"第(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?![期季届年月日批次章条款轮家个代座种类步天产站部分局方号场百千期人\d一二三四五六七八九十])"
    r"|(?P<first>首位|榜首|居首|冠军|之首|(?<![\d近至])最(?=[大高强长](?:的|[一-鿿]{2})))"
)
_TOLD_AS = {
    1: lazy_pattern(r"一等奖|金[奖牌]|夺[魁冠]|头名|榜首"),
    2: lazy_pattern(r"二等奖|银[奖牌]|亚军|仅次于"),
    3: lazy_pattern(r"三等奖|铜[奖牌]|季军"),
}
"""Other words for the first places."""
_UNITS = "条|趟|次|家|座|代|所|款|台|支"
_IN_SERIES = lazy_pattern(rf"(?:第(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})|(?P<first>[首头]))(?P<unit>{_UNITS})")
_MOST_ASKED = lazy_pattern(r"最(?:大|高|多|强|长|快|贵)[一-鿿]{0,8}(?:哪|谁|什么|叫)|(?:哪|谁)[^,，]{0,10}最(?:大|高|多|强|长|快|贵)")
_MOST_TOLD = lazy_pattern(
    r"最|第[1一]|首|冠|头|榜|领|居前|主要|主[力导]|超过?一?半|过半|多数|龙头|纪录|王|大户|巨头|依次|[位排]居|排名?|元老|旗舰|唯一|说"
)
_COMPARED = lazy_pattern(
    r"(?<![占同环])比(?![例重赛特亚率价选如较])[^,，]{1,16}?(?:[多少高低快慢大小长短早晚]|贵|便宜|上升|增[长加]?|提[升高]|下降|回落|减少)(?:了|出)?(?:多少|几|百分之)|相差"
)
_COMPARING = lazy_pattern(
    r"比(?!例|重|赛)|较|[高低快]于|[多少][出于了]|高出|超|领先|提前|晚于|差|[从由][^,，;；]*(?:\d|[一两三四五六七八九十半])[^,，;；]*[到至为]|倍|翻|[增降减缩节省升涨跌滑压]|提早|[去上]年(?:同期)?[^,，。;；]{0,6}\d|[\d一二三四五六七八九][成折]"
)
_SCOPES = {
    "world": lazy_pattern(r"全球|世界|国际"),
    "country": lazy_pattern(r"全国|国内|我国|中国|国家(?:级|高新|经开)"),
    "province": lazy_pattern(r"全省|省内|[一-鿿]{2}省(?!道|略)|全(?:自治)?区"),
    "city": lazy_pattern(r"全市|市内"),
}
_MEASURE = lazy_pattern(r"面积|人口|gdp|产值|增加值|税收|出口|产量|营收|收入|专利|规模|吞吐量|利润|用电|市值|销量|销售额")
_MEASURED = {
    "gdp": lazy_pattern(r"gdp|生产总值|经济"),
    "出口": lazy_pattern(r"出口|外贸"),
    "规模": lazy_pattern(r"规模|总量|值|额|量"),
    "税收": lazy_pattern(r"税"),
    "营收": lazy_pattern(r"收"),
    "收入": lazy_pattern(r"收|额"),
    "吞吐量": lazy_pattern(r"吞吐|货|旅客|箱"),
    "人口": lazy_pattern(r"人"),
    "用电": lazy_pattern(r"电"),
    "产量": lazy_pattern(r"产"),
    "产值": lazy_pattern(r"产值|规模|总产"),
    "销量": lazy_pattern(r"[销卖]"),
    "销售额": lazy_pattern(r"[销卖]"),
    "专利": lazy_pattern(r"专利|发明"),
}
"""By which words the measures are told in which things are ranked; the others by their own."""


class AnotherPlace:
    """Compares sentences with the place in an order that one question asks of, or asks for."""

    def __init__(self, question: Question) -> None:
        plain = question.said
        self._ranked = question.kind is Kind.RANK
        which = not self._ranked and _WHICH.search(plain) is not None
        places = set(_places(plain)) if which else set()
        self._places = places if len(places) == 1 else set()
        self._series = dict(_in_series(plain))
        self._most = which and _MOST_ASKED.search(plain) is not None
        self._compared = _COMPARED.search(plain) is not None
        scopes = _scopes(plain) if self._ranked else set()
        self._scopes = scopes if len(scopes) == 1 else set()
        measures = [match[0] for match in _MEASURE.finditer(plain)] if self._ranked else []
        self._measure = measures[-1] if measures else None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._places or self._series or self._most or self._compared or self._measure or self._scopes)

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence tells of another place, or of none where one is asked for."""
        return (
            self._is_elsewhere(sentence)
            or (self._most and _MOST_TOLD.search(sentence) is None)
            or (self._compared and _COMPARING.search(sentence) is None)
            or self._is_of_another_ranking(sentence)
        )

    def _is_elsewhere(self, sentence: str) -> bool:
        told = set(_places(sentence)) if self._places else set()
        if told and not told & self._places and not any(_TOLD_AS[place].search(sentence) for place in self._places & _TOLD_AS.keys()):
            return True
        listed = list(_in_series(sentence)) if self._series else []
        return any(
            (numbers := [number for unit, number in listed if unit == asked]) and number not in numbers
            for asked, number in self._series.items()
        )

    def _is_of_another_ranking(self, sentence: str) -> bool:
        if self._measure and not _measured(self._measure, sentence):
            return True
        told = _scopes(sentence) if self._scopes else set()
        return bool(told) and not told & self._scopes


def _places(text: str) -> Iterator[int]:
    """The places in an order that a text names; 首位 and 最大 are the first."""
    for match in _PLACE.finditer(text):
        yield _number(match["number"])


def _in_series(text: str) -> Iterator[tuple[str, int]]:
    """What a text tells the number of in a series, 第二条 and 首趟, by what is counted."""
    for match in _IN_SERIES.finditer(text):
        yield match["unit"], _number(match["number"])


def _number(told: str | None) -> int:
    """Of 首位 1, and so of what is no number: 第一二产业."""
    return int(number(told or "1") or 1)


def _scopes(text: str) -> set[str]:
    return {name for name, pattern in _SCOPES.items() if pattern.search(text)}


def _measured(measure: str, sentence: str) -> bool:
    pattern = _MEASURED.get(measure)
    return measure in sentence if pattern is None else pattern.search(sentence) is not None
