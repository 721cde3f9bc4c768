"""Finds the times that a text speaks of and resolves them to ranges of days: 去年, 2022年一季度, 上个月, 近三年, 十四五, last year.

A question is resolved against the day it is asked on, a passage against the day its article was published: 去年 in a report of
February 2022 and 2021年 in a question then mean the same days.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.passage import Span

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_PLANS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_YEAR_WORDS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_ENGLISH_HALVES = {"first": 1, "second": 2, "1st": 1, "2nd": 2}
_TRADITIONAL = str.maketrans("個過這後週兩號", "个过这后周两号")
_ENGLISH_QUARTERS = _ENGLISH_HALVES | {"third": 3, "3rd": 3, "fourth": 4, "4th": 4}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text speaks of: first and last day, and where it stands in the text."""

    first: date
    last: date
    span: Span

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def find_times(text: str, today: date) -> list[TimeExpression]:
    """Every time expression of a text, in reading order; offsets are into `text`. What names no real day is left out."""
    folded = _fold(text)
    found = []
    for match in _TIME.finditer(folded):
        days = _resolve(match, today)
        if days is not None:
            found.append(TimeExpression(*days, Span(*match.span())))
    return found


def agreement(asked: TimeExpression, told: TimeExpression) -> float:
    """How well a told time answers an asked one, 0 to 1: the days they share over the days of the longer one (Jaccard's index)."""
    shared = (min(asked.last, told.last) - max(asked.first, told.first)).days + 1
    return max(0, shared) / (asked.days + told.days - max(0, shared))


def _fold(text: str) -> str:
    """Half width, lower case and simplified, one character for one, so that offsets hold."""
    folded = (unicodedata.normalize("NFKC", char).lower() for char in text.translate(_TRADITIONAL))
    return "".join(new if len(new) == 1 else old for new, old in zip(folded, text, strict=True))


_N = r"[0-9〇零○一二两三四五六七八九十]{1,3}"
_TO = r"[ ]?[-~–—至到][ ]?"
_PART = rf"""
    (?:[ ]?(?:的|度|,)?[ ]?(?:
        前(?P<quarters>[二三两23])个?季度
      | 第?(?P<quarter>[一二三四1-4])季度?
      | (?P<half>[上下])半年
      | (?P<turn>年?初|年?[底末]|年中)
      | 前(?P<months>{_N})个?[ ]?月
      | (?P<since>{_N})[ ]?月?{_TO}(?P<until>{_N})[ ]?月(?![ ]?{_N}[日号])
      | (?P<month>{_N})[ ]?月(?:份|[ ]?(?P<day>{_N})[ ]?[日号])?
    ))?
"""
_COUNTED = (
    r"[ ]?(?:[万亿元%倍号吨亩套件]|个(?!人)|家(?!庭)|项(?!目)|人(?![才口均力大])|名(?![列单])|户(?![外籍])|台(?![湾州])"
    r"|次(?!日)|[平立]方|公[里顷斤])"
)
"""What makes of a number that could be a year a count: 2000万元, 2022家企业, but not 2022人才政策."""

