"""Who published an article: a source label, the byline, the dateline, or how reporters name themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.cleaning.trimming import strip
from corpus.language.dates import find_dates
from corpus.language.media import ANY_MEDIUM, KNOWN_MEDIUM

_LABEL = r"(?:信息|文章|稿件|新闻|内容|本文)?(?:来源|來源|稿源|转自|轉自|出处|Source)"
_SOURCE = re.compile(
    rf"(?:^|[\s|｜【\[（(。！？；：:”*]|(?<=[\d日])){_LABEL}(?:\s*[:：丨|｜]\s*|\s+(?=[\u4e00-\u9fff]))"
    r"(?P<name>(?:[^\s，。；、|｜】\[\]（）()《》<>]|[（(][^（）()]{1,12}[）)]|(?<=[A-Za-z.&]) (?=[A-Z][a-z]))+)"
)
_ISSUER = re.compile(r"(?:发布|發[布佈]|供稿|公开)(?:单位|單位|机构|機關|部门|部門)\s*[:：]\s*(?P<name>[^\s，。；、|｜】\[\]<>]{2,24})")
_CHANNEL = r"人民网\s?[－—-]\s?[\u4e00-\u9fff]{2,3}频道"
_KNOWN_SOURCE = re.compile(rf"来源\s*[:：]\s*(?P<name>{_CHANNEL}|{KNOWN_MEDIUM})")
_KNOWN_START = re.compile(rf"{_CHANNEL}|{KNOWN_MEDIUM}")
_KNOWN_END = re.compile(rf"{KNOWN_MEDIUM}(?:[/／（(][^）)]+[）)]?)?$")
_AGENCY = re.compile(
    "人民网|新华网|新华社|中新社|中新网|中国新闻网|央广网|央视网|光明网|国际在线|中国日报网|中国经济网|中国网|环球网|法治网"
)
_NAME = rf"(?P<name>{ANY_MEDIUM}(?:[（(][\u4e00-\u9fff]{{2,8}}[）)]|[/／]{ANY_MEDIUM}|[/／][\u4e00-\u9fff]{{2,4}}新闻)?)"
_EDITION = r"(?:社|大?[\u4e00-\u9fff]{0,4}客户端|APP)?(?:[-－—][\u4e00-\u9fff]{2,6})?"
_DATELINE = re.compile(
    rf"{_NAME}{_EDITION}[\u4e00-\u9fff]{{0,8}}?\s?(?:(?:20\d\d年)?(?:\d{{1,2}}月)?\d{{1,2}}日)?\s?"
    r"(?:[讯电](?=[\s（(：:，“])|讯(?=[\u4e00-\u9fff])|消息[\s：:，（(]|综合[（(\s]|(?:报道|专稿)\s?[（(：:])"
)
_REPORTER = re.compile(rf"{_NAME}{_EDITION}\s*(?:全媒体|融媒体|见习|实习|特约|首席|摄影)*\s*[|｜]?\s*$")
_LEARNED = re.compile("获悉|注意到|了解到|致电|采访")
_LEARNER = re.compile(rf"({KNOWN_MEDIUM})(?:从[^，。]{{2,30}}|在[^，。]{{2,60}})?$")
_TOLD = re.compile(rf"告诉({KNOWN_MEDIUM})")
_CLOSING = re.compile(
    rf"[（(](?:据\s?)?(?P<name>{ANY_MEDIUM}|[\u4e00-\u9fff]{{2,16}}(?=网站|公众号)(?:网站|公众号))(?:客户端|APP)?[）)]\s*$"
    r"|《\s*(?P<paper>[\u4e00-\u9fff]{2,10})\s*》\s*[（(]\s*20\d\d年\d+月\d+日[^）)]*版\s*[）)]"
    r"|\*(?P<exclusive>[\u4e00-\u9fff]{2,8})独家稿件|下载[“「](?P<app>[\u4e00-\u9fff]{2,8})[”」](?:APP|客户端)"
)
_OWNER = re.compile(
    r"(?:主办单位|主办|版权所有|版权归)\s*[：:©]?\s*(?P<name>[\u4e00-\u9fff（）]{4,30})|^(?P<owner>[\u4e00-\u9fff（）]{4,24})版权所有"
)
_OFFICE = re.compile(r"[\u4e00-\u9fff（）]{2,24}(?:委员会|管委会|办公室|政府|中心|公司|局|厅|部|处|会|院|所|办)")
_TWIN = re.compile(r"^([\u4e00-\u9fff]{2,8}报)[-－—][\u4e00-\u9fff]{2,8}网$")
_ENGLISH_SITE = re.compile(r"^By [A-Z][^|]{2,60}\|\s*(?P<name>[\w.-]+(?: [\w.-]+){0,3})\s*\|")
_EDITED_BY = re.compile(r"(?<=[室会局部处中心])(?:主编|编印?|主办|编发)$")
_ACCOUNT = re.compile(r"^原创\s+\S{1,20}\s+(?P<name>\S{2,24})\s*$")
"""A public account, behind the author of what is its own."""
_EXTENT = 20_000
"""Characters in which reporters are looked for; far more than an article has."""
_NOBODY = re.compile(
    r"^(?:原创.*|本[站网报](?:原创|讯|综合)?|网络.{0,2}|互联网.{0,2}|综合(?:整理)?|未知|不详|转载|佚名|作者|记者|通讯员|其他|投稿|admin|网站|管理员|自媒体|官网|无|暂无|"
    r"我要.{0,4}|星期[一二三四五六日天]|周[一二三四五六日]|微信(?:公众号)?|微博|编辑|点击|浏览|主办方|.*(?:截图|视频|管理员)|官方网|时刻|新闻|日报|晚报|新闻网|客户端)$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"\d{2,}|[。，！？：:“”]|https?|www\.|原标题|正文|记者$|^(?:图片|数据|资金|视频|据|来自|由|是|这|该|本)")
_FIELD = re.compile(r"^(?:作者|编辑|时间|日期|点击|阅读|浏览|字号|分享|责任|发布|打印|字体|关闭|访问|大小|查看|人气|评论)")
_ATTACHED = re.compile(
    r"(?:返回搜狐|分享让更多人|版权归|文/|流程|综合报道|近日|日前|记者|(?:作者|编辑|责任编辑|责编|时间|日期|发布时间|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|字号|字体)[：:]|[缩放][小大]字[体号]|字[体号]大?小?$|收藏$|打印本?页?$|扫一扫|我要评论|(?:19|20)\d\d[-年/.]\d).*$|(?<=报)客户端$|(?<=新闻)客户端$|编辑$"
)


def labelled_publisher(lines: Iterable[str]) -> str | None:
    """Return the name behind 来源：, 转自： and the like in lines above or below the body."""
    for line in lines:
        for match in _SOURCE.finditer(line):
            if name := _name(match["name"]):
                return name
    return None


def issuer(lines: Iterable[str]) -> str | None:
    """Return the office behind 发布单位： and the like: who put a page up, where nothing says who wrote it."""
    return next((name for line in lines if (match := _ISSUER.search(line)) and (name := _name(match["name"]))), None)


def byline_publisher(line: str) -> str | None:
    """Return the name that stands beside the date without a label: `2022-02-09 某某园区`."""
    dates = find_dates(line)
    if not dates:
        return None
    if account := _ACCOUNT.search(line[: dates[0].span.start]):
        return _name(account["name"])
    if site := _ENGLISH_SITE.search(line):
        return site["name"]
    rest = line[: dates[0].span.start] + "|" + line[dates[-1].span.end :]
    rest = re.sub(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", " ", rest)
    for part in (_EDITED_BY.sub("", part) for part in re.split(r"[|｜\s·/【】\[\]]+", rest)):
        if len(part) >= 3 and not re.search(r"[:：\d]", part) and not _FIELD.match(part) and (name := _name(part)):
            return name
    return None


def signature_publisher(body: tuple[str, ...]) -> str | None:
    """Return the office that signs a notice: the line above a date that stands alone at the end."""
    if len(body) < 3 or len(body[-1]) > 20 or not find_dates(body[-1]):
        return None
    return body[-2] if _OFFICE.fullmatch(body[-2]) else None


def owner_publisher(foot: Iterable[str]) -> str | None:
    """Return the owner that the foot of the page names; the last resort."""
    for line in foot:
        if (match := _OWNER.search(line)) and (name := _name(match["name"] or match["owner"])):
            return name
    return None


def text_publisher(opening: str, closing: str, text: str) -> str | None:
    """Return the medium that the text names: a source label, a dateline, its reporters.

    `opening` and `closing` are the text's first and last line with whatever cleaning cut off.
    """
    head, tail, text = opening[:260], closing[-260:], text[:_EXTENT]
    return (
        _first(_KNOWN_SOURCE, head)
        or labelled_publisher([head])
        or _first(_DATELINE, head)
        or _reporter(head)
        or _first(_KNOWN_SOURCE, tail)
        or labelled_publisher([tail])
        or _first(_CLOSING, tail)
        or _reporter(text)
        or _learner(text)
        or _first(_TOLD, text)
    )


def _name(raw: str) -> str | None:
    """Return a publisher's name from what stood behind a label, or None when it names nobody."""
    name = strip(_ATTACHED.sub("", raw)).strip("*·-—_ ：:“”《》")
    known = _KNOWN_START.match(name)
    if known and (
        known[0].endswith("频道") or _AGENCY.fullmatch(known[0]) or re.match(r"[-－—]|客户端|APP|[^网社\s]{6}", name[known.end() :])
    ):
        name = known[0]
    name = name.split("APP综合", 1)[0] + "APP" if "APP综合" in name else name
    name = _TWIN.sub(r"\1", name)
    if not 2 <= len(name) <= 24 or _NOBODY.match(name) or _NOT_A_NAME.search(name):
        return None
    return name


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    for match in pattern.finditer(text):
        name = next((group for group in match.groups() if group), "")
        if found := _medium(name):
            return found
    return None


def _reporter(text: str) -> str | None:
    """Return the medium whose reporter the text names: what stands right before the word 记者."""
    for match in re.finditer("记者", text):
        before = text[max(0, match.start() - 32) : match.start()]
        if (found := _REPORTER.search(before)) and (name := _medium(found["name"])):
            return name
    return None


def _learner(text: str) -> str | None:
    """Return the medium that says that it learned, noticed or asked something."""
    for match in _LEARNED.finditer(text):
        if found := _LEARNER.search(text[max(0, match.start() - 72) : match.start()]):
            return _medium(found[1])
    return None


def _medium(name: str) -> str | None:
    if agency := re.search(_CHANNEL, name) or _AGENCY.fullmatch(name):
        return agency[0]
    known = _KNOWN_END.search(name)
    name = known[0] if known else re.sub(r"^(?:据|来源|转自|本报讯)", "", name)
    return name if len(name) >= 2 and not _NOBODY.match(name) else None
