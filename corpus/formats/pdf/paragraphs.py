"""Lines to paragraphs: what was only broken to fit the column, the page or the title's width is joined again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

_ENDED = re.compile(r"[。！？!?…；;：:][”’」』）)】》\"']*$|[a-z0-9)]\.[\"')]*$")
_ITEM = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条])"
)
_CONTENTS = re.compile(r"(?:[.…·]\s?){4,}\s*\d+$")
_DAY = re.compile(r"^(?:(?:19|20)\d\d|[一二][〇零○O0-9九][〇零○一二三四五六七八九]{2})\s?年\S{1,3}月\S{1,3}日$")
"""That a letter ends with."""
_BULLET = re.compile(r"[•●■◆★▲▶►➢✓]|[-–·]\s")
_WORD = re.compile(r"[!-~]+")
_LATIN_WIDTH = 0.5
_INDENT = 1.2
"""Widths of a character, here and below."""
_SHORT = 2.2
"""A line that ends so far before the margin is still full: a word, or a mark with the character before it, may not have fitted."""
_AT_MARGIN = 0.6
_HANGING = 1.3
"""With the mark that may stand beyond the margin."""
_SAME_WIDTH = 12.0
"""Points."""
_MARK = re.compile(r"[，。；、：！？]|[a-z][,.;]")
_LEAST_MARKS = 0.25
_LEAST_WIDTH = 8
_BESIDE = 1.5
"""Between a line and what stands beside it."""
_LEAST_ALONE = 20
"""Of a full line whose margin no other line reaches."""
_NEAR = 3
_NEXT_PARAGRAPH = 1.25
"""Times the usual distance between lines; a sentence that has not ended may go on over a larger one."""
_ELSEWHERE = 1.7
_OTHER_SIZE = 1.12
_TITLE = 1.15
_LONGEST_TITLE = 80
_TITLE_STEP = 2.2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a flow."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    flow: int = 0
    """The flow that it stands in, counted over the whole document."""
    limit: float = float("inf")
    """Where a picture or a frame to the right of it begins."""
    aside: bool = False
    """Whether it stands apart from the text, in a frame or turned."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """What is known of the lines of one flow."""

    left: float
    right: float
    is_column: bool
    """Whether it is running text of which several lines reach the right margin, or as wide as such a flow."""
    step: float
    """From one line to the next, in sizes of the font."""
    indents: bool
    """Whether paragraphs begin with an indentation."""


def paragraphs(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """Divide the lines of a document, in reading order, into paragraphs; `usual` is the size of the text's font."""
    flows = _flows(lines)
    found: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index and _goes_on(lines, index, flows, usual):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _flows(lines: Sequence[Line]) -> dict[int, _Flow]:
    members: dict[int, list[Line]] = {}
    for line in lines:
        members.setdefault(line.flow, []).append(line)
    flows = {flow: _measured(held) for flow, held in members.items()}
    widths = [flow.right - flow.left for flow in flows.values() if flow.is_column]
    alike = (number for number, flow in flows.items() if any(abs(width - flow.right + flow.left) < _SAME_WIDTH for width in widths))
    return flows | {number: replace(flows[number], is_column=True) for number in alike}


