"""The words by which all reports that tell of something are asked for: 列出所有, 一共有哪些, 有哪些报道, list all."""

from __future__ import annotations

import re

from corpus.language.lazy_pattern import lazy_pattern

_REPORT = "(?:报道|文章|新闻|消息|稿件)"
_ALL = "(?:所有|全部)"
_EVERY_REPORT = lazy_pattern(
    rf"(?:请|帮我|给我)*(?:列出|列举|罗列|找出|搜出)(?:来)?{_ALL}的?|{_ALL}的?(?=[^,，?？]{{2,24}}{_REPORT})"
    rf"|[,，]?请?(?:{_ALL}|都)(?:列出来?|列举出?来?|找出来)|(?:一共|总共|共)(?:有|是)(?:哪些|哪几[个次家项场篇]|什么)"
    rf"|(?:是|有)?(?:哪些|哪几篇|几篇|多少篇)(?=[^,，?？]{{0,12}}{_REPORT})"
    r"|\b(?:list|show|find|give)(?: me)? (?:all|every)(?: (?:of|the))*\b"
    r"|\b(?:all|every)(?: the)?(?= (?:[a-z]+ ){0,3}(?:articles?|reports?|news)\b)",
    re.IGNORECASE,
)
_OF_REPORTS = lazy_pattern(
    rf"(?:关于|有关|提到|提及|涉及|说到|讲到|谈到)[过了]?|的?{_REPORT}|哪些(?:园区|开发区)|(?<=[一-鿿])[开办]过(?=[一-鿿]{{2}})"
    r"|\b(?:articles?|reports?|news)(?: (?:about|on|of|that mention(?:s|ed)?|mentioning))?\b",
    re.IGNORECASE,
)
"""What such a question says of reports and parks, and nothing of what the reports tell."""
_MARKS = " ,，。?？!！的"


def told_by_all(question: str) -> str:
    """What is to be told by the reports of which a simplified question wants all; empty where it wants an answer."""
    if not _EVERY_REPORT.search(question):
        return ""
    return _OF_REPORTS.sub(" ", _EVERY_REPORT.sub(" ", question)).strip(_MARKS)
