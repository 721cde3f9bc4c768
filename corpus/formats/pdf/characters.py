"""The visible characters of a page, turned so that they are read from left to right and from above to below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.formats.pdf.drawings import Segment
from corpus.formats.pdf.pdfium import Box, Floats, RawPage, Run

_LEAST_SIZE = 2.0
_MOST_ASKEW = math.radians(8)
_WATERMARK_SHARE = 0.4
"""Text that is askew is a watermark, unless that much of the page is: then the page was scanned so."""
_BLANKS = (
    (0x00, 0x20),
    (0x7F, 0xA0),
    (0xAD, 0xAD),
    (0x2000, 0x200F),
    (0x2028, 0x202F),
    (0x205F, 0x2060),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFF),
)
"""First and last of what is not seen, or stands for a character that is not known."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters that are read in one direction, in points from the left and from the top; all arrays of one length."""

    text: NDArray[np.str_]
    left: Floats
    right: Floats
    baseline: Floats
    size: Floats
    """Of the font: about the width of a Han character."""
    after_blank: NDArray[np.bool_]
    """Whether the file has a blank before it."""
    pale: NDArray[np.bool_]
    height: float
    """Of the page."""
    rules: tuple[Segment, ...]
    """The lines that are drawn on the page, turned likewise, from left to right or from above to below."""
    pictures: tuple[Segment, ...]
    """Likewise, by their upper left and their lower right corner."""


def characters(page: RawPage) -> list[Characters]:
    """The characters of a page, those of the direction that most are read in first."""
    if not page.runs:
        return []
    directions = [_direction(run) for run in page.runs]
    lengths = np.diff([*(run.start for run in page.runs), len(page.text)])
    turns = np.repeat([turn for turn, _ in directions], lengths)
    straight = np.repeat([abs(skew) <= _MOST_ASKEW for _, skew in directions], lengths)
    seen = _seen(page)
    if np.count_nonzero(~straight & seen) <= _WATERMARK_SHARE * np.count_nonzero(seen):
        seen &= straight
    baselines = np.repeat([_baseline(run, page.box, *direction) for run, direction in zip(page.runs, directions, strict=True)], lengths)
    groups = [_turned(page, turn, seen & (turns == turn), lengths, baselines) for turn in sorted({turn for turn, _ in directions})]
    return sorted((group for group in groups if len(group.text)), key=lambda group: -len(group.text))


def _direction(run: Run) -> tuple[int, float]:
    """The number of quarter turns to the left, and by how many radians more."""
    angle = math.atan2(run.direction[1], run.direction[0])
    turns = round(angle / (math.pi / 2))
    return turns % 4, angle - turns * math.pi / 2


def _baseline(run: Run, box: Box, turn: int, skew: float) -> float:
    """How far below the top the run's line would begin if it were drawn out to the left edge of the page."""
    x, y = _point(run.x, run.y, box, turn)
    return y + math.tan(skew) * x


def _seen(page: RawPage) -> NDArray[np.bool_]:
    """Which characters can be seen: no white space, of some size, not outside of the page."""
    left, bottom, right, top = page.box
    x, y = (page.boxes[:, 0] + page.boxes[:, 2]) / 2, (page.boxes[:, 1] + page.boxes[:, 3]) / 2
    shown: NDArray[np.bool_] = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
    return shown & ~_blank(page.text)


def _blank(text: str) -> NDArray[np.bool_]:
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    blank: NDArray[np.bool_] = np.logical_or.reduce([(first <= codes) & (codes <= last) for first, last in _BLANKS])
    return blank


def _turned(page: RawPage, turn: int, chosen: NDArray[np.bool_], lengths: NDArray[np.intp], baselines: Floats) -> Characters:
    """The chosen characters, in the coordinates of who turns the page so that they are upright."""
    sizes = np.repeat([run.size for run in page.runs], lengths)
    places = np.flatnonzero(chosen & (sizes >= _LEAST_SIZE))
    first, second = (_across(page.boxes[places][:, corner], page.box, turn) for corner in ([0, 3], [2, 1]))
    return Characters(
        text=np.frombuffer(page.text.encode("utf-32-le"), dtype="<U1")[places],
        left=np.minimum(first, second),
        right=np.maximum(first, second),
        baseline=baselines[places],
        size=sizes[places],
        after_blank=np.concatenate(([False], _blank(page.text)[:-1]))[places],
        pale=np.repeat([run.pale for run in page.runs], lengths)[places],
        height=(page.box[3] - page.box[1], page.box[2] - page.box[0])[turn % 2],
        rules=tuple(_upright(page.segments, page.box, turn)),
        pictures=tuple(_upright(page.pictures, page.box, turn)),
    )


def _point(x: float, y: float, box: Box, turn: int) -> tuple[float, float]:
    """A point of the page for who reads in that direction; downwards is more."""
    left, bottom, right, top = box
    return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[turn]


def _across(corners: Floats, box: Box, turn: int) -> Floats:
    """How far to the right the corners stand, for who reads in that direction."""
    left, bottom, right, top = box
    x, y = corners[:, 0], corners[:, 1]
    return (x - left, y - bottom, right - x, top - y)[turn]


def _upright(segments: Iterable[Segment], box: Box, turn: int) -> Iterator[Segment]:
    for x0, y0, x1, y1 in segments:
        (a, b), (c, d) = _point(x0, y0, box, turn), _point(x1, y1, box, turn)
        yield min(a, c), min(b, d), max(a, c), max(b, d)
