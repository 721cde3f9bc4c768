"""Paragraphs of a park's report, pages that show them, and what is read of such pages."""

from __future__ import annotations

from corpus.formats.pdf import parse
from tests.pdf_files import lines, pdf, wrapped

TITLE = "碧湾经开区召开经济运行分析会"
FIRST = "会上，碧湾经开区对32家纳税大户进行表彰，发放奖励资金970万元，其中特等奖3家，每家奖励90万元。"
SECOND = "会议要求，各部门要围绕海洋装备、精细化工两大产业开展招商，全年引进亿元以上项目不少于24个，其中外资项目4个。"
THIRD = "在要素保障方面，碧湾经开区将收储工业用地1260亩，新建标准厂房18万平方米，推动签约项目早开工、早投产。"


def read(*pages: str, rotate: int = 0) -> list[str]:
    """The lines that are read of a file with these pages."""
    return parse(pdf(*pages, rotate=rotate)).text.split("\n")


def column(x: float, y: float, *paragraphs: str, width: int = 38, size: float = 12, step: float = 20) -> str:
    """Indented paragraphs in lines of so many Han characters; the default fills a page."""
    return lines(x, y, *(line for paragraph in paragraphs for line in wrapped(paragraph, width)), size=size, step=step)
