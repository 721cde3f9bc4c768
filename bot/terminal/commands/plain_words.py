"""What people type before they have read how: `parkqa help`, and a question with no command before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CHINESE = re.compile("[\u3400-\u9fff]")


def as_commands(arguments: Sequence[str]) -> list[str]:
    """The arguments with the command that is meant: no command has a Chinese name, so what begins with a Chinese word is a question."""
    first = arguments[0] if arguments else ""
    if first == "help":
        return [*arguments[1:], "-h"]
    if _CHINESE.search(first) and not first.startswith("-"):
        return ["ask", *arguments]
    return list(arguments)
