"""Raised and lowered characters, written with the characters that Unicode has for them: 10⁴, km², CO₂."""

from __future__ import annotations

import re

_MARK = re.compile(r"[\[［〔【]\s*(?:注\s*)?\d{1,3}(?:\s*[,，\-–]\s*\d{1,3})*\s*[\]］〕】]|[①-⑳]")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")


def raised(text: str) -> str:
    """The text as it stands above the line; unchanged where some character has no raised form. The mark of a note, [2], is left out."""
    if _MARK.fullmatch(text.strip()):
        return ""
    return _translated(text, _RAISED)


def lowered(text: str) -> str:
    """The text as it stands below the line; unchanged where some character has no lowered form."""
    return _translated(text, _LOWERED)


def _translated(text: str, table: dict[int, int]) -> str:
    return text.translate(table) if all(ord(char) in table for char in text.strip()) else text
