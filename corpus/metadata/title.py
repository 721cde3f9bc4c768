"""The title of an article: declared, shown above the byline, or glued to the body behind 原标题：."""

from __future__ import annotations

import re

from corpus.cleaning.trimming import strip
from corpus.language.media import ANY_MEDIUM

_SITE_END = r"(?:网|网站|门户|政府|平台|在线|管委会|管理委员会|频道|中心|新闻|日报|晚报|要闻|动态|资讯|首页|news)"
_SITE = re.compile(rf"\s*(?:[_|｜]|\s[-–—]\s|(?<=[^\s-])-(?=[^-]{{2,20}}$))\s*[^_|｜]{{0,40}}?{_SITE_END}\s*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:标\s*题|原标题|文章标题|题\s*目|会议名称|公告名称|文件名称|Title)\s*[:：]\s*", re.IGNORECASE)
_UNIT = re.compile(r"[\s（(]+(?:计量)?单\s*位\s*[:：][^:：]{1,16}$")
"""Of the figures in the table below."""
_ORIGINAL = re.compile(r"原标题\s*[:：]\s*")
_SHORTEST, _LONGEST = 8, 64

_MONTH_DAY = r"(?:1[0-2]|[1-9])月(?:[1-3]\d|[1-9])日"
_OPENINGS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(f"(?=(?:{pattern}))"))
    for weight, pattern in (
        (
            5,
            rf"本报讯|【[^】]{{2,16}}(?:消息|讯|记者[^】]{{2,8}})】|本报(?:记者|[\u4e00-\u9fff]{{2,4}}{_MONTH_DAY})|"
            r"来源\s*[:：]|[文图](?:[、/][文图])?\s?[/／丨|:：]|编者按|转自",
        ),
        (
            5,
            rf"{ANY_MEDIUM}(?:[/／（(·-][\u4e00-\u9fff]{{2,8}}[）)]?)?(?:大?[\u4e00-\u9fff]{{0,4}}客户端|APP|社全媒体)?\s?[\u4e00-\u9fff]{{0,5}}\s?"
            rf"(?:(?:20\d\d年)?{_MONTH_DAY})?\s?(?:[讯电]|消息|报道|综合|(?:全媒体|见习|实习|首席)?记者|[|｜])",
        ),
        (
            4.5,
            r"(?<![”’])(?:□|■|[（(]?(?:见习|实习|全媒体|本报|融媒体?|首席)?记者[\s:：]\s?[\u4e00-\u9fff]{2,3}|通讯员[\s:：]\s?[\u4e00-\u9fff]{2,3})",
        ),
        (3.4, rf"(?<![\d年])(?:20\d\d年)?{_MONTH_DAY}(?!起|至|前)|20\d\d年\d{{1,2}}月，|{_MONTH_DAY[:-1]}-\d{{1,2}}日"),
        (
            3.2,
            r"近日[，\u4e00-\u9fff]|日前|近期[，在]|连日来|近年来|今年以来|今天[，上下晚（(是]|昨[天日][，上下晚（(]|当地时间|北京时间|据[\u4e00-\u9fff]{2,10}(?:消息|报道)",
        ),
        (2.6, r"目前，|当前，|眼下|最近|前段时间|近段时间|今年[，\d]|[入仲]夏|炎炎|骄阳|盛夏[时，]|记者从|据悉|据了解"),
        (
            3,
            r"为(?:进一步|深入|贯彻|切实|全面|更好|推动|落实|加强|丰富|不断|认真|有效|积极|帮助|了|确保|提升|充分|营造|庆祝|促进|扎实|加快|做好|持续|广泛|让|使|大力|迎接|维护|弘扬|保护|增强|提高|优化|巩固|守护|学习|宣传|响应|有力|普及|发挥|期|响|减|有|做|给)",
        ),
        (
            2.6,
            r"[在值][^，。]{2,20}之际|“?八一”?[^，。]{0,6}来临之际|[\u4e00-\u9fff]{2}(?:融媒|网)?讯[\s（(为]|今日，|上周，|据[《“]|“[^”]{6,}？”",
        ),
        (
            2.2,
            r"随着|根据|按照|依托|正值|自\d{4}年|截至|针对|一直以来|长期以来|每[天到年]|如何|有着|提起|说起|“[^”]{18,}|“[^”]{2,18}[，。！？][^”]{0,80}”",
        ),
        (
            1.6,
            r"在(?!线|即|行动|[\u4e00-\u9fff]{0,6}(?:举行|举办|启动|开幕|召开|成立))[^，。]{2,20}[，的上]|作为|面对|围绕|走进|位于|站在|一[条座位张片]|免费|因[^，。]{2,16}，|由[^，。]{4,24}(?:主办|联合|组织|承办|举办)",
        ),
    )
)
_TITLE_ENDS = re.compile(
    r"(?:活动|启动|举办|举行|行动|工作|会议|通知|批复|公示|仪式|名单|案例|大会|培训|竞赛|比赛|宣传|服务|落地|揭牌|开工|投产|发展|建设|公告|[！？!?]|……)$"
)
_ENDINGS_THAT_OPEN = "，、：（《“‘【与和在的及将为 "
_BRACKETS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "】": "【", "」": "「", "』": "『"}
_ENOUGH = 0.8


