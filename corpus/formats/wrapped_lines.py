"""Text that was broken at a fixed width, or behind its commas: the lines of a paragraph become one, all others stay as they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from corpus.formats.joining import joined

_WIDTHS = range(30, 125)
"""Columns that wrapped lines may have; a Chinese character takes two."""
_RAGGED = 8
"""Columns that a line may stay below the width: some count characters, in which figures are half as wide."""
_RAGGED_ENGLISH = 16
_RAGGED_CHARACTERS = 1
"""Characters that a line may differ from half the width where characters were counted: with many figures it takes far fewer columns."""
_LONG_LINE = 60
"""Columns from which an indented line without an end was cut."""
_FEWEST = 2
_SHARE = 0.6
_LONGER = 4
"""Times as many full lines as longer ones, which nobody broke."""
_ENDS = re.compile(r"(?:[。！？!?…：:；;]|(?<=[a-z\d)])\.)[”’」』）)】\]\"]*$")
_INDENTED = re.compile(r"^(?:\u3000|[ \xa0]{2,}|\t|[-*•·●■◆]\s|\d{1,2}[.、)](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[）)、])")
_PROSE = re.compile(r"[，。；、：“”,;]|[a-z] [a-z]")
_OPEN = re.compile(r"[，、]$|\d$")
_UNIT = re.compile(r"[百千万亿]|[个家元吨名%％]|平方|公里")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, those of wrapped paragraphs as one. The first line, where titles stand, is taken to be whole."""
    width = _width(lines)
    return after_commas(lines if width is None else _whole(lines, width))


def after_commas(lines: Sequence[str], apart: Collection[str] = ()) -> list[str]:
    """The lines, one that is cut in a sentence with what goes on below it; but not those `apart`.

    Public accounts break their text behind commas. A figure is cut from its unit, and an indented line in the middle of a word.
    """
    paragraphs: list[list[str]] = []
    for line in lines:
        words = line.strip()
        open_ended = bool(paragraphs) and paragraphs[-1][-1] not in apart and _is_open(paragraphs[-1], line)
        if open_ended and words and line not in apart and not _INDENTED.match(words):
            paragraphs[-1].append(words)
        elif words or not open_ended:
            paragraphs.append([line.rstrip()])
    return ["".join(paragraph) for paragraph in paragraphs]


def _is_open(paragraph: Sequence[str], below: str) -> bool:
    last = paragraph[-1]
    if end := _OPEN.search(last):
        return not end[0].isdigit() or bool(_UNIT.match(below.strip()))
    indented = bool(_INDENTED.match(paragraph[0])) and paragraph[0][0].isspace() and not below[:1].isspace()
    return indented and _columns(last.strip()) >= _LONG_LINE and bool(_PROSE.search(last)) and not _ENDS.search(last)


def _whole(lines: Sequence[str], width: int) -> list[str]:
    kept: list[str] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and _flows(lines[end - 1], lines[end], width) and (kept or end > index + 1):
            end += 1
        broken = sum(bool(_PROSE.search(line)) for line in lines[index : end - 1])
        paragraph = joined(line.strip() if place else line.rstrip() for place, line in enumerate(lines[index:end]))
        whole = end - index > 1 and _ENDS.search(paragraph) and 2 * broken >= end - 1 - index
        kept.extend([paragraph] if whole else lines[index:end])
        index = end
    return kept


def _width(lines: Sequence[str]) -> int | None:
    """The width at which the text was broken; None where it was not."""
    open_ended = [_columns(line) for line in lines[1:] if line.strip() and not _ENDS.search(line.rstrip())]
    widths = [width for width in open_ended if width >= _WIDTHS.start]
    width = max(widths, default=0)
    ragged = _RAGGED_ENGLISH if "".join(lines).isascii() else _RAGGED
    full = sum(width - each <= ragged for each in widths)
    longer = sum(_columns(line) > width + ragged for line in lines[1:])
    return width if width in _WIDTHS and full >= max(_FEWEST, _SHARE * len(widths), _LONGER * longer) else None


def _flows(line: str, following: str, width: int) -> bool:
    ragged = _RAGGED_ENGLISH if line.isascii() else _RAGGED
    counted = not line.isascii() and abs(2 * len(line.rstrip()) - width) <= 2 * _RAGGED_CHARACTERS
    full = counted or width - ragged <= _columns(line.rstrip()) <= width
    return full and bool(following.strip()) and not _ENDS.search(line.rstrip()) and not _INDENTED.match(following)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line.rstrip())
