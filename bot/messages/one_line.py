"""Text from outside, for display: what an article or a user wrote must neither disguise itself nor fill the screen."""

from __future__ import annotations

import unicodedata


def one_line(text: str, longest: int) -> str:
    """A display copy: one line without invisible characters (controls, bidirectional marks), cut where longer than `longest`."""
    line = " ".join("".join(map(_visible, text)).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _visible(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" | "Cs":
            return ""
        case _:
            return character
