"""How Chinese texts write times: 2022年一季度, 去年12月, 三年前的5月, 上个月, 近三年, 十四五, 截至目前."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from corpus.language.day_ranges import Days, around, five_year_plan, months, one_day, past, same_day, shifted_month, years
from corpus.language.measure_words import UNITS, Measure, any_true_measure
from corpus.language.numerals import HAN_DIGITS, HAN_YEAR, digit_by_digit, integer
from corpus.language.written_years import FIGURES, YEAR_WORDS

_STEPS = {"上上": -2, "上": -1, "下": 1}

_N = rf"[0-9{HAN_DIGITS}十]{{1,3}}"
_TO = r"[ ]?[-~–—至到][ ]?"
_DAY = rf"(?:份|[ ]?(?P<day>{_N})[ ]?[日号]|初|底|末|[上中下]旬)?"
"""What follows a month; of 月底 and 上旬 the whole month is taken, as reports of it name other days or none."""

_PART = rf"""
    (?:[ ]?(?:的|度|,)?[ ]?(?:
        [前头](?P<quarters>[一二三两1-3])个?季度?
      | [第q]?(?P<quarter>[一二三四1-4])(?:季度?|(?<=q[1-4])(?![0-9a-z]))
      | h?(?P<half>[上下前头后12])(?:(?<![12])半年|(?<=h[12])(?![0-9a-z]))
      | (?P<turn>年?初|年?[底末]|年中)
      | [前头](?P<months>{_N})个?[ ]?月
      | (?P<since>{_N})[ ]?月?{_TO}(?P<until>{_N})[ ]?月(?![ ]?{_N}[日号])
      | (?P<month>{_N}|元)[ ]?月{_DAY}
      | (?P<same>今天|今日|昨天|昨日|这个月|本月|上个?月)
    ))?
"""
_COUNTED = rf"[ ]?(?:[万亿号]|(?!届){any_true_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.SHARE)})"
"""What makes of a number that could be a year a count: 2000万元, 2022家企业, but not 2022人才政策; 2022届 and 2022起 are of that year."""
NO_YEAR = rf"(?![0-9a-z.%年-]|{_COUNTED})"
"""What may not follow a year that stands without 年."""
_IS_MONTH = (
    r"(?:(?<=[0-9 ]月)|(?<=[在于自从至到].月)|(?<=[在于自从至到]..月)"
    rf"|(?=份|[ ]?{_N}[日号]|[初底末]|[上中下]旬|[的里内间起至到在我]|以[来后前]|之?[前后]|期间|全|[^一-鿿]|$"
    r"|[召开举签投动竣完启落揭建成新发公出参有没共累达产税收财增同环因被将已正就又引招奖进]|项目|企业|园区|工业|经济))"
)
"""What makes of 九月 a month: 九月菊 is a name."""

_YEAR_GOES_ON = (
    rf"(?:{FIGURES}|[和与及、至到][ ]?(?:19|20)[0-9]{{2}}年|[底末]|第?[一二三四1-4]季度|前[二三两23]个?季度|前{_N}个月|[上下]半年"
    r"|(?:q[1-4]|h[12])(?![0-9a-z]))"
)
"""What makes of 2022 a year that stands without 年."""
BEGINNINGS = f"0-9{HAN_DIGITS}十上本这下近过最去今昨明后前头大截到迄目当现如眼年第半"
"""Every character that a time can begin with."""
PATTERN = rf"""
      (?<![0-9.])(?P<from_year>(?:19|20)[0-9]{{2}}){_TO}(?P<to_year>(?:19|20)[0-9]{{2}})(?:[ ]?年|{NO_YEAR})
    | (?<![0-9])(?:上世纪|20世纪|二十世纪)?(?P<decade>(?:19|20)[0-9]0|(?<=世纪)[1-9一二三四五六七八九][0十]|[5-9五六七八九][0十])年代
    | (?<![0-9.])(?P<y>(?:19|20)[0-9]{{2}}|{HAN_YEAR})(?:[ ]?年|(?=[ ]?{_YEAR_GOES_ON})){_PART}
    | (?<![0-9])(?P<iy>(?:19|20)[0-9]{{2}})[-/.](?P<im>0?[1-9]|1[0-2])(?:[-/.](?P<id>[0-3]?[0-9]))?(?![0-9万亿元%倍])
    | (?<![第一二三四五六七八九])(?P<plan>十[一二三四五])五(?![十百千万亿])
    | (?P<rel>大前年|前年|去年|上年|今年|本年|明年|(?<![产成工用业])后年(?![产均收营利纳])){_PART.replace("(?P<", "(?P<r_")}
    | (?<![0-9第.近])(?P<ago>{_N})年[以之]?前(?![期后]|[二三两23]个?季度){_PART.replace("(?P<", "(?P<a_")}
    | (?P<half_year>半年)[以之]?前(?![期后])
    | (?<![0-9第.近])(?P<earlier>{_N}|半)个?(?P<earlier_unit>月|星期|周|天|日)[以之]?前(?![期后])
    | (?:近|过去|最近|这(?!一年(?!以?来)))(?P<past>{_N}|半)个?(?P<past_unit>年|月|周|星期|天)(?:以?来)?
    | (?<![0-9第.])(?P<years_since>{_N})年(?:以|之)?来
    | (?P<span>上上|[上本这下])(?:一个?|个)?(?P<span_unit>月|季度|周|星期)(?!前)(?P<weekday>(?<=[周期])[一二三四五六日天])?
    | (?P<near>今天|今日|昨天|昨日|前天|明天|后天)
    | (?P<now>截[至止到](?:目前|现在|今[天日]?(?!年))|到(?:目前|现在)为止|迄今|目前|当前|现在|如今|眼下|现阶段)
    | (?<![0-9一二三四五六七八九十])(?P<bare>)(?:
        [前头](?P<b_quarters>[二三两23])个?季(?:度|(?!节))
      | 第?(?P<b_quarter>[一二三四1-4])季度
      | (?P<b_half>[上下前头])半年
      | (?P<b_turn>年[初底末]|年中)
      | (?<!提)[前头](?P<b_months>{_N})个[ ]?月
      | (?P<b_since>{_N})[ ]?月?{_TO}(?P<b_until>{_N})[ ]?月(?![ ]?{_N}[日号])
      | (?P<b_month>{_N})[ ]?月{_IS_MONTH}{_DAY.replace("(?P<", "(?P<b_")}(?![0-9])
      )
