"""Which way up a page is: turned by a quarter or upside down in the scanner, or laid in a little askew."""

from __future__ import annotations

import math
from statistics import mean

import numpy as np

from corpus.formats.scans.text_reader import Pixels, Regions, TextReader

_LONG = 4.0
"""Times as wide as high: of such lines the slope is known."""
_TALL = 1.5
_SAMPLE = 3
"""Lines that are read to see whether a page is upside down."""
_SURE = 0.9
_LEAST_SLOPE, _MOST_SLOPE = math.radians(0.3), math.radians(20)


def upright(pixels: Pixels, reader: TextReader) -> tuple[Pixels, Regions]:
    """The page turned so that its lines are level and read from left to right, and where they stand in it then."""
    regions = reader.regions(pixels)
    if _stand_on_end(regions):
        pixels, regions = _again(np.rot90(pixels), reader)
    slope = _slope(regions)
    if _LEAST_SLOPE < abs(slope) < _MOST_SLOPE:
        pixels, regions = _again(_level(pixels, slope), reader)
    return _again(np.rot90(pixels, 2), reader) if _are_upside_down(pixels, regions, reader) else (pixels, regions)


def cut(pixels: Pixels, region: Regions) -> Pixels:
    """The upright rectangle around one line, with a little beside it."""
    (left, top), (right, bottom) = region.min(axis=0), region.max(axis=0)
    height, width = pixels.shape
    rows = slice(max(0, math.floor(top)), min(height, math.ceil(bottom) + 1))
    return np.ascontiguousarray(pixels[rows, max(0, math.floor(left)) : min(width, math.ceil(right) + 1)])


def _again(pixels: Pixels, reader: TextReader) -> tuple[Pixels, Regions]:
    pixels = np.ascontiguousarray(pixels)
    return pixels, reader.regions(pixels)


def _sides(regions: Regions) -> tuple[Regions, Regions]:
    """Width and height of each."""
    return np.linalg.norm(regions[:, 1] - regions[:, 0], axis=1), np.linalg.norm(regions[:, 2] - regions[:, 1], axis=1)


def _stand_on_end(regions: Regions) -> bool:
    width, height = _sides(regions)
    return float(height[height > _TALL * width].sum()) > float(width[width > _TALL * height].sum())


def _are_upside_down(pixels: Pixels, regions: Regions, reader: TextReader) -> bool:
    """Whether the longest lines are read better from the other end."""
    longest = [cut(pixels, regions[place]) for place in np.argsort(_sides(regions)[0])[::-1][:_SAMPLE]]
    scores = [reader.line(line).score for line in longest]
    if not scores or mean(scores) >= _SURE:
        return False
    return mean(reader.line(np.ascontiguousarray(np.rot90(line, 2))).score for line in longest) > mean(scores)


def _slope(regions: Regions) -> float:
    """How far the lines fall from left to right, in radians: the middle one of all long lines."""
    width, height = _sides(regions)
    along = (regions[:, 1] - regions[:, 0])[width > _LONG * height]
    return float(np.median(np.arctan2(along[:, 1], along[:, 0]))) if len(along) else 0.0


def _level(pixels: Pixels, slope: float) -> Pixels:
    from PIL import Image

    paper = int(np.median(pixels))
    turned = Image.fromarray(pixels).rotate(math.degrees(slope), Image.Resampling.BICUBIC, expand=True, fillcolor=paper)
    return np.asarray(turned, dtype=np.uint8)
