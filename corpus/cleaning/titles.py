"""Which lines above an article are not its title, though they stand where a title stands."""

from __future__ import annotations

import re

_LONGEST_LETTERHEAD = 40
_LETTERHEAD = re.compile(
    r"^[\u4e00-\u9fff（）()\s]{2,30}(?:文件|公报|简报|专报|快报|要情|内参)$"
    r"|^[（(〔\[【]?\s*(?:总?第\s*[\d一二三四五六七八九十〇百]+\s*期|\d{4}\s*年\s*第\s*\d+\s*期)\s*[）)〕\]】]?$"
    r"|^[\u4e00-\u9fff]{1,16}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号$"
    r"|^(?:签发人|密级|紧急程度|内部资料|编印单位|主送|抄送)\s*[:：].*|^(?:内部资料|注意保存|特急|加急|秘密|机密)[^。]{0,12}$"
)
_NO_TITLE = re.compile(
    r"^第?\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]|$)|^By\s+[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,3}$|^[】【\s\[\]]*(?:打\s*印|关\s*闭)"
    r"|^[（(]?\s*(?:资料图|资料图片|图片来源|图源|题图|配图|图为|[文图]\s*[/／])|[:：]$|^(?:同志们|各位(?:代表|领导|来宾|同志))"
    r"|^[（(]?[一二三四五六七八九十]{1,3}[）)]?、|^(?:放大|缩小)\s*[+-]?"
)


def is_letterhead(line: str) -> bool:
    """Whether the line is the head of an official letter or a bulletin: its red head, its number, its issue, who signs it."""
    return len(line) <= _LONGEST_LETTERHEAD and bool(_LETTERHEAD.match(line))


def is_no_title(line: str) -> bool:
    """Whether the line cannot be a title: a letterhead, a byline, a button, a form of address, a numbered heading."""
    return is_letterhead(line) or bool(_NO_TITLE.search(line))
