"""The development zones that an article names.

A zone's name is a proper name and a kind (银川 + 经开区). The kind is found by pattern; the proper name is what stands before it,
back to the last word that cannot belong to a name. Where it holds a province or city, it begins there; otherwise the wording that
recurs in the article decides where it begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.language.places import PLACE
from corpus.language.span import Span
from corpus.language.vocabulary import any_of, words

_KINDS = words(
    "经济技术开发区 经济开发区 经开区 高新技术产业开发区 高新技术产业园区 高新技术产业园 高新技术开发区 "
    "高新科技化工园区 新技术开发区 高新区 先进制造业开发区 科技开发区 产业开发区 工业开发区 旅游度假区 "
    "特殊综合保税区 综合保税区 综保区 保税港区 保税区 自由贸易试验区 自贸试验区 自由贸易港 自贸区 新片区 "
    "临空经济示范区 临空产业园 航空港区 化工园区 工业园区 工业园 产业园区 产业园 科技园区 科技园 科学园 生命科学园 "
    "科学城 科技城 软件园 生态城 智慧城 物流园区 物流园 创新园 科创园 创业园 文创园 孵化园 合作示范区 产业示范区 "
    "科创示范区 氢能示范区 农业示范区 经济合作区 合作区 产业基地 创新谷 开发区 集聚区 新区 新城 园区"
)
_LOOSE = frozenset(words("合作区 产业基地 集聚区 新城 产业园 产业园区 园区"))
"""Kinds that also stand in ordinary phrases (特色产业园): a name of up to three characters must recur, or hold a place."""
_LOOSEST = "园区"
"""The kind of most ordinary phrases (整个园区): every name must recur, or hold a place."""
_KIND = re.compile(any_of(_KINDS))
_SHORT_KIND = {
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术产业园区": "高新区",
    "高新技术产业园": "高新区",
    "高新技术开发区": "高新区",
    "综合保税区": "综保区",
    "自由贸易试验区": "自贸区",
    "自贸试验区": "自贸区",
    "工业园区": "工业园",
    "产业园区": "产业园",
    "科技园区": "科技园",
    "物流园区": "物流园",
}
_FAMILY = {short: (short, *(kind for kind, other in _SHORT_KIND.items() if other == short)) for short in set(_SHORT_KIND.values())}
_BEFORE = re.compile(r"[\u4e00-\u9fff（）()·—“”]{0,18}\Z")
_STOPS = words(
    "位于 坐落 来自 走进 走访 前往 来到 落户 落地 入驻 进驻 推动 助力 支持 建设 打造 依托 围绕 聚焦 召开 主持 参观 "
    "考察 调研 开展 获悉 记者从 了解到 地处 成为 作为 设立 成立 批准 同意 关于 截至 目前 近日 日前 近年来 以来 今年 "
    "去年 全国 全省 全市 全区 国家级 国家 省级 市级 首个 唯一 其中 以及 同时 通过 按照 根据 为了 发布 出台 推出 举办 "
    "举行 主办 承办 指导 联合 组织 授予 荣获 位居 涵盖 包括 辐射 毗邻 紧邻 加入 融入 服务 促进 加快 加强 实现 完善 "
    "提升 推进 深入 见证 感受 展示 展现 现场 整个 各个 一个 多个 两个 三个 这个 本次 落实 启动 获批 纳入 全力 首批 "
    "介绍 表示 指出 强调 显示 公布 发展 管理 优化 营造 构建 做强 做大 做优 高质量 全球 世界 我国 我省 我市 当地 附近 "
    "周边 确保 满足 放眼 帮助 致电 得知 如果 随着 串联起 街道 辖区 国网 供电 数读 原来 探索 建立 频道 新型 绿色 现代 "
    "综合性 特色 专业 重点 主导 传统 企业 总部 一期 二期 季度 带动 牵头 引导 鼓励 规划 投资 参加 参与 参会 深耕 扎根 "
    "带领 率队 赴 在 的 与 及 是 由 从 到 至 对 将 把 向 了 以 等 被 让 给 也 都 又 这 那 该 此 个 家 座 于 用 使 并 "
    "或 为 实施 听取 相信 积极 协同 沿线 共创 常态化 做好 所属 法院 百亿级 千亿级 对话 期间 下一步 不断 某 每 各 称 "
    "上月 本月 当月 个月 下月 月初 月底 上周 本周 这周 两年 三年 五年 十年 年初 年底 年末 上半年 下半年 "
    "请问 一下 知道 查询 告诉 访 来 内 有 要 新闻 日报 记者 县委 市委 区委 政府 公司 集团 局 厅 总工会 协会 社区 检察院 园区"
)
_STOP = re.compile(f"(?=({any_of(_KINDS)}[和与及跟比的内]|{any_of(_STOPS)}))")
_PLACE = re.compile(PLACE)
_PLACE_START = re.compile(rf"(?:{PLACE}[省市]?)+")
_ADMINISTRATIVE = re.compile(rf"({PLACE})(?:市$|[省市](?={PLACE}))")
_ENGLISH = re.compile(
    r"\b(?:[A-Z][\w'-]+ ){1,5}(?:Economic (?:and|&) Technological Development (?:Zone|Area)|Economic(?: Development)? Zone|"
    r"High-[Tt]ech(?: Industrial)?(?: Development)? Zone|Development Zone|(?:Pilot )?Free Trade Zone|Bonded Zone|New Area|"
    r"(?:Industrial|Science|Technology|Software) Park)\b"
)
_TRADITIONAL = str.maketrans(
    "區園開發經濟術產業學軟體際貿試驗綜稅創農臨導與聯據報為從對將個們這訪",
    "区园开发经济术产业学软体际贸试验综税创农临导与联据报为从对将个们这访",
)
"""Characters of kinds and stop words, one for one, so that offsets stay; names keep their own writing."""
_LONGEST_NAME = 12
_MOST = 5
_EXTENT = 50_000
"""Characters in which names are looked for; far more than an article has."""
_TITLE_WEIGHT = 3


def find_parks(title: str | None, text: str) -> tuple[str, ...]:
    """Return the zones named in title and text, most mentioned first, at most five.

    A full name and its short form (云澜经济技术开发区, 云澜经开区) are one park, spelled as in its longest form that occurs.
    """
    original = (f"{title}\n{text}" if title else text)[:_EXTENT]
    whole = original.translate(_TRADITIONAL)
    mentions: Counter[str] = Counter()
    spellings: dict[str, set[str]] = {}
    for key, start, end, name in _mentions(whole):
        mentions[key] += _TITLE_WEIGHT if title and start < len(title) else 1
        spellings.setdefault(key, set()).add(original[start:end] if whole[start:end] == name else name)
    return tuple(max(spellings[key], key=lambda form: (len(form), form)) for key in _ranked(mentions))


def named_parks(text: str) -> Iterator[tuple[Span, str]]:
    """Where a text of simplified characters names parks with their kind, and each name with it: 银川市经开区 is 银川经开区."""
    return ((Span(start, end), name) for _, start, end, name in _mentions(text))


def _mentions(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield each mention: a key that is the same for all writings of one zone, its offsets, and its name with kind."""
    for match in _KIND.finditer(text):
        if found := _proper_name(text, match):
            start, name = found
            yield name + _SHORT_KIND.get(match[0], match[0]), start, match.end(), name + match[0]
    for match in _ENGLISH.finditer(text):
        name = match[0].removeprefix("The ")
        yield name, match.end() - len(name), match.end(), name


