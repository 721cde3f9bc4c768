"""Pieces: characters on one baseline without a wide gap, which is a line of a column or of a cell; and where blanks belong.

Blanks are seen, not read: justified and spread text has gaps everywhere and blanks nowhere, and what one program writes as a blank
another writes as a step to the right. So a gap counts by how much wider it is than the gaps beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median, median_low

import numpy as np
from numpy.typing import NDArray

from corpus.formats.pdf.characters import Characters

_SAME_BASELINE = 0.3
"""Shares of the font's size, here and below."""
_OVERPRINTED = 0.4
_SAME_LEVEL = 0.05
_SMALL = 0.75
_FAR = 2.2
_WIDE = 1.0
_SEEN = 0.55
_TYPED = 0.4
_BETWEEN_WORDS = 0.15
_LEAST_BLANK = 0.08
_BETWEEN_FIGURES = 0.25
_MOST_JUSTIFIED = 0.5
_LONGEST_FIGURE = 8
_BEGUN_FIGURE = re.compile(r"(?:(?P<han>[\u4e00-\u9fff])\d{1,6}|^\d{2,6})[.．]$")
_REST_OF_FIGURE = re.compile(r"\d{1,4}\s?[亿万%％]")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uffee\u3000-\u303f\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters with their places, in points from the left and the top of the page."""

    characters: tuple[str, ...]
    """Each one character, or more after a blank."""
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    baseline: float
    size: float
    pale: bool = False

    @property
    def text(self) -> str:
        return "".join(self.characters).strip()

    @property
    def left(self) -> float:
        return self.lefts[0]

    @property
    def right(self) -> float:
        return self.rights[-1]

    @property
    def top(self) -> float:
        return self.baseline - 0.85 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.2 * self.size

    def between(self, start: int, end: int) -> Piece:
        """The characters from `start` to before `end`; there must be one."""
        return replace(self, characters=self.characters[start:end], lefts=self.lefts[start:end], rights=self.rights[start:end])


def pieces(page: Characters) -> list[Piece]:
    """The pieces of a page, line by line from above, in each line from the left."""
    line = _lines(page)
    order = np.lexsort((page.left, line))
    order = order[_printed_once(page, order, line[order])]
    starts = np.flatnonzero(np.concatenate(([True], np.diff(line[order]) != 0)))
    return [piece for indices in np.split(order, starts[1:]) for piece in _line_pieces(page, indices)]


def _lines(page: Characters) -> NDArray[np.intp]:
    """The number of each character's line, counted from above. A line is a baseline; small raised characters have one of their own."""
    baselines, place = np.unique(np.round(page.baseline, 1), return_inverse=True)
    sizes = np.full(len(baselines), np.inf)
    np.minimum.at(sizes, place, page.size)
    numbers, number, first = [], -1, -1
    for index, (baseline, size) in enumerate(zip(baselines.tolist(), sizes.tolist(), strict=True)):
        if first < 0 or baseline - baselines[first] > _near(size, sizes[first]):
            number, first = number + 1, index
        numbers.append(number)
    return np.array(numbers, dtype=np.intp)[place]


def _near(size: float, other: float) -> float:
    smaller, larger = min(size, other), max(size, other)
    return (_SAME_BASELINE if smaller > _SMALL * larger else _SAME_LEVEL) * smaller


def _printed_once(page: Characters, order: NDArray[np.intp], line: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which characters stand beside the one before them: a copy upon it is a bold face or a shadow."""
    text, left, width = page.text[order], page.left[order], (page.right - page.left)[order]
    beside = np.diff(left) > _OVERPRINTED * np.maximum(0.1, width[:-1])
    return np.concatenate(([True], (line[1:] != line[:-1]) | (text[1:] != text[:-1]) | beside))


def _line_pieces(page: Characters, indices: NDArray[np.intp]) -> Iterator[Piece]:
    text, sizes, baselines = page.text[indices].tolist(), page.size[indices].tolist(), page.baseline[indices].tolist()
    lefts, rights = page.left[indices].tolist(), page.right[indices].tolist()
    reached = np.maximum.accumulate(page.right[indices])[:-1]
    gaps = ((page.left[indices][1:] - reached) / max(median_low(sizes), 0.1)).tolist()
    typed, pale = page.after_blank[indices].tolist(), page.pale[indices].tolist()
    for start, end in _parts(gaps, _FAR):
        usual = _usual_gap(text[start:end], gaps[start : end - 1])
        for place in range(start + 1, end):
            if gaps[place - 1] - usual > (_TYPED if _is_inside_figure(text[start:place], text[place:end]) else _LEAST_BLANK):
                text[place] = _blank(text[place - 1][-1], text[place], gaps[place - 1] - usual, typed[place]) + text[place]
        for first, last in _parts(gaps[start : end - 1], _WIDE + usual):
            part = slice(start + first, start + last)
            size, baseline = median_low(sizes[part]), median_low(baselines[part])
            yield Piece(tuple(text[part]), tuple(lefts[part]), tuple(rights[part]), baseline, size, pale[start + first])


def _parts(gaps: Sequence[float], limit: float) -> Iterator[tuple[int, int]]:
    """Start and end of what lies between the gaps that are wider than that."""
    start = 0
    for index, gap in enumerate(gaps, start=1):
        if gap > limit:
            yield start, index
            start = index
    yield start, len(gaps) + 1


def _usual_gap(text: Sequence[str], gaps: Sequence[float]) -> float:
    """The gap that the characters have everywhere, because they are spread or justified; 0 where each is a thing of its own."""
    if not gaps:
        return 0.0
    usual = max(0.0, median(gaps))
    if all(map(_HAN.match, text)):
        return usual if usual <= _MOST_JUSTIFIED or max(gaps) <= 1.6 * min(gaps) + 0.1 else 0.0
    if all(char.isdigit() for char in text):
        return usual if usual <= _BETWEEN_FIGURES else 0.0
    return usual if usual <= _MOST_JUSTIFIED and len(gaps) >= 4 else 0.0


def _is_inside_figure(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a digit stands behind the point of a figure: 投资46. 9亿元, at the beginning of a line 13. 7亿元, but not 1. 2023年."""
    figure = _BEGUN_FIGURE.search("".join(before[-_LONGEST_FIGURE:]))
    return (
        after[0].isdigit()
        and figure is not None
        and (figure["han"] is not None or bool(_REST_OF_FIGURE.match("".join(after[:_LONGEST_FIGURE]))))
    )


def _blank(left: str, right: str, gap: float, typed: bool) -> str:
    """A blank where one is seen between two characters; `gap` is how much wider than usual it is there, in widths of a character."""
    if _HAN.match(left) or _HAN.match(right):
        return " " if gap > (_TYPED if typed else _SEEN) else ""
    figures = left.isdigit() and right.isdigit()
    return " " if gap > (_BETWEEN_FIGURES if figures else _LEAST_BLANK if typed else _BETWEEN_WORDS) else ""