_ENGLISH_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_TIME = re.compile(
    rf"""
      (?<![0-9.])(?P<from_year>(?:19|20)[0-9]{{2}}){_TO}(?P<to_year>(?:19|20)[0-9]{{2}})(?:[ ]?年|(?![0-9a-z.%年-]|{_COUNTED}))
    | (?<![0-9.])(?P<y>(?:19|20)[0-9]{{2}})(?:[ ]?年|(?=[ ]?第?[一二三四1-4]季度)|(?=[ ]?[上下]半年)){_PART}
    | (?P<hy>[一二][九〇零○][〇零○一二三四五六七八九]{{2}})年{_PART.replace("(?P<", "(?P<h_")}
    | (?<![0-9])(?P<iy>(?:19|20)[0-9]{{2}})[-/.](?P<im>0?[1-9]|1[0-2])(?:[-/.](?P<id>[0-3]?[0-9]))?(?![0-9万亿元%倍])
    | (?<![第一二三四五六七八九])(?P<plan>十[一二三四五])五(?![十百千万亿])
    | (?P<rel>大前年|前年|去年|上年|今年|本年|明年|后年){_PART.replace("(?P<", "(?P<r_")}
    | (?:近|过去|最近|这)(?P<past>{_N})(?P<past_unit>年|个月)
    | (?P<span>[上本这下])(?:一个?|个)?(?P<span_unit>月|季度|周|星期)(?!前)
    | (?P<near>今天|今日|昨天|昨日|前天|明天|后天)
    | (?<![0-9一二三四五六七八九十])(?P<bare>)(?:
        前(?P<b_quarters>[二三两23])个?季度
      | 第?(?P<b_quarter>[一二三四1-4])季度
      | (?P<b_half>[上下])半年
      | (?P<b_turn>年[初底末]|年中)
      | 前(?P<b_months>{_N})个[ ]?月
      | (?P<b_since>{_N})[ ]?月?{_TO}(?P<b_until>{_N})[ ]?月(?![ ]?{_N}[日号])
      | (?P<b_month>{_N})[ ]?月(?:份|[ ]?(?P<b_day>{_N})[ ]?[日号])?(?![0-9])
      )
    | \b(?P<en_rel>last|this|next)\s(?P<en_unit>year|month|week|quarter)\b
    | \b(?:past|last|previous)\s(?P<en_past>two|three|four|five|ten|[0-9]{{1,2}})\s(?P<en_past_unit>years|months)\b
    | \b(?P<en_half>first|second|1st|2nd)\shalf\s(?:of\s)?(?P<en_half_year>20[0-9]{{2}}|this\syear|last\syear)\b
    | \b(?:(?P<en_quarter>first|second|third|fourth|1st|2nd|3rd|4th)\squarter\s(?:of\s)?|q(?P<en_q>[1-4])\s(?:of\s)?)
        (?P<en_quarter_year>20[0-9]{{2}}|this\syear|last\syear)\b
    | \b(?P<en_month>{_ENGLISH_MONTH})\.?\s(?:(?P<en_day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s)?
        (?P<en_month_year>20[0-9]{{2}})\b
    | (?<![0-9a-z.,%-])(?P<en_year>20[0-9]{{2}})(?![0-9a-z.%年-]|{_COUNTED})
    """,
    re.VERBOSE,
)

_Days = tuple[date, date]


def _resolve(match: re.Match[str], today: date) -> _Days | None:
    for name, rule in _RULES.items():
        if match[name] is not None:
            try:
                return rule(match, today)
            except (ValueError, OverflowError):
                return None
    return None


def _number(text: str) -> int:
    """二十一, 十二, 3 → int. Raises ValueError for anything else: 一二 in 一二月 is no number, but two."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not {tens, ones} <= {"", *_DIGITS}:
        raise ValueError(f"{text} is no number")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


def _year(year: int) -> _Days:
    return _years(year, year)


def _years(one: int, other: int) -> _Days:
    return date(min(one, other), 1, 1), date(max(one, other), 12, 31)


def _months(year: int, first: int, last: int) -> _Days:
    """From the first day of a month to the last of another; into the next year where that one comes earlier in it."""
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _shifted_month(today: date, by: int) -> date:
    months = today.year * 12 + today.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)


def _part(match: re.Match[str], prefix: str, year: int) -> _Days:
    """The part of a year that follows it: a quarter, a half, 年底, 前三个月, some months, a month, a day; or the whole year."""
    for name, months in _PARTS.items():
        if told := match[prefix + name]:
            return _months(year, *months(told))
    if since := match[prefix + "since"]:
        return _months(year, _number(since), _number(match[prefix + "until"]))
    if month := match[prefix + "month"]:
        if day := match[prefix + "day"]:
            exact = date(year, _number(month), _number(day))
            return exact, exact
        return _months(year, _number(month), _number(month))
    return _year(year)


_PARTS: dict[str, Callable[[str], tuple[int, int]]] = {
    "quarters": lambda told: (1, 3 * _number(told)),
    "quarter": lambda told: (3 * _number(told) - 2, 3 * _number(told)),
    "half": lambda told: (1, 6) if told == "上" else (7, 12),
    "turn": lambda told: {"初": (1, 2), "底": (11, 12), "末": (11, 12), "中": (6, 7)}[told[-1]],
    "months": lambda told: (1, _number(told)),
}
"""First and last month of each kind of part."""


def _bare(match: re.Match[str], today: date) -> _Days:
    """A part of a year that names none: of this year, or of the last where that part has not begun yet (年底 may lie ahead)."""
    days = _part(match, "b_", today.year)
    ahead = days[0] > today and match["b_turn"] is None
    return _part(match, "b_", today.year - 1) if ahead else days


def _past(today: date, count: int, unit: str) -> _Days:
    return (date(today.year - count, 1, 1), today) if unit.startswith(("年", "year")) else (_shifted_month(today, -count), today)


def _around(today: date, step: int, unit: str) -> _Days:
    """The week, month, quarter or year that lies `step` units from today's."""
    if unit in ("周", "星期", "week"):
        monday = today + timedelta(days=7 * step - today.weekday())
        return monday, monday + timedelta(days=6)
    if unit in ("月", "month"):
        month = _shifted_month(today, step)
        return _months(month.year, month.month, month.month)
    if unit in ("季度", "quarter"):
        month = _shifted_month(today, 3 * step)
        quarter = (month.month - 1) // 3
        return _months(month.year, 3 * quarter + 1, 3 * quarter + 3)
    return _year(today.year + step)


