"""The day an article was published: what its head, a header glued to it, its address, its signature or its opening says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import PurePosixPath

from corpus.cleaning.noise import is_byline, is_sentence
from corpus.cleaning.page import PageParts
from corpus.formats.letterheads import is_imprint
from corpus.language.dates import WrittenDate, find_dates, parse_date, real_day

_SHORT_YEAR = re.compile(r"^\W{0,3}(\d\d)-(\d\d)-(\d\d)[ T]\d\d:\d\d")
_SHORT_DAY = re.compile(r"^\W{0,3}(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])\s+\d\d:\d\d")
_DAY = re.compile(r"(?<![\d年])(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日")
_LABEL = re.compile(
    r"(?:发布|发表|更新|修改|成文|发文|刊发|上传|录入|创建|稿件|日\s*期|时\s*间|時間|發布|Published|Posted|Date|Updated)[^\d\n一二]{0,12}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:更新|修改|Updated)[^\d\n一二]{0,12}$", re.IGNORECASE)
_URL_DATE = re.compile(
    r"[/t_](20\d\d)[-/]?(0[1-9]|1[0-2])(?:[-/]?(0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|/(20\d\d)([-/])(1[0-2]|0?[1-9])\5(3[01]|[12]\d|0?[1-9])/|/(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3,9}\.s?html?$"
)
_URL_MONTH = re.compile(r"[/_](20\d\d)[-_/]?(1[0-2]|0?[1-9])/")
_MINGUO = re.compile(
    r"(?:民[國国]\s*|(?:日期|[時时][間间])\s*[:：]\s*)(?P<year>[5-9]\d|1\d\d)\s*[年/.-]\s*(?P<m>\d{1,2})\s*[月/.-]\s*(?P<d>\d{1,2})(?!\d)"
)
"""Years of the Republic of China, whose first was 1912."""
_YEAR = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?:年(?P<more>度|\d{1,2}月|[上下]半年|第?[一二三四]季度|[“《][^，。]{2,20}|[\u4e00-\u9fff]{2})?|(?P<event>版|[\u4e00-\u9fff]{4}))"
)
_ELSEWHERE_BEFORE = re.compile(r"(?:[到至较比从]|预计|计划[于在]?|力争|目标|建于|成立于|始于|创立于|早在|[~—–\-－])\s*$")
_ELSEWHERE_AFTER = re.compile(
    r"^\s*(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|之前|前|以来|成立|启动以来|[-—–~－至到])|[多余个亿万元家名台套项平米立吨户辆次场位株斤头只件亩公])"
)
_SINCE = re.compile(r"自\s*$")
_IN_FORCE = re.compile(r"^.{0,10}起(?:施行|实施|执行)")
_OCCASION = re.compile(r"^[—–－-]{1,3}\s*(?:19|20)\d\d年\d{1,2}月\d{1,2}日在[^。，]{2,40}$")
_GLUED_HEADER = re.compile(r"^(.{0,80}?)[,，]?\s*正文\s*[:：]")
_LONGEST_LABEL = 40
_SIGNATURE_LENGTH = 24
_OPENING_DATE = 16
_FIRST_LINES = 3


def day_of_publication(page: PageParts, url: str | None, path: str = "") -> date | None:
    """Return the day that the page tells, the surest place first, or else the name of its file; None where neither does.

    A day that lies ahead is none.
    """
    places: tuple[Callable[[], date | None], ...] = (
        lambda: _of_head(page.head),
        lambda: _of_header(page),
        lambda: _of_republic(page),
        lambda: date_of_url(url),
        lambda: _of_signature(page.body),
        lambda: _of_imprint(page.foot),
        lambda: _of_occasion((*page.head, *page.body[:_FIRST_LINES])),
        lambda: _in_month_of_url(page.text, url),
        lambda: opening_date(page.text),
        lambda: parse_date(PurePosixPath(path).stem),
    )
    return next((day for find in places if (day := past(find()))), None)


def past(day: date | None) -> date | None:
    """The day, unless it is after tomorrow: somewhere it is later than here."""
    return day if day and day <= date.today() + timedelta(days=1) else None


def labelled_date(line: str) -> date | None:
    """Return the date behind a label such as 发布时间 in a short line; one behind 更新时间 only where no other is."""
    days = {_UPDATED.search(label) is not None: found.day for found, label in reversed(_labelled(line)) if _LABEL.search(label)}
    return days.get(False) or days.get(True)


def _labelled(line: str) -> list[tuple[WrittenDate, str]]:
    """Each date of a line with what stands before it."""
    return [(found, line[max(0, found.span.start - _LONGEST_LABEL) : found.span.start]) for found in find_dates(line)]


def date_of_url(url: str | None) -> date | None:
    """Return the day in an address such as `/2022-02/09/` or `t20220209_12.html`."""
    numbers = ([int(part) for part in match.groups() if part and part.isdigit()] for match in _URL_DATE.finditer(url or ""))
    days = (real_day(*number) for number in numbers)
    return next((day for day in days if day), None)


def short_header_date(header: str, text: str) -> date | None:
    """Return the date of a header `23-08-11 13:29`, or of `08-11 13:29` with the year that `text` is about."""
    if match := _SHORT_YEAR.match(header):
        return real_day(2000 + int(match[1]), int(match[2]), int(match[3]))
    match = _SHORT_DAY.match(header)
    year = year_of(text) if match else None
    return real_day(year, int(match[1]), int(match[2])) if match and year else None


def opening_date(text: str) -> date | None:
    """Return the whole date that opens the text, or the day that the opening names, in the year that the text itself speaks of."""
    if (written := find_dates(text[:_OPENING_DATE])) and written[0].span.start == 0:
        return written[0].day
    match = _DAY.search(text[:160])
    year = year_of(text) if match else None
    return real_day(year, int(match["m"]), int(match["d"])) if match and year else None


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


def _of_head(head: tuple[str, ...]) -> date | None:
    labelled = [line for line in head if labelled_date(line)]
    published = next((labelled_date(line) for line in labelled if not _only_updated(line)), None)
    byline = next((found for line in reversed(head) if is_byline(line) and not _only_updated(line) and (found := parse_date(line))), None)
    return published or byline or next(map(labelled_date, labelled), None)


def _only_updated(line: str) -> bool:
    labels = [label for _, label in _labelled(line)]
    return bool(labels) and all(map(_UPDATED.search, labels))


def _of_header(page: PageParts) -> date | None:
    """Return the date in a header that is glued to the body: `2023-08-19 09:50，正文：…`."""
    match = _GLUED_HEADER.match(page.opening)
    if not match:
        return None
    written = find_dates(match[1])
    return written[0].day if written else short_header_date(match[1], page.text)


def _of_republic(page: PageParts) -> date | None:
    for match in filter(None, map(_MINGUO.search, (*page.head, *page.body[:_FIRST_LINES], *page.body[-_FIRST_LINES:]))):
        if len(match.string) <= _LONGEST_LABEL:
            return real_day(1911 + int(match["year"]), int(match["m"]), int(match["d"]))
    return None


def _in_month_of_url(text: str, url: str | None) -> date | None:
    """Return the day that the opening names, where the address names its month: `/2020_7/`."""
    month, day = _URL_MONTH.search(url or ""), _DAY.search(text[:160])
    same = month and day and int(month[2]) == int(day["m"])
    return real_day(int(month[1]), int(day["m"]), int(day["d"])) if month and day and same else None


def _of_signature(body: tuple[str, ...]) -> date | None:
    """Return the date that stands alone below an official text."""
    lines = (line for line in reversed(body[-3:]) if len(line) <= _SIGNATURE_LENGTH and not is_sentence(line))
    return next((found for line in lines if (found := parse_date(line))), None)


def _of_imprint(foot: tuple[str, ...]) -> date | None:
    return next((found for line in reversed(foot) if is_imprint(line) and (found := parse_date(line))), None)


def _of_occasion(lines: tuple[str, ...]) -> date | None:
    """Return the day that a subtitle names: `——2022年1月20日在某某大会上`."""
    return next((found for line in lines if _OCCASION.match(line) and (found := parse_date(line))), None)


def _is_elsewhere(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 4) : match.start()]
    after = text[match.end("year") : match.end("year") + 16]
    if before.endswith("截至"):
        return False
    if _SINCE.search(before):
        return not _IN_FORCE.search(after)
    return bool(_ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.match(after))
