"""How figures are shown: those of a cell with a format such as `0.0%` are a hundredth of what a person sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

PercentCells = Mapping[tuple[int, int], int]
"""By row and column, counted from 0, how many decimals are shown."""

_BUILT_IN = {9: 0, 10: 2}
"""The formats `0%` and `0.00%` have numbers instead of a definition."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PERCENT = re.compile(r"0(?:\.(0+))?[#?]*\s*[%％]")


def percent_decimals(codes: Mapping[int, str], format: int) -> int | None:
    """How many decimals a format shows, by the codes of formats that have one; None where it shows no percent."""
    code = _LITERAL.sub("", codes.get(format, "")).split(";")[0]
    found = _PERCENT.search(code)
    return len(found[1] or "") if found else _BUILT_IN.get(format)
