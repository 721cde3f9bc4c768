"""Who published an article: a source label, the byline, the dateline, or how reporters name themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.dates import date_spans
from corpus.trimming import strip

_MEDIUM_END = r"(?:新闻网|新闻|日报社?|晚报|早报|晨报|时报|商报|都市报|快报|导报|消费者报|青年报|周报|京报|科技报|参考报|[\u4e00-\u9fff]报|通讯社|新华社|中新社|财联社|网|在线|客户端|时刻新闻|时刻|电视台|广播电台|融媒体中心|传媒中心|融媒|财立方|经纬|壹点|观察|发布|杂志|周刊|频道|APP)"
_SOURCE = re.compile(
    r"(?:^|[\s|｜【\[（(。！？；”*])(?:信息|文章|稿件|新闻|内容|本文)?(?:来源|來源|转自|出处|Source)(?:\s*[:：丨|]\s*|\s+(?=[\u4e00-\u9fff]))"
    r"(?P<name>[^\s，。；、|｜】\]）)>《]{2,40})"
)
_AGENCY = re.compile(
    r"人民网[－—-][\u4e00-\u9fff]{2,3}频道|人民网|新华网|新华社|中新社|中新网|中国新闻网|央广网|央视网|光明网|国际在线|中国日报网|中国经济网|中国网|环球网|法治网"
)
_NAME = rf"[\u4e00-\u9fffA-Za-z·]{{0,10}}?{_MEDIUM_END}(?:[（(][\u4e00-\u9fff]{{2,8}}[）)])?"
_NAMES = rf"{_NAME}(?:[/／]{_NAME})?"
_DATELINE = re.compile(
    rf"(?P<name>{_NAMES}(?:客户端)?)(?:[-－—][\u4e00-\u9fff]{{2,6}})?[\u4e00-\u9fff]{{0,8}}?\s?(?:(?:20\d\d年)?(?:\d{{1,2}}月)?\d{{1,2}}日)?"
    r"(?:\s*[讯电](?=[\s（(：，])|讯(?=\s?[\u4e00-\u9fff“])|消息\s*[：:，（(]|综合[（(]|报道\s?[（(])"
)
_REPORTER = re.compile(rf"(?P<name>{_NAMES})社?\s*(?:全媒体|融媒体|见习|实习|特约|首席)?\s*[|｜]?\s*记者(?=[\s：:\u4e00-\u9fff])")
_SELF = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}(?:新闻|日报|晚报|时报))(?:记者)?(?:从|在[^，。]{2,30}(?:获悉|了解到)|获悉|注意到|了解到|致电|联系)|告诉(?P<told>[\u4e00-\u9fff]{2,4}(?:新闻|日报|晚报|时报))"
)
_CLOSING = re.compile(
    rf"[（(](?:(?:来源|据)[:：]?\s*)?(?P<name>{_NAMES}|[\u4e00-\u9fff]{{2,16}}(?:网站|客户端|公众号))(?:记者[:：\s][^）)]*)?[）)]\s*$"
    rf"|《\s*(?P<paper>[\u4e00-\u9fff]{{2,10}})\s*》\s*[（(]\s*20\d\d年\d+月\d+日[^）)]*版\s*[）)]"
    r"|\*(?P<exclusive>[\u4e00-\u9fff]{2,8})独家稿件|下载[“「](?P<app>[\u4e00-\u9fff]{2,8})[”」](?:APP|客户端)"
)
_OWNER = re.compile(r"(?:主办单位|主办|版权所有|版权归)\s*[：:©]?\s*(?P<name>[\u4e00-\u9fff（）]{4,30})")
_NOBODY = re.compile(
    r"^(?:原创稿?|本站(?:原创)?|本网(?:站)?|网络|互联网|综合(?:整理)?|未知|不详|转载|佚名|本报|本报讯|作者|记者|通讯员|其他|投稿|admin|网站|管理员|自媒体|官网|无|暂无|微信公众号|微信|微博|编辑|点击|浏览)$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"\d{2,}|[。，！？：:“”]|https?|www\.|原标题|正文|记者$|^(?:图片|数据|资金|视频|据|来自|由|是|这|该|本)")
_LABEL = re.compile(r"^(?:作者|编辑|时间|日期|点击|阅读|浏览|字号|分享|责任|发布|打印|字体|关闭|访问|大小|查看|人气|评论)")
_ATTACHED = re.compile(r"(?:作者|编辑|责任编辑|责编|记者|时间|日期|发布时间|浏览|点击|阅读|字号|字体)[：:].*$")


def labelled_publisher(lines: Iterable[str]) -> str | None:
    """Return the name behind 来源：, 转自： and the like in lines above or below the body."""
    for line in lines:
        for match in _SOURCE.finditer(line):
            if name := _name(match["name"]):
                return name
    return None


def byline_publisher(line: str) -> str | None:
    """Return the name that stands beside the date without a label: `2022-02-09 某某园区`."""
    spans = date_spans(line)
    if not spans:
        return None
    rest = line[: spans[0][0]] + "|" + line[spans[-1][1] :]
    rest = re.sub(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", " ", rest)
    for part in re.split(r"[|｜\s·/【】\[\]]+", rest):
        if (
            len(part) >= 3
            and not re.search(r"[:：]", part)
            and not _LABEL.match(part)
            and not re.search(r"\d", part)
            and (name := _name(part))
        ):
            return name
    return None


def owner_publisher(foot: Iterable[str]) -> str | None:
    """Return the owner that the foot of the page names; the last resort."""
    for line in foot:
        if (match := _OWNER.search(line)) and (name := _name(match["name"])):
            return name
    return None


def text_publisher(opening: str, closing: str, text: str) -> str | None:
    """Return the medium that the text names: a source label, a dateline, its reporters; `opening` and `closing` still carry what cleaning cut off."""
    head, tail = opening[:220], closing[-260:]
    return (
        _glued_source(head)
        or _dateline(head)
        or _reporter(head)
        or labelled_publisher([tail])
        or _closing(tail)
        or _reporter(tail)
        or _reporter(text)
        or _self(text)
    )


def _name(raw: str) -> str | None:
    """Return a publisher's name from what stood behind a label, or None when it names nobody."""
    name = strip(_ATTACHED.sub("", raw)).strip("*·-—_ ：:“”《》")
    if agency := _AGENCY.match(name):
        return agency[0]
    name = re.sub(r"^([\u4e00-\u9fff]{2,8}报)[-－—][\u4e00-\u9fff]{2,8}网$", r"\1", name)
    if re.match(r"^[\u4e00-\u9fff]{2,8}APP综合", name):
        name = name.split("综合", 1)[0]
    if not 2 <= len(name) <= 24 or _NOBODY.match(name) or _NOT_A_NAME.search(name):
        return None
    return name


def _glued_source(head: str) -> str | None:
    return labelled_publisher([head])


def _dateline(head: str) -> str | None:
    for match in _DATELINE.finditer(head):
        if name := _medium(match["name"]):
            return name
    return None


def _reporter(text: str) -> str | None:
    for match in _REPORTER.finditer(text):
        if name := _medium(match["name"]):
            return name
    return None


def _closing(tail: str) -> str | None:
    for match in _CLOSING.finditer(tail):
        if name := _medium(next(group for group in match.groups() if group)):
            return name
    return None


def _self(text: str) -> str | None:
    match = _SELF.search(text)
    return _medium(match["name"] or match["told"]) if match else None


def _medium(name: str) -> str | None:
    if agency := _AGENCY.search(name):
        return agency[0]
    name = re.sub(r"^(.*?报)(?:大?[\u4e00-\u9fff]{2,4})客户端$", r"\1", name).removesuffix("社全媒体")
    name = re.sub(r"^(?:据|本报讯|来源|转自)", "", name)
    return (
        name
        if len(name) >= 2
        and name not in {"本报", "时刻", "新闻", "客户端", "日报", "晚报", "官网", "本网", "官方网"}
        and not _NOBODY.match(name)
        else None
    )
