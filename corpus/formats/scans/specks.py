"""Specks of a scanned page, single dark dots on paper and light ones in letters: lines would not be found among them."""

from __future__ import annotations

from itertools import product

import numpy as np

from corpus.formats.scans.text_reader import Pixels

_DISTINCT = 60
"""Shades by which a speck stands out from all that is around it."""
_MANY = 0.002
"""Of all pixels; a clean page is not touched, whose thin strokes may end in a single dot."""


def without_specks(pixels: Pixels) -> Pixels:
    """The page with each speck as dark as the nearest shade beside it; the page itself where there are few."""
    height, width = pixels.shape
    framed = np.pad(pixels, 1, mode="edge")
    beside = [framed[1 + down : 1 + down + height, 1 + right : 1 + right + width] for down, right in product((-1, 0, 1), repeat=2)]
    del beside[4]
    calm = np.clip(pixels, np.minimum.reduce(beside), np.maximum.reduce(beside))
    specks = np.abs(calm.astype(np.int16) - pixels) > _DISTINCT
    return calm if specks.mean() > _MANY else pixels