"""

Rule = Callable[[re.Match[str], date], Days]


def _part(match: re.Match[str], prefix: str, year: int, today: date) -> Days:
    """The part of a year that follows it: a quarter, a half, 年底, 前三个月, some months, a month, a day; or the whole year."""
    for name, covered in _PARTS.items():
        if told := match[prefix + name]:
            return months(year, *covered(told))
    if since := match[prefix + "since"]:
        return months(year, integer(since), integer(match[prefix + "until"]))
    if month := match[prefix + "month"]:
        return _in_month(match, prefix, year, month_of(month))
    same = None if prefix == "b_" else match[prefix + "same"]
    return _same_time(same, same_day(today, year)) if same else years(year, year)


def month_of(text: str) -> int:
    """A month's number; 元 is the first. Raises ValueError for what is no number."""
    return 1 if text == "元" else integer(text)


def _in_month(match: re.Match[str], prefix: str, year: int, month: int) -> Days:
    if day := match[prefix + "day"]:
        return one_day(date(year, month, integer(day)))
    return months(year, month, month)


def _same_time(word: str, today: date) -> Days:
    """今天, 昨天, 这个月, 上个月 of another year."""
    if word.endswith("月"):
        return around(today, -word.startswith("上"), "月")
    return one_day(today - timedelta(days=word.startswith("昨")))


_PARTS: dict[str, Callable[[str], tuple[int, int]]] = {
    "quarters": lambda told: (1, 3 * integer(told)),
    "quarter": lambda told: (3 * integer(told) - 2, 3 * integer(told)),
    "half": lambda told: (1, 6) if told in "上前头1" else (7, 12),
    "turn": lambda told: {"初": (1, 2), "底": (11, 12), "末": (11, 12), "中": (6, 7)}[told[-1]],
    "months": lambda told: (1, integer(told)),
}
"""First and last month of each kind of part."""


def _bare(match: re.Match[str], today: date) -> Days:
    """A part of a year that names none: of this year, or of the last where that part has not begun yet (年底 may lie ahead)."""
    days = _part(match, "b_", today.year, today)
    ahead = days[0] > today and match["b_turn"] is None
    return _part(match, "b_", today.year - 1, today) if ahead else days


def _iso(match: re.Match[str], _: date) -> Days:
    year, month, day = int(match["iy"]), int(match["im"]), match["id"]
    return one_day(date(year, month, int(day))) if day else months(year, month, month)


def _decade(match: re.Match[str], _: date) -> Days:
    """2010年代; 九十年代 and 上世纪90年代 are of the twentieth century."""
    told = match["decade"]
    first = int(told) if len(told) == 4 else 1900 + 10 * integer(told[0])
    return years(first, first + 9)


def _ago(match: re.Match[str], today: date) -> Days:
    return _part(match, "a_", today.year - integer(match["ago"]), today)


def _earlier(match: re.Match[str], today: date) -> Days:
    """The month, week or day that lies so long ago."""
    unit = match["earlier_unit"]
    return around(today, -15, "天") if match["earlier"] == "半" else around(today, -integer(match["earlier"]), unit)


def _past(match: re.Match[str], today: date) -> Days:
    unit = match["past_unit"]
    if match["past"] != "半":
        return past(today, integer(match["past"]), unit)
    return (shifted_month(today, -6), today) if unit == "年" else past(today, 15, "天")


def _span(match: re.Match[str], today: date) -> Days:
    days = around(today, _STEPS.get(match["span"], 0), match["span_unit"])
    weekday = match["weekday"]
    return one_day(days[0] + timedelta(days="一二三四五六日".index(weekday.replace("天", "日")))) if weekday else days


def _near(match: re.Match[str], today: date) -> Days:
    return around(today, {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}[match["near"][0]], "天")


RULES: dict[str, Rule] = {
    "from_year": lambda match, _: years(int(match["from_year"]), int(match["to_year"])),
    "decade": _decade,
    "y": lambda match, today: _part(match, "", digit_by_digit(match["y"]), today),
    "iy": _iso,
    "plan": lambda match, _: five_year_plan(integer(match["plan"])),
    "rel": lambda match, today: _part(match, "r_", today.year + YEAR_WORDS[match["rel"]], today),
    "ago": _ago,
    "half_year": lambda _, today: around(today, -6, "月"),
    "earlier": _earlier,
    "past": _past,
    "years_since": lambda match, today: past(today, integer(match["years_since"]), "年"),
    "span": _span,
    "near": _near,
    "now": lambda _, today: one_day(today),
    "bare": _bare,
}
"""How each kind of match is resolved, by the group that marks the kind."""
