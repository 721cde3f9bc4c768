"""The head of an official letter or a bulletin, above its title."""

from __future__ import annotations

import re

from corpus.language.numerals import HAN_DIGITS

_LONGEST, _LONGEST_IMPRINT = 40, 120
_ISSUE = r"(?:(?:\d{4}\s*年\s*)?(?:总?第)\s*[\d一二三四五六七八九十〇百]+\s*期)"
_MASTHEAD = re.compile(r"^[\u4e00-\u9fff（）()\s]{2,30}(?:文件|公报|简报|专报|快报|要情|内参)$|^会\s*议\s*纪\s*要$")
_LETTERHEAD = re.compile(
    rf"^[（(〔\[【]?\s*{_ISSUE}\s*(?:[（(]\s*{_ISSUE}\s*[）)]|[）)〕\]】])?$"
    r"|^[\u4e00-\u9fff]{0,16}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号(?:\s+签发人\s*[:：].*)?$"
    r"|^附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$"
    r"|^(?:签发人|密级|紧急程度|内部资料|编印单位|主送|抄送)\s*[:：].*|^(?:内部资料|注意保存|特急|加急|秘密|机密)[^。]{0,12}$"
)
_DAY = rf"(?:(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|[{HAN_DIGITS}]{{4}}年[{HAN_DIGITS}十]{{1,2}}月[{HAN_DIGITS}十]{{1,3}}日)"
_IMPRINT = re.compile(
    rf"^(?:[\u4e00-\u9fff（）()]{{2,30}}\s*)?{_DAY}\s*印(?:发|制)$"
    r"|^[（(]\s*此件[\u4e00-\u9fff]{0,4}公开(?:发布)?\s*[）)]$|^[（(]?\s*共印\s*\d+\s*份\s*[）)]?$|^(?:抄\s*送|抄\s*报|分\s*送|[报送发])\s*[:：].*"
)
_OFFICE = r"[\u4e00-\u9fff（）()]{4,30}?(?:委员会|管委会|办公室|办公厅|人民政府|局|厅|部|中心)"
_ISSUER = re.compile(rf"^{_OFFICE}$")
_ISSUED = re.compile(rf"^{_OFFICE}\s*(?:主?编|编印|编发|主办)?\s*[（(]?{_DAY}[）)]?$")


def is_imprint(line: str) -> bool:
    """Whether the line stands below an official letter: who gets a copy, who had it printed and when."""
    return len(line) <= _LONGEST_IMPRINT and bool(_IMPRINT.match(line))


def is_issuer(line: str, below: str = "") -> bool:
    """Whether the line is the office that issues a letter, alone above its title: 某某管委会 / 关于…的函."""
    return below.startswith("关于") and bool(_ISSUER.match(line))


def is_issued(line: str) -> bool:
    """Whether the line says in the head of a bulletin which office issues it, and on which day: 某某管委会办公室编　2023年7月31日."""
    line = " ".join(line.split())
    return len(line) <= _LONGEST and bool(_ISSUED.match(line))


def is_letterhead(line: str) -> bool:
    """Whether the line is the head of an official letter or a bulletin: its red head, its number, its issue, who signs it."""
    return is_masthead(line) or (len(line) <= _LONGEST and bool(_LETTERHEAD.match(line)))


def is_masthead(line: str) -> bool:
    """Whether the line names a series of letters or bulletins; where no other title is, that is the title."""
    return bool(_MASTHEAD.match(line))