def _measured(lines: Sequence[Line]) -> _Flow:
    size = median_low(line.size for line in lines)
    usual = [line for line in lines if _same_size(line.size, size)]
    left = _edge([line.left for line in usual], size)
    right = -_edge([-line.right for line in usual], size)
    steps = sorted((after.baseline - before.baseline) / size for before, after in pairwise(usual))
    steps = [step for step in steps if 0.9 < step < 3.5] or [1.6]
    indented = sum(_INDENT * size <= line.left - left <= 4 * size for line in usual)
    reached = sum(abs(line.right - right) < _HANGING * size for line in usual)
    marked = sum(bool(_MARK.search(line.text)) for line in usual)
    return _Flow(left, right, reached > 1 and marked >= _LEAST_MARKS * len(usual), steps[len(steps) // 4], 0 < indented < 0.7 * len(usual))


def _edge(places: Sequence[float], size: float) -> float:
    """The outermost place that at least two lines, and a tenth of them, begin at; the outermost of all where there are few."""
    ordered = sorted(places)
    least = max(2, len(ordered) // 10)
    return next(
        (place for index, place in enumerate(ordered) if len(ordered) >= index + least and ordered[index + least - 1] - place < 0.5 * size),
        ordered[0],
    )


def _same_size(size: float, other: float) -> bool:
    return max(size, other) < _OTHER_SIZE * min(size, other)


def _goes_on(lines: Sequence[Line], index: int, flows: Mapping[int, _Flow], usual: float) -> bool:
    """Whether the line at `index` goes on with what the one before it says."""
    before, line = lines[index - 1], lines[index]
    if not _same_size(before.size, line.size):
        return False
    if line.size > _TITLE * usual:
        return _is_title(before, line)
    flow = flows[line.flow]
    ended = bool(_ENDED.search(before.text))
    if _CONTENTS.search(before.text) or _BULLET.match(line.text) or (ended and _ITEM.match(line.text)):
        return False
    if (ended and _DAY.match(line.text)) or not _is_full(lines, index - 1, flows[before.flow]):
        return False
    if before.flow != line.flow:
        return not _is_indented(before, line, flow, ended) and (not ended or flow.indents)
    step = (line.baseline - before.baseline) / (line.size * flow.step)
    return 0 < step <= (_NEXT_PARAGRAPH if ended else _ELSEWHERE) and not _is_indented(before, line, flow, ended)


def _is_title(before: Line, line: Line) -> bool:
    """Whether large lines stand centred below each other, or the second below the beginning of the first."""
    off = min(abs(before.left + before.right - line.left - line.right) / 2, abs(before.left - line.left))
    near = before.flow == line.flow and 0 < line.baseline - before.baseline < _TITLE_STEP * line.size
    return near and off < line.size and len(before.text) + len(line.text) <= _LONGEST_TITLE and not _ENDED.search(before.text)


def _is_full(lines: Sequence[Line], index: int, flow: _Flow) -> bool:
    """Whether a line reaches the margin: that of its flow, or one that lines around it keep because something stands beside them."""
    line = lines[index]
    width = (line.right - line.left) / line.size
    short = line.size * max(_SHORT, _LATIN_WIDTH * (1 + _first_word(lines[index + 1].text)))
    if width < _LEAST_WIDTH:
        return False
    if line.right >= line.limit - short - _BESIDE * line.size:
        return True
    if line.right >= flow.right - short:
        return flow.is_column or width >= _LEAST_ALONE
    near = [
        other.right
        for other in lines[max(0, index - _NEAR) : index + _NEAR + 1]
        if other.flow == line.flow and _same_size(other.size, line.size)
    ]
    margins = [right for right in near if sum(abs(other - right) <= _AT_MARGIN * line.size for other in near) >= _NEAR]
    return bool(margins) and line.right >= max(margins) - short and line.right <= max(margins) + line.size


def _first_word(text: str) -> int:
    """The length of the Latin word that a text begins with: it stands here because it did not fit above."""
    match = _WORD.match(text)
    return len(match[0]) if match else 0


def _is_indented(before: Line, line: Line, flow: _Flow, ended: bool) -> bool:
    """Whether a line begins a paragraph by its indentation; below a hanging number, or in an indented block, it does not."""
    if line.left - flow.left < _INDENT * line.size:
        return False
    if before.flow != line.flow or ended:
        return True
    hanging = bool(_ITEM.match(before.text) or _BULLET.match(before.text)) and line.left > before.left
    return not hanging and line.left - before.left > -0.5 * line.size and abs(line.left - before.left) > 0.5 * line.size
