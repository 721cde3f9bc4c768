"""What stands above a table and belongs to it: its caption, and the unit of its figures."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"^\s*(?:附?表\s*[\d一二三四五六七八九十]|续表|附表)|单\s*位\s*[:：]"
    r"|(?:表|一览|情况|指标|统计|数据|对比|名单|清单|目录)\s*(?:[（(][^（）()]{1,30}[）)])?\s*$"
)
_UNIT = re.compile(r"^\s*[（(]?(?:计量)?单\s*位\s*[:：]")
_LONGEST = 60


def take_caption(lines: list[str]) -> str:
    """Take the caption off the end of the lines above a table; nothing where there is none. The last line may be the unit alone."""
    taken: list[str] = []
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and len(taken) < 2 and is_caption(lines[-1]):
        taken.insert(0, lines.pop().strip())
        if not is_unit(taken[0]):
            break
    return " ".join(taken)


def is_caption(line: str) -> bool:
    """Whether a line above a table says what the table shows, by its words."""
    return may_be_caption(line) and bool(_CAPTION.search(line))


def may_be_caption(line: str) -> bool:
    """Whether a line is short and ends no sentence."""
    return len(line) <= _LONGEST and not line.rstrip().endswith(("。", "；", "，", "！", "？"))


def is_unit(line: str) -> bool:
    """Whether a line is the unit of a table's figures."""
    return bool(_UNIT.match(line))
