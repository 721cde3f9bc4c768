"""Cells that were pasted or typed into a text as a table: divided by tabs or by bars, a row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.formats.captions import take_caption
from corpus.formats.cells import is_figure, is_label
from corpus.formats.table import table_lines

_LEAST_ROWS = 3
_LONGEST_CELL = 60
_BARS = frozenset("|｜│┃")
_BAR = re.compile(r"[|｜│┃]")
_DASHES = frozenset("-─━═—")
_OF_RULES = _DASHES | _BARS | frozenset(" \t+:┌┬┐├┼┤└┴┘")
_HOUR = re.compile(r"\d{1,2}[:：]\d\d")


def with_rows(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines with the rows of such tables behind their headers, and which lines those are."""
    found: list[str] = []
    rows: list[str] = []
    divided = ((line, _cells(line)) for line in _without_rules(list(_rejoined(lines))))
    for columns, run in groupby(divided, lambda each: len(each[1])):
        block, cells = zip(*run, strict=True)
        if columns < 2 or not _is_table(block, cells):
            found.extend(block)
            continue
        caption = take_caption(found)
        table = table_lines(_whole_rows(cells), caption)
        found.extend(table)
        rows.extend(table[1:] if caption else table)
    return found, rows


def _rejoined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a framed row that was broken in two as one: it begins with a bar, and the bar at its end stands on the next line."""
    begun = ""
    for line in lines:
        text = line.strip()
        opens, closes = text[:1] in _BARS, text[-1:] in _BARS
        if begun and closes and not opens:
            yield begun + text
            begun = ""
            continue
        if begun:
            yield begun
        begun = line.rstrip() if opens and not closes else ""
        if not begun:
            yield line
    if begun:
        yield begun


def _without_rules(lines: Sequence[str]) -> list[str]:
    """The lines but for those that are drawn beside a row of cells: |---|---|, +---+---+."""
    beside = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    return [line for above, line, below in beside if not (_is_rule(line) and (_BAR.search(above) or _BAR.search(below)))]


def _is_rule(line: str) -> bool:
    return _OF_RULES.issuperset(line) and sum(character in _DASHES for character in line) > 1


def _cells(line: str) -> list[str]:
    """The cells of a line; none where it is no row of a table, which holds no sentences, nor begins with an empty cell before a tab."""
    text = line.strip()
    if "\t" in text:
        divided = line.split("\t")
        return divided if divided[0].strip() and _are_short(divided) else []
    divided = [cell.strip() for cell in _BAR.split(text[1:-1] if _is_framed(text) else text)]
    return divided if len(divided) > 1 and any(divided) and _are_short(divided) else []


def _is_framed(line: str) -> bool:
    text = line.strip()
    return len(text) > 1 and text[0] in _BARS and text[-1] in _BARS


def _are_short(cells: Sequence[str]) -> bool:
    return max(map(len, cells)) <= _LONGEST_CELL


def _is_table(block: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether rows are of a table; bars divide the links and the byline of a page as well, which have no frame and no figures."""
    if len(block) < _LEAST_ROWS:
        return len(block) > 1 and "\t" not in block[0] and not any(map(_is_counted, cells[0])) and all(map(_is_counted, cells[1][1:]))
    framed = all(map(_is_framed, block))
    return framed or "\t" in block[0] or all(map(is_label, cells[0])) or any(_is_counted(cell) for row in cells for cell in row[1:])


def _is_counted(cell: str) -> bool:
    return is_figure(cell.strip()) or _HOUR.match(cell.strip()) is not None


def _whole_rows(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows, each with what was broken off one of its cells: it stands below by itself."""
    rows: list[list[str]] = []
    for above, row in zip([None, *cells], cells, strict=False):
        told = [place for place, cell in enumerate(row) if cell.strip()]
        if above and len(told) == 1 and told[0] and above[told[0]].strip():
            rows[-1][told[0]] = rows[-1][told[0]].strip() + row[told[0]].strip()
        else:
            rows.append(list(row))
    return rows
