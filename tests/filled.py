"""Whether a message is one of the bot's texts, whatever its braces are filled with."""

from __future__ import annotations

import re

_BRACES = re.compile(r"\{[a-z_]+\}")


def is_filled(text: str, template: str) -> bool:
    """Whether a text is a template with something in the place of each {word}."""
    return re.fullmatch(".+?".join(map(re.escape, _BRACES.split(template))), text, re.DOTALL) is not None
