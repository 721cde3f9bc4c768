"""Two lines of one text become one: Chinese without a blank, English with one, a word that was divided without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce

_DIVIDED = re.compile(r"[A-Za-z]-$")
_INSIDE_FIGURES = frozenset("0123456789.,%‰")
_HAN_EDGE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·]")


def joined(lines: Iterable[str]) -> str:
    """The lines as one."""
    return reduce(_join, lines, "")


def _join(before: str, after: str) -> str:
    if not before or not after:
        return before + after
    if _DIVIDED.search(before) and after[0].islower():
        return before[:-1] + after
    together = _HAN_EDGE.match(before[-1]) or _HAN_EDGE.match(after[0]) or (before[-1].isdigit() and after[0] in _INSIDE_FIGURES)
    return before + after if together else f"{before} {after}"
