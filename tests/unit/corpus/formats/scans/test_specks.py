from __future__ import annotations

import numpy as np

from corpus.formats.scans.specks import without_specks


def page() -> np.ndarray:
    """White, with a thin stroke and a thick one."""
    pixels = np.full((200, 200), 255, dtype=np.uint8)
    pixels[:, 50:52] = pixels[100:105] = 0
    return pixels


def test_dots_go_and_strokes_stay() -> None:
    speckled = page()
    speckled[5:95:5, 5:45:5] = 0
    speckled[102, 60:190:10] = 255
    assert (without_specks(speckled) == page()).all()


def test_a_page_with_a_dot_or_two_is_left_alone() -> None:
    dotted = page()
    dotted[20, 20] = 0
    assert without_specks(dotted) is dotted
