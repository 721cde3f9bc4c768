"""Noise glued to the beginning or end of a body line, as in pages that were flattened to a single line."""

from __future__ import annotations

import re

_EDGE = " \t\u3000\xa0\u200b\u200c\u200d\ufeff\u2060\r\x0b\x0c"
_TAIL_LENGTH = 600
"""Characters at the end of a line in which glued noise is looked for."""
_PREFIXES = (
    re.compile(r"^(?:(?:来源\s*[:：][^，。]{1,30}?[|｜\s]+)?[\d\-/年月日:：.\s]{4,32})?[,，]?\s*正文\s*[:：]\s*"),
    re.compile(r"^[（(【\[]?\s*原标题\s*[:：]\s*"),
    re.compile(r"^(?:本文)?转[载自][：:]?【[^】]{1,24}】[；;，,]?\s*"),
)
_BLANK = r"(?<!\s)\s*+"
"""All blanks at once, from the first: what begins at each of many would look through all of them each time."""
_TAIL_START = r"(?:(?<=[。！？”」』）)】\]…a-z0-9])\s*+|(?<!\s)\s++)"
_SUFFIXES = (
    re.compile(rf"{_BLANK}返回搜狐，查看更多(?:\s*责任编辑\s*[:：]?.{{0,20}})?$"),
    re.compile(rf"{_BLANK}[（(【\[]\s*(?:责任编辑|责任编缉|责编|编辑|校对|审核)\s*[:：/|]?[^）)】\]。]{{1,40}}[）)】\]]\s*$"),
    re.compile(rf"{_BLANK}责任编辑\s*[:：][^。，]{{0,20}}$"),
    re.compile(rf"{_TAIL_START}(?:责编|编辑|责任编辑|流程编辑|校对|审核|审校|监制|初审|终审)\s?[:：|｜/]\s?[^。，]{{1,60}}$"),
    re.compile(rf"{_BLANK}分享让更多人看到$"),
    re.compile(rf"{_BLANK}更多精彩内容请进入\S{{2,12}}$"),
    re.compile(
        rf"{_BLANK}(?:[【\[]\s*+)?(?:新闻)?(?:线索)?报料(?:通道|热线|电话)?\s*[:：].{{0,120}}$|{_BLANK}新闻线索报料通道[:：].{{0,160}}$"
    ),
    re.compile(rf"{_BLANK}\*[^*。]{{2,12}}独家稿件，转载请注明出处。?$"),
    re.compile(
        rf"{_TAIL_START}(?:版权说明|版权声明|免责声明|特别声明|郑重声明|法律声明)\s*[:：](?=.*(?:转载|版权|侵权|本网|本站|不代表)).*$"
    ),
    re.compile(rf"{_TAIL_START}[【\[]?(?:打印|关闭|打印本页|关闭窗口)[】\]]?(?:\s*[【\[]?(?:打印|关闭|打印本页|关闭窗口)[】\]]?)*\s*$"),
    re.compile(rf"{_BLANK}(?:[【（(\[]\s*)(?:稿件|文章|信息|新闻)?来源\s*[:：][^】）)\]。]{{1,30}}[】）)\]]\s*$"),
    re.compile(rf"{_TAIL_START}(?:稿件|文章|信息|新闻)?来源\s*[:：]\s*[^\s。，：:]{{2,20}}\s*$"),
)


def strip(line: str) -> str:
    """Return the line without white space, full-width indentation and invisible characters at its ends."""
    return line.strip(_EDGE)


def trim(line: str) -> str:
    """Return the line without noise at its ends; what remains is one piece of the line, unchanged."""
    line = strip(line)
    for pattern in _PREFIXES:
        line = pattern.sub("", line, count=1)
    head, tail = line[:-_TAIL_LENGTH], line[-_TAIL_LENGTH:]
    before = ""
    while tail != before:
        before = tail
        for pattern in _SUFFIXES:
            tail = pattern.sub("", tail, count=1).rstrip(_EDGE)
    return strip(head + tail)
