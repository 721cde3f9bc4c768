"""Dates in the writings of Chinese pages, and the day an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from corpus.language.vocabulary import words

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "О": 0}
_MONTHS = {name: number for number, name in enumerate(words("jan feb mar apr may jun jul aug sep oct nov dec"), start=1)}
_NUMERAL = "[〇零○ＯО一二三四五六七八九]"
_FULL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:年|(?P<sep>[-/.．－]))\s?(?P<m>1[0-2]|0?[1-9])\s?(?:月|(?P=sep))\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)[日号]?"
    rf"|(?P<cy>[一二]{_NUMERAL}{{3}})年(?P<cm>十?[一二三四五六七八九]|十)月(?P<cd>[二三]?十?[一二三四五六七八九]|[二三]?十)[日号]"
    r"|(?P<em>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<ed>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<ey>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<fd>\d{1,2})\s+(?P<fm>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(?P<fy>(?:19|20)\d\d)(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT_YEAR = re.compile(r"^\W{0,3}(\d\d)-(\d\d)-(\d\d)[ T]\d\d:\d\d")
_SHORT_DAY = re.compile(r"^\W{0,3}(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])\s+\d\d:\d\d")
_DAY = re.compile(r"(?<![\d年])(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日")
_LABEL = re.compile(
    r"(?:发布|发表|更新|成文|发文|刊发|上传|录入|创建|稿件|日\s*期|时\s*间|時間|發布|Published|Posted|Date)[^\d\n一二]{0,12}$",
    re.IGNORECASE,
)
_URL_DATE = re.compile(r"[/t_](20\d\d)[-/]?(0[1-9]|1[0-2])(?:[-/]?(0[1-9]|[12]\d|3[01]))(?!\d)")
_YEAR = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?:年(?P<more>度|\d{1,2}月|[上下]半年|第?[一二三四]季度|[“《][^，。]{2,20}|[\u4e00-\u9fff]{2})?|(?P<event>版|[\u4e00-\u9fff]{4}))"
)
_ELSEWHERE_BEFORE = re.compile(r"(?:[到至较比从]|预计|计划[于在]?|力争|目标|建于|成立于|始于|创立于|早在|[~—–\-－])\s*$")
_ELSEWHERE_AFTER = re.compile(
    r"^\s*(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|之前|前|以来|成立|启动以来|[-—–~－至到])|[多余个亿万元家名台套项平米立吨户辆次场位株斤头只件亩公])"
)
_SINCE = re.compile(r"自\s*$")
_IN_FORCE = re.compile(r"^.{0,10}起(?:施行|实施|执行)")


def parse_date(text: str) -> date | None:
    """Return the first full date in `text`, in any usual writing; also 20220209 when that is all there is."""
    return next(iter(full_dates(text)), None) or _first(_COMPACT.finditer(text))


def full_dates(text: str) -> Iterable[date]:
    """Yield every valid date with a year, in order."""
    for match in _FULL.finditer(text):
        if found := _of_match(match):
            yield found


def date_spans(text: str) -> list[tuple[int, int]]:
    """Return the offsets of every date with a year."""
    return [match.span() for match in _FULL.finditer(text) if _of_match(match)]


def labelled_date(line: str) -> date | None:
    """Return the date behind a label such as 发布时间 in a short line."""
    for match in _FULL.finditer(line):
        if _LABEL.search(line[: match.start()]) and (found := _of_match(match)):
            return found
    return None


def date_of_url(url: str | None) -> date | None:
    """Return the day in an address such as `/2022-02/09/` or `t20220209_12.html`."""
    return _first(_URL_DATE.finditer(url)) if url else None


def short_header_date(header: str, text: str) -> date | None:
    """Return the date of a header `23-08-11 13:29`, or of `08-11 13:29` with the year that `text` is about."""
    if match := _SHORT_YEAR.match(header):
        return _valid(2000 + int(match[1]), int(match[2]), int(match[3]))
    match = _SHORT_DAY.match(header)
    year = year_of(text) if match else None
    return _valid(year, int(match[1]), int(match[2])) if match and year else None


def opening_date(text: str) -> date | None:
    """Return the day that the opening names without a year, in the year that the text itself speaks of; None when either is missing."""
    match = _DAY.search(text[:160])
    year = year_of(text) if match else None
    return _valid(year, int(match["m"]), int(match["d"])) if match and year else None


def year_of(text: str) -> int | None:
    """Return the latest year that the text speaks of as its present; None when it speaks of none.

    Years of plans, baselines and foundings do not count. In a text that says 今年, a plain 2022年 is another year than the present.
    """
    this_year = "今年" in text
    years = [
        int(match["year"])
        for match in _YEAR.finditer(text)
        if not _is_elsewhere(text, match) and (match["event"] or not this_year or (match["more"] and match["more"][0] in "0123456789“《"))
    ]
    return max((year for year in years if year <= date.today().year), default=None)


def _is_elsewhere(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 4) : match.start()]
    after = text[match.end("year") : match.end("year") + 16]
    if before.endswith("截至"):
        return False
    if _SINCE.search(before):
        return not _IN_FORCE.search(after)
    return bool(_ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.match(after))


def _first(matches: Iterable[re.Match[str]]) -> date | None:
    return next((found for match in matches if (found := _valid(int(match[1]), int(match[2]), int(match[3])))), None)


def _of_match(match: re.Match[str]) -> date | None:
    if match["y"]:
        return _valid(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["cy"]:
        return _valid(int("".join(str(_DIGITS[char]) for char in match["cy"])), _numeral(match["cm"]), _numeral(match["cd"]))
    prefix = "e" if match["ey"] else "f"
    return _valid(int(match[f"{prefix}y"]), _MONTHS[match[f"{prefix}m"].lower()], int(match[f"{prefix}d"]))


def _numeral(text: str) -> int:
    """Return 1 to 39 from 九, 十, 十一, 二十, 三十一."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
