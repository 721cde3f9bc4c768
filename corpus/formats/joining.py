"""Two lines of one text become one: Chinese without a blank, English with one, a word that was divided without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIVIDED = re.compile(r"[A-Za-z]{2}-$")
_FIGURE_END = re.compile(r"\d$|\d[.,]$")
_INSIDE_FIGURES = frozenset("0123456789.,%‰")
_HAN_EDGE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_EITHER = "“”‘’…—·"
"""Marks of Chinese and English alike: what stands behind them tells which."""


def joined(lines: Iterable[str]) -> str:
    """The lines as one."""
    pieces: list[str] = []
    for line in filter(None, lines):
        if pieces:
            pieces[-1:] = _with_seam(pieces[-1], line)
        pieces.append(line)
    return "".join(pieces)


def _with_seam(before: str, after: str) -> list[str]:
    """A line as it stands before another one: with a blank, with nothing, or without its hyphen."""
    if _DIVIDED.search(before, len(before) - 3) and after[0].islower():
        return [before[:-1]]
    figure = after[0] in _INSIDE_FIGURES and _FIGURE_END.search(before, len(before) - 2)
    together = figure or _HAN_EDGE.match(before.rstrip(_EITHER)[-1:]) or _HAN_EDGE.match(after.lstrip(_EITHER)[:1])
    return [before] if together else [before, " "]
