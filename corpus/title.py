"""The title of an article: declared, shown above the byline, or glued to the body behind 原标题：."""

from __future__ import annotations

import re

from corpus.trimming import strip

_SITE = re.compile(
    r"\s*(?:[_|｜]|\s[-–—]\s|(?<=[^\s-])-(?=[^-]{2,20}$))\s*[^_|｜]{0,40}?(?:网|网站|门户|政府|平台|在线|管委会|管理委员会|频道|中心|新闻|日报|晚报|要闻|动态|资讯|首页|news)\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:标\s*题|原标题|文章标题|题\s*目|Title)\s*[:：]\s*", re.IGNORECASE)
_ORIGINAL = re.compile(r"原标题\s*[:：]\s*")
_MEDIA = r"[\u4e00-\u9fffA-Za-z]{0,8}?(?:日报|晚报|早报|时报|商报|都市报|青年报|快报|新闻网|在线|中新网|中新社|新华社|新华网|人民网|央视网|大众网|红网|东方网|新京报|观察者网|极目新闻|澎湃新闻|财联社|国际在线)"
_BODY_STARTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"本报讯|本报(?:记者|[\u4e00-\u9fff]{2,4}\d{1,2}月\d{1,2}日[电讯])|来源\s*[:：]|(?:文|图)\s?[/／丨|]|据?[\u4e00-\u9fff]{2,10}(?:讯|消息)[（(，：\s]",
        rf"{_MEDIA}(?:[/／][\u4e00-\u9fff]{{2,6}})?(?:客户端|APP)?\s*(?:[\u4e00-\u9fff]{{0,6}})?(?:\d{{1,2}}月\d{{1,2}}日)?(?:[讯电]|消息|报道|综合|记者|\s*[|｜]|[（(])",
        r"(?:见习|实习|全媒体|本报|融媒体?)?记者\s?[\u4e00-\u9fff]{2,4}[\s、]|通讯员\s?[\u4e00-\u9fff]{2,3}[\s、]",
        r"(?:20\d\d年)?(?:1[0-2]|[1-9])月(?:[1-3]\d|[1-9])日",
        r"近日，|近日[\u4e00-\u9fff]|日前|近期[，在]|连日来|近年来|今年以来|今天[，上下晚（(]|昨天|昨日|目前，|当前，|眼下|最近，|近段时间|今年\d?[，月]|\d{1,2}日[上下]午|当地时间|北京时间",
        r"为(?:进一步|深入|贯彻|切实|全面|更好|推动|落实|加强|丰富|不断|认真|有效|积极|帮助|了|确保|提升|充分|营造|庆祝|促进|扎实|加快|做好|持续)",
        r"(?:随着|根据|按照|依托|正值|自\d{4}年|截至|记者从|据悉|据了解|据介绍|针对|围绕|作为|面对|日前|一直以来|长期以来|在[^，。]{2,14}[，的上]|每[天到]|夏日|盛夏|炎炎夏日|骄阳|走进|位于|站在)",
    )
)
_LENGTHS = range(8, 61)
_BRACKETS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "】": "【", "」": "「", "』": "『"}


def without_site(title: str) -> str:
    """Return the title without the site's name behind it: `标题 - 某某园区网`."""
    shorter = strip(_SITE.sub("", title))
    return shorter if len(shorter) >= 4 else title


def labelled_title(line: str) -> str | None:
    """Return the title of a line `标题：…`, or of a short line `原标题：…` that holds nothing else."""
    match = _LABEL.match(line)
    title = strip(line[match.end() :]) if match else ""
    return title if 4 <= len(title) <= 60 and "。" not in title else None


def glued_title(line: str) -> str | None:
    """Return the title between 原标题： and the body that follows on the same line without a break, where the seam can be seen.

    The seam shows by the title being repeated, by a place name that begins both, or by the way that reports open. None when nothing shows.
    """
    match = _ORIGINAL.search(line[:120])
    if not match:
        return None
    rest = line[match.end() :].lstrip()
    return _repeated(rest) or _spaced(rest) or _before_opening(rest)


def _repeated(rest: str) -> str | None:
    """Return a title that stands twice in a row, as where a page prints it again above the text."""
    for length in range(60, 9, -1):
        if rest[:length] == rest[length : 2 * length] or rest[:length] == rest[length + 1 : 2 * length + 1]:
            return rest[:length].rstrip()
    return None


def _spaced(rest: str) -> str | None:
    match = re.match(r"(\S.{6,60}?)\s{3,}", rest)
    return match[1] if match else None


def _before_opening(rest: str) -> str | None:
    seams = (_first_seam(rest, pattern) for pattern in _BODY_STARTS)
    seam = min((found for found in (*seams, _echo(rest), _quotation(rest), _exclamation(rest)) if found), default=None)
    return rest[:seam].rstrip(" ，") if seam else None


def _first_seam(rest: str, pattern: re.Pattern[str]) -> int | None:
    """Return where the pattern first begins at a place that can end a title."""
    for match in pattern.finditer(rest[: _LENGTHS[-1] + 20]):
        if match.start() in _LENGTHS and _closed(rest[: match.start()]):
            return match.start()
    return None


def _closed(title: str) -> bool:
    """Whether the title can end here: brackets closed, no comma or joining word at its end, no full stop inside."""
    if title[-1] in "，、：（《“‘【与和在的及 " or "。" in title:
        return False
    return all(title.count(opening) == title.count(closing) for closing, opening in _BRACKETS.items())


def _echo(rest: str) -> int | None:
    """Return where the words that begin the title begin again: a report often opens with the name that its title opens with."""
    start = rest[:5]
    place = rest.find(start, 8, _LENGTHS[-1] + 10)
    return place if place in _LENGTHS and _closed(rest[:place]) else None


def _quotation(rest: str) -> int | None:
    """Return where a closing quotation mark, or a word, meets an opening one that begins a long sentence of speech."""
    for match in re.finditer(r"“(?=[^”]{18,})|“(?=[^”]{2,18}[，。！？][^”]{0,80}”)", rest[: _LENGTHS[-1] + 30]):
        if match.start() in _LENGTHS and _closed(rest[: match.start()]):
            return match.start()
    return None


def _exclamation(rest: str) -> int | None:
    """Return the place behind the last exclamation or question mark or ellipsis before the first comma or full stop."""
    first_stop = re.search(r"[，。]", rest[8:])
    end = min(first_stop.start() + 8 if first_stop else 0, _LENGTHS[-1])
    marks = [match.end() for match in re.finditer(r"[！？!?]|……", rest[:end]) if match.end() in _LENGTHS and _closed(rest[: match.end()])]
    return marks[-1] if marks else None
