"""How wide letters are, so that a picture needs no program that sets text.

Every Chinese font draws its characters as squares. Latin letters differ a little from font to font; a run of text is therefore stretched
to the width that is measured here (`textLength`), which nobody sees.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from bot.messages.line_breaking import broken
from bot.messages.message import Entity
from bot.messages.message_parts import MessagePart

FONTS = (
    "PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, "
    "Apple Color Emoji, Segoe UI Emoji, Noto Color Emoji, sans-serif"
)
_THOUSANDTHS = (  # from the space to the tilde, of Noto Sans CJK
    *(224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555, 555, 555, 555),
    *(278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596),
    *(599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926),
    *(610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555),
)
_NARROW = frozenset("‹›")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style in a line."""

    text: str
    left: float
    width: float
    style: Entity | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text."""

    runs: tuple[Run, ...]
    width: float


def width(text: str, size: float) -> float:
    """Of a text in letters of a size."""
    return sum(map(_em, text)) * size


def set_lines(part: MessagePart, room: float, size: float) -> list[Line]:
    """A part of a message in lines that fit."""
    return [_line(part, start, end, size) for start, end in broken(part.text, room, lambda text: width(text, size))]


def cut(text: str, room: float, size: float) -> str:
    """As much of a text as fits, with an ellipsis where it is not all."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text}…"


def _em(character: str) -> float:
    if " " <= character <= "~":
        return _THOUSANDTHS[ord(character) - ord(" ")] / 1000
    if unicodedata.category(character) in {"Mn", "Cf"}:
        return 0.0
    return 0.302 if character in _NARROW else 1.0


def _line(part: MessagePart, start: int, end: int, size: float) -> Line:
    ends = sorted({start, end, *(edge for style in part.styles for edge in style[:2] if start < edge < end)})
    runs: list[Run] = []
    left = 0.0
    for first, last in pairwise(ends):
        style = next((style.entity for style in part.styles if style.start <= first and last <= style.end), None)
        text = part.text[first:last].lstrip()  # a program that draws SVG may drop a space at the beginning
        left += width(part.text[first : last - len(text)], size)
        runs.append(Run(text, left, width(text, size), style))
        left += runs[-1].width
    return Line(tuple(runs), left)