def _day(today: date, word: str) -> _Days:
    day = today + timedelta(days={"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}[word[0]])
    return day, day


def _english_number(text: str) -> int:
    return int(text) if text.isdigit() else _ENGLISH_NUMBERS[text]


def _english_year(text: str, today: date) -> int:
    return int(text) if text.isdigit() else today.year - text.startswith("last")


def _iso(match: re.Match[str], _: date) -> _Days:
    year, month, day = int(match["iy"]), int(match["im"]), match["id"]
    return (date(year, month, int(day)),) * 2 if day else _months(year, month, month)


def _english_half(match: re.Match[str], today: date) -> _Days:
    half = _ENGLISH_HALVES[match["en_half"]]
    return _months(_english_year(match["en_half_year"], today), 6 * half - 5, 6 * half)


def _english_quarter(match: re.Match[str], today: date) -> _Days:
    quarter = int(match["en_q"]) if match["en_q"] else _ENGLISH_QUARTERS[match["en_quarter"]]
    return _months(_english_year(match["en_quarter_year"], today), 3 * quarter - 2, 3 * quarter)


def _english_month(match: re.Match[str], _: date) -> _Days:
    year, month = int(match["en_month_year"]), _ENGLISH_MONTHS.index(match["en_month"][:3]) + 1
    return (date(year, month, int(match["en_day"])),) * 2 if match["en_day"] else _months(year, month, month)


_RULES: dict[str, Callable[[re.Match[str], date], _Days]] = {
    "from_year": lambda match, _: _years(int(match["from_year"]), int(match["to_year"])),
    "y": lambda match, _: _part(match, "", int(match["y"])),
    "hy": lambda match, _: _part(match, "h_", int("".join(str(_DIGITS[char]) for char in match["hy"]))),
    "iy": _iso,
    "plan": lambda match, _: (date(_PLANS[match["plan"]], 1, 1), date(_PLANS[match["plan"]] + 4, 12, 31)),
    "rel": lambda match, today: _part(match, "r_", today.year + _YEAR_WORDS[match["rel"]]),
    "past": lambda match, today: _past(today, _number(match["past"]), match["past_unit"]),
    "span": lambda match, today: _around(today, {"上": -1, "下": 1}.get(match["span"], 0), match["span_unit"]),
    "near": lambda match, today: _day(today, match["near"]),
    "bare": _bare,
    "en_rel": lambda match, today: _around(today, {"last": -1, "this": 0, "next": 1}[match["en_rel"]], match["en_unit"]),
    "en_past": lambda match, today: _past(today, _english_number(match["en_past"]), match["en_past_unit"]),
    "en_half": _english_half,
    "en_quarter_year": _english_quarter,
    "en_month": _english_month,
    "en_year": lambda match, _: _year(int(match["en_year"])),
}
"""How each kind of match is resolved, by the group that marks the kind; the first group that took part decides."""
