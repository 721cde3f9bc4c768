"""Rows of cells to lines of text, the same for every format: a row is one line that stands for itself, each cell behind its header.

    表1 主要经济指标（单位：亿元）           表1 主要经济指标（单位：亿元）
    | 指标     |    2022年   |  2023年 |    指标：财政收入 · 2022年总量：28.3 · 2022年增速：7.1% · 2023年总量：30.1 · 单位：亿元
    |          | 总量 | 增速 |   总量  |
    | 财政收入 | 28.3 | 7.1% |   30.1  |

A form, in which labels and values take turns along a row, gives `建设单位：霁川新材 · 建设规模：1.2万吨`.

What stands above a table and is needed to understand a row goes into the row: the unit, and the caption where it alone tells the time.
Who reads a format fills merged cells first: a cell that spans rows or columns is repeated in each of them. The lines of rows also
go into `Document.rows`, so that cleaning takes none of them for a byline or a footer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from corpus.formats.cells import cell_text, is_figure, is_label, is_time
from corpus.formats.forms import form_rows
from corpus.language.measure_words import is_unit
from corpus.language.table_rows import BEHIND_HEADER, SEPARATOR
from corpus.language.times import find_times

Row = tuple[str, ...]

_MOST_HEADERS = 4
_LONGEST_GROUP = 30
_LONGEST_CAPTION = 60
_UNIT = re.compile(r"[（(]?(?:计量)?单\s*位\s*[:：]\s*([^\s）)，。；]{1,16})[）)]?")
_WRITTEN_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[一二][〇零○九]..年")
_NOTE = re.compile(
    r"^(?:注|备注|说明|附注|资料来源|数据来源|来源|填表人|填报人|制表人?|审核人?|单位负责人|填报(?:日期|时间)|联系人)\s*[:：\d]"
)
_PART = "其中"
"""How the name of a row begins that is part of the one above."""
_NO_DAY = date(2000, 1, 1)


def table_lines(rows: Sequence[Sequence[str]], caption: str = "", headers: int | None = None) -> list[str]:
    """The lines of a table, its caption first; `headers` is the number of rows that name the columns, where the format says so.

    Rows may differ in length. A row that says the same in all columns heads the rows below it and goes into each of them.
    """
    width = max(map(len, rows), default=0)
    cells = [row for row in ((*map(cell_text, row), *[""] * (width - len(row))) for row in rows) if any(row)]
    caption = " ".join(caption.split())
    if len(cells) > 1 and not headers and _is_span(cells[0]):
        caption, cells = f"{caption} {cells[0][0]}".strip(), cells[1:]
    if headers is None and _is_row_of_figures(cells):
        cells = cells[::-1]
    if headers is None and (form := form_rows(cells)):
        return [*([caption] if caption else []), *(SEPARATOR.join(row) for row in form)]
    count = header_rows(cells) if headers is None else headers
    names, body = column_names(cells[:count]), cells[count:]
    carried = _carried(caption, names, body)
    return [*([caption] if caption else []), *_body_lines(names, body, carried)]


def _is_row_of_figures(rows: Sequence[Row]) -> bool:
    """Whether figures stand above what they are of, as on a slide: 128.6亿元 above 2023年进出口总额."""
    return len(rows) == 2 and len(rows[0]) > 1 and all(map(is_figure, rows[0])) and not any(not cell or is_figure(cell) for cell in rows[1])


def header_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows name the columns: those above the first figure; of a table without figures the first row.

    The rows are of one length. Two columns are labels with their values, unless the second one has a name of its own or only figures.
    """
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or width < 2 or (width == 2 and not _names_values(rows)):
        return 0
    count = 0 if any(map(is_figure, rows[0][1:])) else 1
    while 0 < count < min(_MOST_HEADERS, len(rows) - 1) and _goes_on(rows[count - 1], rows[count]):
        count += 1
    return count


def _names_values(rows: Sequence[Row]) -> bool:
    name, *values = (row[-1] for row in rows)
    return is_label(name) or is_time(name) or (len(values) > 1 and not is_figure(name) and all(map(is_figure, values)))


def column_names(headers: Sequence[Row]) -> Row:
    """One name for each column, out of the header rows from above to below: 2022年 above 总量 is 2022年总量."""
    return tuple("".join(dict.fromkeys(filter(None, column))) for column in zip(*_spread(headers), strict=True))


def _spread(headers: Sequence[Row]) -> list[Row]:
    """Headers with each name above all the columns that it is for, also where its cell was not merged over them."""
    spread = [list(row) for row in headers]
    for above, below in pairwise(spread):
        for index in range(2, len(above)):
            if not above[index] and below[index] and below[index - 1] and not is_unit(below[index]):
                above[index] = above[index - 1]
    return [tuple(row) for row in spread]


def _goes_on(header: Row, row: Row) -> bool:
    """Whether a row names the columns more closely than the header row above it: below merged or empty cells, or with their units."""
    if _is_span(row) or any(map(is_figure, row[1:])):
        return False
    merged = any(left == right for left, right in pairwise(header)) or any(above == cell for above, cell in zip(header, row, strict=False))
    return merged or not all(header[1:]) or all(map(is_unit, filter(None, row)))


def _is_span(row: Row) -> bool:
    """Whether one text fills the row: a title or a subheading over all columns."""
    return len(row) > 1 and len(set(row)) == 1


def _carried(caption: str, names: Row, body: Sequence[Row]) -> tuple[str, str]:
    """What every row needs of the caption: all of it before the row where it alone tells a time, and the unit behind the row."""
    unit = _UNIT.search(caption)
    beside = " ".join((*names, *(row[0] for row in body if not _NOTE.match(row[0]))))
    title = _UNIT.sub("", caption).strip() if len(caption) <= _LONGEST_CAPTION else ""
    needed = bool(_WRITTEN_YEAR.search(title)) if find_times(beside, _NO_DAY) else bool(find_times(title, _NO_DAY))
    return title if needed and not _WRITTEN_YEAR.search(beside) else "", f"单位{BEHIND_HEADER}{unit[1]}" if unit else ""


def _body_lines(names: Row, body: Sequence[Row], carried: tuple[str, str]) -> list[str]:
    before, after = carried
    lines: list[str] = []
    group = whole = ""
    for row in body:
        if _is_span(row) or (_NOTE.match(row[0]) and not any(row[1:])):
            text = row[0]
            group = text if len(text) <= _LONGEST_GROUP and not _NOTE.match(text) else ""
            lines.append(text)
            continue
        cells = _cells(names, row)
        is_part = row[0].startswith(_PART)
        whole = whole if is_part else row[0]
        lines.append(SEPARATOR.join(filter(None, (before, group, whole if is_part else "", *cells, after if _has_figure(row) else ""))))
    return lines


def _has_figure(row: Row) -> bool:
    return any(map(is_figure, row))


def _cells(names: Row, row: Row) -> list[str]:
    if not any(names) and len(row) == 2 and all(row):
        return [BEHIND_HEADER.join(row)]
    named = ((names[index] if index < len(names) else "", cell) for index, cell in enumerate(row))
    return list(dict.fromkeys(f"{name}{BEHIND_HEADER}{cell}" if name else cell for name, cell in named if cell))