_OFFICIAL = re.compile(
    r"(?:^|[：:。》\s])(?P<title>[\u4e00-\u9fff（）]{2,20}关于[^，。：:《》\s]{4,60}?的(?:批复|通知|公告|意见|决定|通告|公示|函|报告|请示))"
    r"(?=[\u4e00-\u9fff]{1,6}〔\d{4}〕|[\u4e00-\u9fff、（）]{2,30}[：:])"
)


def bare_title(title: str) -> str:
    """Return the title without a label before it and the site's name behind it: `原标题：标题 - 某某园区网`."""
    title = strip(_UNIT.sub("", _LABEL.sub("", title))) or title
    while len(shorter := strip(_SITE.sub("", title))) >= 4 and shorter != title:
        title = shorter
    return title


def labelled_title(line: str) -> str | None:
    """Return the title of a line `标题：…`, or of a short line `原标题：…` that holds nothing else."""
    match = _LABEL.match(line)
    title = strip(line[match.end() :]) if match else ""
    return title if 4 <= len(title) <= 60 and "。" not in title else None


def glued_title(line: str) -> str | None:
    """Return the title between 原标题： and the body that follows on the same line without a break, where the seam can be seen.

    The seam shows by the title being repeated, by the words that reports open with, or by the name that opens both title and
    report. Each possible seam is weighed; None when none of them is convincing.
    """
    match = _ORIGINAL.search(line[:120])
    if not match:
        return None
    rest = line[match.end() :][:200].lstrip()
    return _repeated(rest) or _spaced(rest) or _before_opening(rest)


def official_title(text: str) -> str | None:
    """Return the title of an official letter that a report prints in full: `某某关于…的批复`, followed by its number or addressee."""
    match = _OFFICIAL.search(text[:600])
    return match["title"] if match else None


def _repeated(rest: str) -> str | None:
    """Return a title that stands twice in a row, as where a page prints it again above the text."""
    for length in range(_LONGEST, _SHORTEST, -1):
        if rest[:length] in (rest[length : 2 * length], rest[length + 1 : 2 * length + 1]):
            return rest[:length].strip()
    return None


def _spaced(rest: str) -> str | None:
    match = re.match(r"(\S.{6,60}?)\s{3,}", rest)
    return match[1] if match else None


def _before_opening(rest: str) -> str | None:
    seams = {seam: weight for seam, weight in _seams(rest)}
    scores = {seam: weight + _worth(rest[:seam]) for seam, weight in seams.items() if _can_end(rest[:seam])}
    best = max(scores, key=lambda seam: (scores[seam], -seam), default=None)
    return rest[:best].rstrip(" ，") if best and scores[best] >= _ENOUGH else None


def _seams(rest: str) -> list[tuple[int, float]]:
    """Return every place where a body could begin, with the weight of the evidence, the strongest evidence of a place last."""
    found = [(match.start(), weight) for weight, pattern in _OPENINGS for match in pattern.finditer(rest, _SHORTEST, _LONGEST + 12)]
    for length, weight in ((4, 2.0), (6, 3.0)):
        echo = rest.find(rest[:length], _SHORTEST, _LONGEST + length)
        found.extend([(echo, weight)] if echo > 0 else [])
    marks = re.finditer(r"[！？!?”](?=[^！？!?，。、”\s])|……", rest[:_LONGEST])
    found.extend((match.end(), 0.6) for match in re.finditer(r"活动|培训班|动员会|推进会|座谈会", rest[:48]) if match.end() >= 14)
    found.extend((match.end(), 0.7) for match in marks if match.end() >= _SHORTEST)
    return sorted(found, key=lambda seam: seam[1])


def _can_end(title: str) -> bool:
    """Whether a title can end here: brackets closed, no comma or joining word at its end, no full stop inside."""
    if not _SHORTEST <= len(title) <= _LONGEST or title[-1] in _ENDINGS_THAT_OPEN or "。" in title:
        return False
    return all(title.count(opening) == title.count(closing) for closing, opening in _BRACKETS.items())


def _worth(title: str) -> float:
    """Return how much the title itself speaks for or against its end: usual length, an ending that titles have, few commas."""
    length = len(title)
    strange = max(0, 13 - length) * 0.15 + max(0, length - 34) * 0.08
    return (0.9 if _TITLE_ENDS.search(title) else 0.0) - strange - 0.02 * length - 0.5 * max(0, title.count("，") - 1)
