"""Years in other writings than four digits: 23年 is 2023年, 22-23年 2022-2023年, 23Q1 2023Q1, 二○二三年, 民国112年 and FY23 are 2023年.

Two digits before 年 could as well be how long something took. They are a year after a name or at the beginning (沐江23年竣工), unless what
follows tells of a length of time (20年历史); elsewhere only before what is asked of a year (税收, 一季度).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import HAN_DIGITS, HAN_YEAR, digit_by_digit, integer
from corpus.language.rewriting import Edit
from corpus.language.span import Span
from corpus.language.vocabulary import any_of

BEFORE_THE_REPUBLIC = 1911
"""The year before the first of 民国."""

YEAR_WORDS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
"""How far each of these years lies from the one that it is said in."""

FIGURES = (
    r"(?:gdp|规[上模]|固[投定]|一般公共|公共|财政|地区|工业|农业|服务业|高[新企]|研发|专利|常住|人口|从业|就业|新[增签开登设]|开工|到位|实际|完成|实现"
    r"|增[速长加]|营[收业]|收入|利[润税]|亩均|跨境|货物|集装箱|吞吐|发电|装机|用电|目标|累计|合计|平均|经济|固定|外贸|社会|消费|社零|限额|主要|重[点大]"
    r"|数字|总[产值量额]|晶圆|集成电路|芯片|冻品|水产|预制菜|储能|绿氢|算力|生物|电商)"
)
"""What a year is asked about, as nothing lasts 22年 of it."""
_N = rf"[0-9{HAN_DIGITS}十]{{1,3}}"
_PART = rf"(?:[前头]?[一二三四两1-4]个?季度|第[一二三四1-4]季度|[上下前头后]半年|[前头]{_N}个?月|(?:q[1-4]|h[12])(?![0-9a-z]))"
_OF_A_YEAR = (
    rf"(?:[ ]?(?:的|度)?(?:{_PART}|年?[初底末]|年中|1?[0-9][-至到]?1?[0-9]?月|全年|一年(?![前后多内间])"
    rf"|[产税收营财引签奖招纳缴]|居民|人均|城镇|农村|{FIGURES}"
    r"|进?出口|外资|投资|工作会|年会|大会|[一总]?共|有?多少|[呢的]?[?]?$)|度)"
)
"""What only a year is followed by."""
_LASTING = (
    rf"(?:[以之]?(?:后|前(?!{_N}个?[季月]))|来|[间内里期历不磨]|左右|以[上下]|多|发展|回顾|大?庆|合同|使用|产权|租|经验|规划|工龄|工作经|时间"
    r"|如一日|风雨|奋斗|巨变|变迁|成就|一遇|老|级|制|回本|质保|保修|[0-9一二三四五六七八九十]+个月)"
)
"""What follows a length of time."""
NO_YEAR_BEFORE = "0-9.,十近这满去达约超余历第共过了期国立租保龄久费要花用续隔逾时"
"""What stands before a length of time, or before a figure that goes on."""
_AFTER_NAME = (
    r"(?:(?<![^\s,，。?？!！:：;；、(（“\"])|(?<=[区园城港市县省镇谷岛])(?<![建设入办挂][区园市城])(?<!开园)"
    r"|(?<=什么)|(?<=为何)|(?<=综保)|(?<=经开)|(?<=高新)|(?<=保税)|(?<=请问)|(?<=多少)|(?<=哪些))"
)
"""At the beginning, and where a name may have ended: but 建园20年 is no year of a park."""
_ROUND = "(?:10|15|20|30)"
"""How long things last."""
_SHORT = "[0-3][0-9]"
_TO = r"[ ]?(?:[-~–—至到和与及跟、])[ ]?"
_SEVERAL = rf"(?:(?:20)?{_SHORT}{_TO}){{0,4}}(?:20)?{_SHORT}(?![0-9])"
_ASKED_BARE = (
    rf"[ ]?的?(?:{_PART}|全年|gdp|地区生产|固投|固定资产|规上(?=工业|企业[产营]|产值|营收|增加|服务|工增)|税收(?!大户|优惠)|营收|产值"
    r"|进出口|外贸额|社零|财政[收支]|一般公共)"
)
"""What a year of two digits is asked about where no 年 follows it."""
_HAN_SHORT = rf"[一二][{HAN_DIGITS}]"
_TWO_OR_THREE = "(?:一二|二三)"
"""Could be one or two, or two or three."""
_NAMED_NEXT = r"[一-鿿]{1,4}(?:经开|高新|综保|保税|园区|开发区)"
"""What only a year stands before."""

WRITINGS = rf"""
      (?P<han>{HAN_YEAR}|2[〇零○◯o][0-9]{{2}})(?=年)
    | 民国(?P<republic>[0-9]{{1,3}}|[{HAN_DIGITS}十百]{{1,4}})(?=年)
    | (?<![0-9a-z])(?:fy[ ]?(?P<fiscal>(?:20)?{_SHORT})(?![0-9])|(?P<fiscal_too>(?:20)?{_SHORT})[ ]?(?:财年|fy(?![a-z])))
    | (?<![0-9a-z])(?P<part>[1-4]q|[12]h)(?P<of>(?:20)?{_SHORT})(?![0-9a-z])
    | (?:(?<![{NO_YEAR_BEFORE}])|(?<=综保))(?P<several>{_SEVERAL})(?=年{_OF_A_YEAR})
    | {_AFTER_NAME}(?!{_ROUND}年)(?P<after_name>{_SEVERAL})(?=年(?!{_LASTING}))
    | (?<![{NO_YEAR_BEFORE}a-z%月日年有那前号编])(?<![a-z0-9][ ])(?P<bare>{_SEVERAL})(?={_ASKED_BARE})
    | (?<![{NO_YEAR_BEFORE}{HAN_DIGITS}])(?P<han_short>{_HAN_SHORT})(?=年{_OF_A_YEAR})
    | {_AFTER_NAME}(?!{_TWO_OR_THREE}(?!年{_NAMED_NEXT}))(?P<han_after_name>{_HAN_SHORT})(?=年(?!{_LASTING}))
    """
"""Part of what names the reading of times."""
_WRITTEN = lazy_pattern(rf"(?=[0-4一二民f])(?:{WRITINGS})", re.VERBOSE)
"""What any of them begins with is looked at first: most of a text does not."""
_RELATIVE = lazy_pattern(rf"(?<![比较])(?!(?<=[产成工用业])后年){any_of(YEAR_WORDS)}(?![之以]?来|同期|[内间]|前(?!{_N}个?[季月]))")
"""Not a year that something is compared with, nor one up to now."""
_ALONE = lazy_pattern(rf"(?<![0-9]){_SHORT}(?![0-9])")
_ANY = lazy_pattern("[0-9]+")


def years_in_full(text: str) -> Iterator[Edit]:
    """The edits, in order, that write every year of a text in four digits; the text is half width, lower case and simplified."""
    for match in _WRITTEN.finditer(text):
        kind = next(name for name in _FULL if match[name] is not None)
        yield from _FULL[kind](match)


def named_years_in_full(text: str, year: int) -> Iterator[Edit]:
    """The edits, in order, that write 去年, 今年 and their like in four digits, as said in a year; the text as for `years_in_full`."""
    for match in _RELATIVE.finditer(text):
        yield Edit(Span(*match.span()), f"{year + YEAR_WORDS[match[0]]}年")


def _whole(written: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], Iterator[Edit]]:
    """What is found, written otherwise."""
    return lambda match: iter([Edit(Span(*match.span()), written(match))])


def _each_short(match: re.Match[str]) -> Iterator[Edit]:
    """Every year of two digits of those that stand together."""
    for short in _ALONE.finditer(match.string, *match.span()):
        yield Edit(Span(*short.span()), _in_full(short[0]))


def _with_year_word(match: re.Match[str]) -> Iterator[Edit]:
    """Every year of those that stand together, and 年 after the last, so that it ends before what is asked: 2018GDP."""
    for year in _ANY.finditer(match.string, *match.span()):
        yield Edit(Span(*year.span()), _in_full(year[0]) + "年" * (year.end() == match.end()))


def _in_full(told: str) -> str:
    return told if len(told) == 4 else f"20{told}"


def _of_the_republic(match: re.Match[str]) -> str:
    told = match["republic"]
    try:
        count = integer(told)
    except ValueError:  # digit by digit
        count = digit_by_digit(told)
    return str(BEFORE_THE_REPUBLIC + count)


def _short_in_han(match: re.Match[str]) -> str:
    return f"20{digit_by_digit(match[0]):02d}"


_FULL: dict[str, Callable[[re.Match[str]], Iterator[Edit]]] = {
    "han": _whole(lambda match: str(digit_by_digit(match["han"]))),
    "republic": _whole(_of_the_republic),
    "fiscal": _whole(lambda match: f"{_in_full(match['fiscal'])}年"),
    "fiscal_too": _whole(lambda match: f"{_in_full(match['fiscal_too'])}年"),
    "part": _whole(lambda match: f"{_in_full(match['of'])}年{match['part'][::-1]}"),
    "several": _each_short,
    "after_name": _each_short,
    "bare": _with_year_word,
    "han_short": _whole(_short_in_han),
    "han_after_name": _whole(_short_in_han),
}
"""How each writing is put in digits, by the group that marks it."""
