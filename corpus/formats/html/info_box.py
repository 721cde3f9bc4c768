"""The box above a government notice: 索引号, 名称, 发布机构, 成文日期 … It declares the article and is no part of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_KEYS = {
    "title": ("名称", "标题", "文件名称", "信息名称", "公文名称"),
    "publisher": ("发布机构", "发文机关", "发文单位", "发布单位", "公开机构", "责任部门", "公开责任部门", "制发机关"),
    "published": ("发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "生成日期", "生成时间"),
    "": (
        *(
            "索引号",
            "信息索引号",
            "索引编号",
            "发文字号",
            "文号",
            "文件编号",
            "公文文号",
            "主题词",
            "主题分类",
            "主题",
            "信息分类",
            "分类",
            "分类名称",
        ),
        *(
            "体裁分类",
            "体裁",
            "组配分类",
            "服务对象分类",
            "公开方式",
            "公开范围",
            "公开形式",
            "公开时限",
            "公开类别",
            "有效性",
            "关键词",
            "内容概述",
        ),
        *("实施日期", "废止日期", "失效日期", "生效日期", "文件状态", "信息类别", "所属机构", "信息来源"),
    ),
}
_MEANING = {label: meaning for meaning, labels in _KEYS.items() for label in labels}
_SPREAD = "|".join(r"[ \u3000\xa0]*".join(label) for label in sorted(_MEANING, key=len, reverse=True))
_LABEL = re.compile(rf"(?:^|(?<=[\s|｜】\]]))[【\[]?(?P<label>{_SPREAD})[】\]]?(?:\s*[:：]|(?=\s|$))")
_LETTER = {
    "title": re.compile(r"(?:^|(?<=[\s·|｜]))(?:信件|来信|信访|咨询|留言|问题|诉求)(?:标题|主题|名称)\s*[:：·]\s*([^·|｜。]{4,80})"),
    "publisher": re.compile(r"(?:^|(?<=[\s·|｜]))(?:回复|答复|办理|受理|承办)(?:单位|部门)\s*[:：·]\s*([^\s·|｜。]{2,30})"),
    "published": re.compile(r"(?:^|(?<=[\s·|｜]))(?:回复|答复|办结)(?:时间|日期)\s*[:：·]\s*([^·|｜。]{8,30})"),
}
_BLANK = re.compile(r"[ \u3000\xa0]+")
_FIRST_LINES = 80
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class InfoBox:
    """What a box declares, and the lines that it takes up."""

    fields: Mapping[str, str]
    """By `title`, `publisher`, `published`."""
    lines: range


def find_info_box(lines: Sequence[str]) -> InfoBox | None:
    """The box among the first lines of a page, known by its 索引号; None where there is none."""
    start = next((index for index, line in enumerate(lines[:_FIRST_LINES]) if "索引" in _BLANK.sub("", line[:40]) and _begins(line)), None)
    if start is None:
        return None
    end = start + 1
    while start and _begins(lines[start - 1]):
        start -= 1
    while end < len(lines) and (_begins(lines[end]) or _is_value(lines, end)):
        end += 1
    fields: dict[str, str] = {}
    for label, value in _pairs(" \n".join(lines[start:end])):
        if value and (meaning := _MEANING[_BLANK.sub("", label)]):
            fields.setdefault(meaning, value)
    return InfoBox(fields, range(start, end))


def letter_fields(lines: Sequence[str]) -> Mapping[str, str]:
    """What the page of a letter to an office says by its labels: what it is about (信件标题), which office answered it, and when."""
    found = {
        meaning: match[1].strip()
        for meaning, label in _LETTER.items()
        if (match := next(filter(None, map(label.search, lines[:_FIRST_LINES])), None))
    }
    return found if "title" in found else {}


def _begins(line: str) -> bool:
    match = _LABEL.match(line) if len(line) <= _LONGEST else None
    return match is not None and not line.endswith("。")


def _is_value(lines: Sequence[str], index: int) -> bool:
    """Whether the line is the value of a label that stands alone above it."""
    match = _LABEL.fullmatch(lines[index - 1])
    return match is not None and len(lines[index]) <= _LONGEST and not lines[index].endswith("。")


def _pairs(text: str) -> list[tuple[str, str]]:
    matches = list(_LABEL.finditer(text))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    return [(match["label"], text[match.end() : end].strip(" \n\t|｜\u3000\xa0:：")) for match, end in zip(matches, ends, strict=True)]
