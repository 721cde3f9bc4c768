"""The models that find lines of text in a picture and read them. The only module that knows RapidOCR."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Shades of gray, 255 is white; shape (height, width)."""
Regions = NDArray[np.float64]
"""Upper left, upper right, lower right and lower left corner of each line, as x and y in pixels; shape (n, 4, 2)."""

_FINDING_SIDE = 1280
"""Pixels of the longer side in which lines are looked for; they are read in the full picture."""
_LARGEST_SIDE = 20_000
"""No limit: pictures are made smaller before they come here."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What one line says."""

    characters: tuple[str, ...]
    centres: tuple[float, ...]
    """Of each character, as shares of the line's width."""
    score: float
    """How sure the model is, 0 to 1: the mean of all characters."""


def installed_version() -> str | None:
    """Of the extra; None where it is not there, or not all of it."""
    return version("rapidocr") if all(map(find_spec, ("rapidocr", "onnxruntime", "PIL"))) else None


class TextReader:
    """The models, loaded. They work on one core: threads that wait for each other take many times as long beside busy processes."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._engine = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": _LARGEST_SIDE,
                "Det.limit_type": "max",
                "Det.limit_side_len": _FINDING_SIDE,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def regions(self, pixels: Pixels) -> Regions:
        """Where lines stand."""
        found = self._engine(_in_colour(pixels), use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)
        return np.zeros((0, 4, 2)) if boxes is None else np.asarray(boxes, dtype=np.float64)

    def line(self, pixels: Pixels) -> ReadLine:
        """What the picture of one line says."""
        found = self._engine(_in_colour(pixels), use_det=False, use_cls=False, use_rec=True, return_word_box=True)
        if not found.txts or not found.txts[0].strip():
            return ReadLine((), (), 0.0)
        return ReadLine(*_placed(found.txts[0], found.word_results[0]), float(found.scores[0]))


def _in_colour(pixels: Pixels) -> Pixels:
    return np.repeat(pixels[:, :, None], 3, axis=2)


def _placed(text: str, words: Any) -> tuple[tuple[str, ...], tuple[float, ...]]:  # noqa: ANN401 - of an untyped library
    """Characters and their centres; a blank belongs to the character after it."""
    columns = [column for word in words.word_cols for column in word]
    characters: list[str] = []
    blank = ""
    for char in text:
        if char.isspace():
            blank = " " if characters else ""
        else:
            characters.append(blank + char)
            blank = ""
    count = min(len(characters), len(columns))
    return tuple(characters[:count]), tuple((column + 0.5) / words.line_txt_len for column in columns[:count])
