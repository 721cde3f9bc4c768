"""What one cell of a table is: a figure, a label, a time, and its text on one line."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"^[+\-−–—±约＋－]?\d[\d,，.．]*\s*(?:%|％|‰|个百分点|[\u4e00-\u9fff㎡/²]{1,5}|[a-zA-Z/²]{1,6})?$|^[-−–—－/…]+$")
_YEAR = re.compile(r"^(?:19|20)\d\d$|\d\s*[年月日]|年|季度")
_LABEL = re.compile(
    r"(?:[名全简]称|序号|[指目]标|项目|[类种]别|单位|内容|[时期]间|日期|姓名|企业|年[份限度]|地[区域点址]|区域|园区|部门|机构|职[务责称]|数[值量]|[金总差]额|"
    r"备注|事项|编号|代码|[文索]引?号|说明|[种分]类|类型|性质|规模|面积|资[本金质]|投资|产值|[收税]入|人数|范围|依据|[产行]业|主体|来源|情况|进展|进度|任务|措施|"
    r"问题|成效|目标|标准|条件|方式|状态|期限|代表人|法人|联系人|负责人|责任人|牵头人|电话|手机|传真|邮[编箱]|网址|学历|性别|民族|费用|利润|产量|产品)$"
)
_LONGEST_LABEL = 12
_UNIT_BEHIND = re.compile(r"(?<=.)[（(][^（）()]{1,8}[）)]$")
_SPREAD = re.compile(r"^[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff])+$")
_SPACE = re.compile(r"\s+")
_BESIDE_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=\S)|(?<=\S) (?=[\u3000-\u9fff\uff00-\uffef])")


def cell_text(text: str) -> str:
    """A cell on one line: breaks and blanks beside Han characters go, a spread label (总 产 值) is closed."""
    text = _SPACE.sub(" ", text).strip()
    return text.replace(" ", "") if _SPREAD.match(text) else _BESIDE_HAN.sub("", text)


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure, with or without its unit; a year, a quarter or a day is none."""
    return bool(_FIGURE.match(cell)) and not _YEAR.search(cell)


def is_time(cell: str) -> bool:
    """Whether a cell names a year, a quarter, a month or a day."""
    return bool(_YEAR.search(cell))


def is_label(cell: str) -> bool:
    """Whether a cell names what stands beside or below it."""
    name = _UNIT_BEHIND.sub("", cell)
    return cell.endswith(("：", ":")) or (len(name) <= _LONGEST_LABEL and bool(_LABEL.search(name)))
