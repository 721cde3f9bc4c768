"""The development zones that an article names."""

from __future__ import annotations

import re
from collections import Counter

_KINDS = (
    "经济技术开发区 经济开发区 经开区 高新技术产业开发区 高新技术开发区 高新技术产业园区 高新技术产业园 高新科技化工园区 高新区 新技术开发区 先进制造业开发区 科技开发区 产业开发区 工业开发区 旅游度假区 "
    "特殊综合保税区 综合保税区 综保区 保税港区 保税区 自由贸易试验区 自贸试验区 自由贸易港 自贸区 新片区 临空经济示范区 航空港区 临空产业园 "
    "化工园区 工业园区 工业园 产业园区 产业园 科技园区 科技园 科学园 科学城 科技城 软件园 生态城 智慧城 大学城 物流园区 物流园 创新园 创业园 文创园 孵化园 生命科学园 中关村 "
    "合作示范区 产业示范区 科创示范区 氢能示范区 农业示范区 示范区 合作区 试验区 创新区 产业基地 创新谷 光谷 农谷 开发区 集聚区 功能区 新区 新城 园区"
).split()
_GENERIC = frozenset("示范区 合作区 试验区 创新区 功能区 集聚区 新城 园区 产业基地 大学城".split())
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_PARK = re.compile(rf"(?P<name>[\u4e00-\u9fff（）·—]{{1,16}}?)(?P<kind>{_KIND})(?![\u4e00-\u9fff]{{0,2}}(?:分局局长))")
_SHORT_KINDS = {
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
_LEFT_EDGE = re.compile(
    r".*(?:位于|坐落[于在]|来自|走进|走访|前往|落户|落地|入驻|进驻|推动|助力|支持|建设|打造|依托|围绕|聚焦|召开|主持|参观|考察|调研|开展|获悉|记者从|了解到|地处|成为|作为|设立|成立|批准|同意|关于|截至|目前|近日|日前|"
    r"近年来|今年|去年|全国|全省|全市|国家级|省级|市级|首个|唯一|其中|以及|同时|通过|按照|根据|为了|为|在|的|与|和|及|是|由|从|到|至|对|将|把|向|了|以|等|被|让|给|也|都|又|这|那|该|此|个|家|座|同|于|用|使|并|或|"
    r"、|日|年|月|前|后|发布|出台|推出|举办|举行|主办|承办|指导|联合|组织|授予|荣获|位居|涵盖|包括|辐射|毗邻|紧邻|加入|融入|服务|促进|加快|加强|实现|完善|提升|推进|深入|见证|感受|展示|展现|现场|整个|各个|一个|多个|两个|三个|这个|本次|落实|启动|赴|获批|纳入|全力|首批|介绍|表示|指出|强调|显示|公布|称|通过|发展|管理|优化|营造|构建|做强|做大|做优|高质量|全球|世界|我国|我省|我市|全区|当地|附近|周边|某|每|各|本|全|一|—)"
)
_VERY_MANY = 5


def find_parks(title: str | None, text: str) -> tuple[str, ...]:
    """Return the zones named in title and text, most mentioned first, at most five.

    A full name and its short form (云澜经济技术开发区, 云澜经开区) are one park, spelled as in its longest form that occurs.
    """
    mentions: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    for weight, part in ((3, title or ""), (1, text)):
        for match in _PARK.finditer(part):
            name = _proper_name(match["name"])
            if len(name) < 2 or (match["kind"] in _GENERIC and len(name) < 3):
                continue
            key = name + _SHORT_KINDS.get(match["kind"], match["kind"])
            mentions[key] += weight
            spellings.setdefault(key, Counter())[name + match["kind"]] += 1
    return tuple(_spelling(spellings[key]) for key in _ranked(mentions)[:_VERY_MANY])


def _proper_name(raw: str) -> str:
    """Return the part of the characters before the kind that is a name: what follows the last word that cannot belong to one."""
    return _LEFT_EDGE.sub("", raw).strip("（）·—")


def _ranked(mentions: Counter[str]) -> list[str]:
    """Return the keys by mentions; a key that is the end of another one is that one's short form and adds to it."""
    merged: Counter[str] = Counter()
    for key, count in mentions.items():
        longer = [other for other in mentions if other != key and other.endswith(key)]
        merged[max(longer, key=lambda other: mentions[other]) if longer else key] += count
    most = max(merged.values(), default=0)
    return [key for key, count in merged.most_common() if count * 4 >= most or count >= 3]


def _spelling(forms: Counter[str]) -> str:
    return max(forms, key=lambda form: (len(form), forms[form]))
