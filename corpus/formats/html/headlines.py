"""What stands beside a headline in a list of other pages: bullets, brackets, its date."""

from __future__ import annotations

import re

_BESIDE = re.compile(
    r"^(?:[\s|·•>»›\-–—\u3000\[\]()（）【】/・▪■◆●]|(?:(?:19|20)\d\d\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?|\d{1,2}:\d\d(?::\d\d)?)*+$"
)


def stands_beside_headline(text: str) -> bool:
    """Whether a text says nothing of its own."""
    return bool(_BESIDE.match(text))
