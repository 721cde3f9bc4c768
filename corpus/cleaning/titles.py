"""Which lines above an article are not its title, though they stand where a title stands."""

from __future__ import annotations

import re

from corpus.formats.letterheads import is_letterhead

_NO_TITLE = re.compile(
    r"^第?\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]|$)|^By\s+[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,3}$|^[【\[][^】\]]{1,6}[】\]]$|^[】【\s\[\]]*(?:打\s*印|关\s*闭)"
    r"|^[（(]?\s*(?:资料图|资料图片|图片来源|图源|题图|配图|图为|[文图]\s*[/／])|[:：]$|^(?:同志们|各位(?:代表|领导|来宾|同志))"
    r"|^[\u4e00-\u9fff]{2,8}(?:[日晚早时周]报|都市报)(?:\s*(?:数字报|电子[报版]|多媒体数字报))?$|^[（(]?[一二三四五六七八九十]{1,3}[）)]?、|^(?:放大|缩小)\s*[+-]?"
)


def is_no_title(line: str) -> bool:
    """Whether the line cannot be a title: a letterhead, a byline, a button, a form of address, a numbered heading."""
    return is_letterhead(line) or bool(_NO_TITLE.search(line))
