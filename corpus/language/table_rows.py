"""Rows of tables as lines of a text, each cell behind its header: 指标：税收 · 2022年：28.7 · 单位：亿元.

Who reads a format writes such lines, and who looks for an answer reads them back into cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import is_unit
from corpus.language.span import Span

SEPARATOR = " · "
BEHIND_HEADER = "："

_BARE = lazy_pattern(r"[-+−–±约]?\d[\d,，.]*")
"""A figure without its unit."""
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_IN_BRACKETS = lazy_pattern(r"[（(]([^（）()]{1,12})[）)]")
_UNIT = lazy_pattern(r"(?:计量)?单位")
_SHARE = lazy_pattern(r"(?:增速|增长率|增幅|降幅|占比|比重|比例|率|同比|环比|同比增长|同比增减|比上?年增长|±)$")
_IN_PERCENT = lazy_pattern(r"[%％‰]$")
_BETWEEN_UNITS = lazy_pattern(r"[、，,和及]")
_COUNTS_ROWS = lazy_pattern(r"序号|编号|排名|名次|代码|电话|邮编|.{0,3}号码?|年份|年度|月份?|季度")
"""Headers of figures that measure nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row."""

    header: str
    """Empty where it stands behind none."""
    value: str
    span: Span
    """Of header and value; offsets into the line."""

    @property
    def of_value(self) -> Span:
        """Where its value stands in the line."""
        return Span(self.span.end - len(self.value), self.span.end)

    @property
    def figure(self) -> bool:
        """Whether it holds a figure that counts or measures something."""
        return any(map(str.isdigit, self.value)) and not _COUNTS_ROWS.fullmatch(self.header)


def cells_of(line: str) -> tuple[Cell, ...]:
    """The cells of a row, in order; none where a line is no row."""
    if SEPARATOR not in line or BEHIND_HEADER not in line:
        return ()
    cells, start = [], 0
    for part in line.split(SEPARATOR):
        header, colon, value = part.rpartition(BEHIND_HEADER) if part.endswith(BEHIND_HEADER) else part.partition(BEHIND_HEADER)
        cells.append(Cell(header, value, Span(start, start + len(part))) if colon else Cell("", part, Span(start, start + len(part))))
        start += len(part) + len(SEPARATOR)
    return tuple(cells)


def as_told(line: str) -> str:
    """A row as a sentence would tell it, 指标税收，2022年28.7亿元: figures with their units, years with 年; any other line as it is."""
    cells = cells_of(line)
    if not cells:
        return line
    unit = next((found for cell in cells if _UNIT.fullmatch(cell.header) and (found := _unit_beside_share(cell.value))), "")
    named = next((found for cell in cells[:2] if (found := _unit_in(cell.value))), "")
    told = (cell for cell in cells if not _UNIT.fullmatch(cell.header))
    return "，".join(f"{_with_year(cell.header)}{cell.value}{_unit_behind(cell, named, unit)}" for cell in told)


def _unit_behind(cell: Cell, named: str, of_row: str) -> str:
    """The unit of a bare figure: as its header says, else as the name of its row does, else that of the whole row."""
    if not cell.figure or not _BARE.fullmatch(cell.value):
        return ""
    own = _unit_in(cell.header) or (found[0] if (found := _IN_PERCENT.search(cell.header)) else "")
    if own:
        return own
    return "%" if _SHARE.search(cell.header) else named or of_row


def _unit_beside_share(text: str) -> str:
    """The unit of a table's figures that are no shares: 亿元 of 亿元、%; none where there are several."""
    units = [part for part in _BETWEEN_UNITS.split(text) if part and not _IN_PERCENT.search(part)]
    return units[0] if len(units) == 1 and is_unit(units[0]) else ""


def _unit_in(text: str) -> str:
    """The unit that a header or a name has in brackets: 亿元 of 税收（亿元）."""
    return next((found for found in _IN_BRACKETS.findall(text) if is_unit(found)), "")


def _with_year(header: str) -> str:
    return f"{header}年" if _YEAR.fullmatch(header) else header
