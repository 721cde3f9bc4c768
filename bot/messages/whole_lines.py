"""Lists of any length in one message."""

from __future__ import annotations

from collections.abc import Iterable

from bot.messages.utf16 import utf16_length

LONGEST = 4000
"""UTF-16 code units; Telegram takes 4096."""


def whole_lines(lines: Iterable[str], longest: int = LONGEST) -> str:
    """The lines as one text; those that would make it too long are left out from the end, an ellipsis in their place."""
    kept: list[str] = []
    left = longest
    for line in lines:
        left -= utf16_length(line) + 1
        if left < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)