def _proper_name(text: str, kind: re.Match[str]) -> tuple[int, str] | None:
    """Return where the proper name before one mention of a kind begins, and the name; None when it has none (全区, 整个园区)."""
    before = _BEFORE.search(text, max(0, kind.start() - 18), kind.start())
    raw = before[0] if before else ""
    if text[kind.start() - len(raw) - 1 : kind.start() - len(raw)].isdigit():
        raw = raw[1:]
    places = [match.span() for match in _PLACE.finditer(raw)]
    cut = max((match.start() + len(match[1]) for match in _STOP.finditer(raw) if not _inside(match.start(), places)), default=0)
    name = raw[cut:].lstrip("）)”—·（(“").rstrip("“（(")
    if start := [match.start() for match in _PLACE_START.finditer(name)]:
        name = name[start[-1] :] if len(name) - start[-1] > 1 else name
    else:
        name = _recurring(name, kind[0], text)
    begins = kind.start() - len(raw) + raw.rfind(name)
    name = _ADMINISTRATIVE.sub(r"\1", name)
    if name.count("（") != name.count("）") or not 2 <= len(name) <= _LONGEST_NAME or "”" in name or "“" in name:
        return None
    doubtful = kind[0] == _LOOSEST or (kind[0] in _LOOSE and len(name) <= 3)
    return (begins, name) if not doubtful or start or text.count(name) > 1 else None


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _recurring(name: str, kind: str, text: str) -> str:
    """Return the ending of the name that recurs in the text twice as often as the whole, when there is one."""
    kinds = _FAMILY.get(_SHORT_KIND.get(kind, kind), (kind,))
    best, seen = name, sum(text.count(name + other) for other in kinds)
    for start in range(1, len(name) - 1):
        count = sum(text.count(name[start:] + other) for other in kinds)
        if count >= 2 * max(1, seen):
            best, seen = name[start:], count
    return best


def _ranked(mentions: Counter[str]) -> list[str]:
    """Return the keys by mentions; a key that is the end of another one is that one's short form and adds to it."""
    merged: Counter[str] = Counter()
    for key, count in mentions.items():
        longer = [other for other in mentions if other != key and other.endswith(key)]
        merged[max(longer, key=lambda other: mentions[other]) if longer else key] += count
    most = max(merged.values(), default=0)
    return [key for key, count in merged.most_common(_MOST) if count * 4 >= most or count >= 3]


def is_kind(name: str) -> bool:
    """Whether a name is nothing but a kind of park: 高新区."""
    return _KIND.fullmatch(name) is not None


def without_kind(park: str) -> str:
    """Return a park's proper name: 云澜 for 云澜经开区; the whole where it ends in no known kind."""
    kinds = [match for match in _KIND.finditer(park) if match.end() == len(park) and match.start()]
    return park[: kinds[-1].start()] if kinds else park
