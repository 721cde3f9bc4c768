"""What stands above a table and belongs to it: its caption, and the unit of its figures."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"^\s*(?:附?表\s*[\d一二三四五六七八九十]|[（(]?(?:计量)?单\s*位\s*[:：])|(?:表|一览|情况|指标|统计|数据|完成情况|对比)\s*(?:[（(][^（）()]{1,30}[）)])?\s*$"
)
_UNIT = re.compile(r"^\s*[（(]?(?:计量)?单\s*位\s*[:：]")
_LONGEST = 60


def take_caption(lines: list[str]) -> str:
    """Take the caption off the end of the lines above a table; nothing where there is none. The last line may be the unit alone."""
    taken: list[str] = []
    while lines and len(taken) < 2 and _heads_table(lines[-1]):
        taken.insert(0, lines.pop().strip())
        if not _UNIT.match(taken[0]):
            break
    return " ".join(taken)


def _heads_table(line: str) -> bool:
    return len(line) <= _LONGEST and not line.rstrip().endswith(("。", "；", "，", "！", "？")) and bool(_CAPTION.search(line))
